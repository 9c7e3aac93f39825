import type { Bot, BotFlow, BotNode } from '../../flow/botSchema.ts';
import { flowById, nodeById } from '../../flow/graph.ts';
import type { Problem } from '../problem.ts';

/** The node a finding is about. */
export function nodeOf(bot: Bot, { flow, node }: Problem): BotNode | undefined {
  const at = flowById(bot, flow);
  return at === undefined || node === null ? undefined : nodeById(at, node);
}

/** The bot with this node changed; the same bot if it is gone. */
export function withNode(bot: Bot, { flow, node }: Problem, change: (node: BotNode) => BotNode): Bot {
  return withFlow(bot, flow, (at) => {
    const index = at.nodes.findIndex(({ id }) => id === node);
    const before = at.nodes[index];
    return before === undefined ? at : { ...at, nodes: at.nodes.with(index, change(before)) };
  });
}

export function withFlow(bot: Bot, flow: string, change: (flow: BotFlow) => BotFlow): Bot {
  const index = bot.flows.findIndex(({ id }) => id === flow);
  const before = bot.flows[index];
  const after = before === undefined ? undefined : change(before);
  return after === undefined || after === before ? bot : { ...bot, flows: bot.flows.with(index, after) };
}

/** Data laid over that of the node. */
export function withData(bot: Bot, problem: Problem, patch: Readonly<Record<string, unknown>>): Bot {
  return withNode(bot, problem, (node) => ({ ...node, data: { ...node.data, ...patch } }));
}
