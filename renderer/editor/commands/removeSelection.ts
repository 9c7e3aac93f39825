import { flowById } from '../../../engine/flow/graph.ts';
import type { Bot } from '../../../engine/flow/botSchema.ts';
import type { Command, StepLabel } from '../command.ts';
import { findNode, withNode, withNodes, withoutExits, withPositions, withExit } from '../draft.ts';
import { edgeOf } from '../edges.ts';
import { frameAt, itemOf } from '../layoutItem.ts';

export interface RemoveSelectionArgs {
  readonly flow: string;
  /** Ids of blocks, keys of notes and frames. What a frame holds stays. */
  readonly nodes: readonly string[];
  /** Keys of connections (`edges.ts`). */
  readonly edges: readonly string[];
  readonly cut?: boolean;
}

/** Where the flow begins stays: without it nothing could start. */
export function canRemove(kind: string): boolean {
  return kind !== 'start';
}

/** Blocks, the connections that touch them, and single connections: one step. */
export const removeSelection: Command<RemoveSelectionArgs> = {
  capture: 'now',
  apply(bot, { flow, nodes, edges }) {
    const gone = new Set(
      nodes.filter((id) => itemOf(id) !== null || canRemove(findNode(bot, flow, id)?.kind ?? 'start')),
    );
    let after = bot;
    for (const { node, exit } of edges.map(edgeOf)) {
      after = withNode(after, flow, node, (n) => withExit(n, exit, null));
    }
    if (gone.size === 0) return after;
    after = withNodes(after, flow, (all) =>
      all.filter((n) => !gone.has(n.id)).map((n) => withoutExits(n, (_, target) => gone.has(target))),
    );
    return withPositions(after, flow, Object.fromEntries([...gone].map((id) => [id, null])));
  },
  label(bot, { flow, nodes, edges, cut }) {
    const gone = (flowById(bot, flow)?.nodes ?? []).filter((n) => nodes.includes(n.id) && canRemove(n.kind));
    const [only] = gone;
    const items = nodes.filter((id) => itemOf(id));
    if (gone.length === 0 && items.length > 0) return itemLabel(bot, flow, items);
    if (cut) return { key: 'cut', count: gone.length };
    if (gone.length === 1 && only) return { key: 'remove', name: only.name ?? only.kind };
    if (gone.length > 1) return { key: 'removeNodes', count: gone.length };
    return { key: 'removeEdges', count: edges.length };
  },
  touched: (_, { flow, nodes, edges }) => ({ flow, nodes: [...edges.map((key) => edgeOf(key).node), ...nodes] }),
};

function itemLabel(bot: Bot, flow: string, keys: readonly string[]): StepLabel {
  const frame = keys.map((key) => frameAt(bot, flow, key)).find((each) => each !== undefined);
  return frame ? { key: 'removeFrame', name: frame.title } : { key: 'removeNote', count: keys.length };
}
