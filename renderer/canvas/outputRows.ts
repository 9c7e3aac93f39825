import type { BotNode } from '../../engine/flow/botSchema.ts';
import type { BotFacts } from '../../engine/model/definitions.ts';
import type { ExitSpec } from '../../engine/nodes/kind.ts';
import { exitsOf } from '../editor/nodeData.ts';

export interface OutputRow extends ExitSpec {
  /** Its place among the outputs, from 0. */
  readonly at: number;
  /** Where it leads; undefined = nowhere yet. */
  readonly target: string | undefined;
  /** Connected, but the block has no such output any more (a file from elsewhere). */
  readonly stale: boolean;
}

/** Ways out that most bots never connect: they take a row only once they are used, or while the block is selected. */
const QUIET: ReadonlySet<string> = new Set(['failed', 'nobody']);

/** The rows of a card, in order. */
export function rowsOf(node: BotNode, facts: BotFacts, selected: boolean): readonly OutputRow[] {
  const exits = exitsOf(node, facts);
  const rows = exits.map((exit, at) => ({ ...exit, at, target: node.exits?.[exit.id], stale: false }));
  const known = new Set(exits.map((exit) => exit.id));
  const stale = Object.entries(node.exits ?? {})
    .filter(([exit]) => !known.has(exit))
    .map(([id, target], at) => ({ id, required: false, dashed: true, at: rows.length + at, target, stale: true }));
  const shown = rows.filter((row) => selected || row.required || row.target !== undefined || !QUIET.has(row.id));
  return [...shown, ...stale];
}
