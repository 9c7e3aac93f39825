import type { BotFacts } from '../model/definitions.ts';
import type { BotFlow, BotNode } from '../flow/botSchema.ts';
import type { AnyKind } from '../nodes/kind.ts';

export interface SeenNode {
  readonly node: BotNode;
  readonly kind: AnyKind | null;
  readonly data: unknown;
}

/**
 * Walks a flow from its entries. `reached`: every node some path leads to. `exposed`: nodes reached by a path on which no
 * menu would take the conversation back, so that an open exit there really ends it.
 */
export function reach(
  flow: BotFlow,
  seen: ReadonlyMap<string, SeenNode>,
  jumpedTo: ReadonlySet<string>,
): { reached: Set<string>; exposed: Set<string> } {
  const targets = new Set(flow.nodes.flatMap((node) => Object.values(node.exits ?? {})));
  const isEntry = ({ node, kind, data }: SeenNode): boolean =>
    kind === null || kind.entry || jumpedTo.has(node.id) || (kind.listens?.(data) === true && !targets.has(node.id));
  const reached = new Set<string>();
  const exposed = new Set<string>();
  const queue = [...seen.values()].filter(isEntry).map(({ node }) => ({ id: node.id, covered: false }));
  // Operator words and spent misses lead here without a connection, and what follows may end: people have the lead by then.
  const called = [...seen.values()].find(({ node, kind }) => kind?.kind === 'handoff' && node.disabled !== true);
  if (called !== undefined) queue.push({ id: called.node.id, covered: true });
  for (let step = queue.pop(); step !== undefined; step = queue.pop()) {
    const found = seen.get(step.id);
    if (found === undefined) continue;
    const after = found.kind?.menu?.after(found.data);
    const covered = after === undefined ? step.covered : after !== 'none';
    // A menu's own open options are under it; any other node stands where its path does.
    const known = covered ? reached : exposed;
    if (known.has(step.id)) continue;
    reached.add(step.id);
    if (!covered) exposed.add(step.id);
    for (const to of Object.values(found.node.exits ?? {})) queue.push({ id: to, covered });
  }
  return { reached, exposed };
}

/** Exits that must lead somewhere but don't. An option of a menu is always one of them: choosing it must do something. */
export function openExits(seen: SeenNode, facts: BotFacts, exposed: boolean): string[] {
  if (seen.kind === null) return [];
  const isMenu = seen.kind.menu !== undefined;
  return seen.kind
    .exits(seen.data, facts)
    .filter((exit) => exit.required && seen.node.exits?.[exit.id] === undefined && (exposed || isMenu))
    .map((exit) => exit.id);
}
