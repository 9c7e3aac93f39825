import type { BotFlow, BotNode } from '../../engine/flow/botSchema.ts';

const indexes = new WeakMap<BotFlow, ReadonlyMap<string, BotNode>>();

/** A flow's nodes by id, built once per version of the flow: every card of a large flow looks its neighbours up. */
export function nodesById(flow: BotFlow): ReadonlyMap<string, BotNode> {
  const cached = indexes.get(flow);
  if (cached) return cached;
  const index = new Map(flow.nodes.map((node) => [node.id, node]));
  indexes.set(flow, index);
  return index;
}
