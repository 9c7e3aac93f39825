import type { Bot, BotFlow, BotNode } from './botSchema.ts';

/** Look-ups in the graph of a bot file. */
export function mainFlow(bot: Bot): BotFlow {
  const main = bot.flows.find((flow) => flow.main === true) ?? bot.flows[0];
  // The schema demands one flow at least.
  if (main === undefined) throw new Error('a bot without flows passed its schema');
  return main;
}

export function flowById(bot: Bot, id: string): BotFlow | undefined {
  return bot.flows.find((flow) => flow.id === id);
}

export function nodeById(flow: BotFlow, id: string): BotNode | undefined {
  return flow.nodes.find((node) => node.id === id);
}

export interface Edge {
  readonly from: string;
  readonly exit: string;
  readonly to: string;
}

export function edgesOf(flow: BotFlow): Edge[] {
  return flow.nodes.flatMap((node) =>
    Object.entries(node.exits ?? {}).map(([exit, to]) => ({ from: node.id, exit, to })),
  );
}
