import type { Bot } from '../../../engine/flow/botSchema.ts';
import { edgesOf, flowById } from '../../../engine/flow/graph.ts';
import type { Command } from '../command.ts';
import { findNode, withExit, withNode, withNodes, withPositions } from '../draft.ts';
import type { EdgeRef } from '../edges.ts';
import { canRemove } from './removeSelection.ts';

export interface BridgeArgs {
  readonly flow: string;
  readonly node: string;
}

export type NoBridge = 'start' | 'in' | 'out' | 'loop';

/** What would be joined without this block, or why nothing can be: it takes one connection in and one out. */
export function bridgeOf(bot: Bot, flow: string, node: string): { from: EdgeRef; to: string } | NoBridge {
  const at = flowById(bot, flow);
  const block = at?.nodes.find(({ id }) => id === node);
  if (!at || !block || !canRemove(block.kind)) return 'start';
  const edges = edgesOf(at);
  const into = edges.filter((edge) => edge.to === node && edge.from !== node);
  const out = edges.filter((edge) => edge.from === node);
  const [from] = into;
  const [to] = out;
  if (into.length !== 1 || !from) return 'in';
  if (out.length !== 1 || !to || !at.nodes.some(({ id }) => id === to.to)) return 'out';
  return to.to === node ? 'loop' : { from: { node: from.from, exit: from.exit }, to: to.to };
}

/** Deletes a block and joins what it stood between: one step. */
export const bridge: Command<BridgeArgs> = {
  capture: 'now',
  apply(bot, { flow, node }) {
    const found = bridgeOf(bot, flow, node);
    if (typeof found === 'string') return bot;
    const joined = withNode(bot, flow, found.from.node, (source) => withExit(source, found.from.exit, found.to));
    const without = withNodes(joined, flow, (nodes) => nodes.filter(({ id }) => id !== node));
    return withPositions(without, flow, { [node]: null });
  },
  label(bot, { flow, node }) {
    const gone = findNode(bot, flow, node);
    return { key: 'bridge', name: gone?.name ?? gone?.kind ?? node };
  },
  touched: (_, { flow, node }) => ({ flow, nodes: [node] }),
};
