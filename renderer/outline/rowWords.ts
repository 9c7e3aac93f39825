import type { BotNode } from '../../engine/flow/botSchema.ts';
import type { BotFacts } from '../../engine/model/definitions.ts';
import type { Language } from '../copy/copyTypes.ts';
import { copyOf } from '../copy/i18n.ts';
import { exitsOf, reading } from '../editor/nodeData.ts';
import { blockTitle, kindWord } from '../nodes/blockTitle.ts';
import { exitTitle } from '../nodes/exitTitle.ts';
import type { OutlineRow } from './outline.ts';

/** What a block is found by: its kind, its name, all it says. Kept per block, in lower case. */
const searched = new WeakMap<
  BotNode,
  { readonly facts: BotFacts; readonly block: string; readonly exits: Map<string, string> }
>();

interface OutputWords {
  readonly code: string | undefined;
  readonly caption: string;
}

/** The caption of an output; one the block has no more goes by its id. */
export function outputCaption(node: BotNode, exit: string, facts: BotFacts): OutputWords {
  const specs = exitsOf(node, facts);
  const at = specs.findIndex((spec) => spec.id === exit);
  const spec = specs[at];
  return spec ? { code: spec.code, caption: exitTitle(spec, at) } : { code: undefined, caption: exit };
}

/** The words of a note or the title of a frame; without them what stands in their place. */
export function rowText(row: OutlineRow & { readonly kind: 'note' | 'frame' }, language?: Language): string {
  const t = copyOf('items', language);
  return row.text === '' ? t(row.kind === 'note' ? 'emptyNote' : 'newFrame') : row.text;
}

/** What a row is found by. */
export function searchWords(row: OutlineRow, nodeBy: (id: string) => BotNode | undefined, facts: BotFacts): string {
  if (row.kind === 'note' || row.kind === 'frame') return row.text.toLocaleLowerCase();
  if (row.kind === 'group' || row.kind === 'link' || row.kind === 'held') return '';
  const node = nodeBy(row.node);
  if (!node) return '';
  let kept = searched.get(node);
  if (kept?.facts !== facts) {
    const nodes = copyOf('nodes');
    const known = reading(node);
    const said = known.ok ? known.kind.texts(known.data) : [];
    const block = [kindWord(node.kind, nodes), blockTitle(node, nodes), ...said].join('\n').toLocaleLowerCase();
    const exits = exitsOf(node, facts).map((spec, at) => [spec.id, exitTitle(spec, at).toLocaleLowerCase()] as const);
    kept = { facts, block, exits: new Map(exits) };
    searched.set(node, kept);
  }
  return row.kind === 'block' ? kept.block : (kept.exits.get(row.exit) ?? '');
}
