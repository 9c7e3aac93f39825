import { flowById } from '../../../engine/flow/graph.ts';
import type { BotFlow } from '../../../engine/flow/botSchema.ts';
import type { Command } from '../command.ts';

export interface SetMainFlowArgs {
  readonly flow: string;
}

function demoted(flow: BotFlow): BotFlow {
  const { main: _, ...rest } = flow;
  return rest;
}

export const setMainFlow: Command<SetMainFlowArgs> = {
  capture: 'now',
  apply(bot, { flow }) {
    const chosen = flowById(bot, flow);
    if (!chosen || chosen.main === true) return bot;
    const flows = bot.flows.map((f) => (f.id === flow ? { ...f, main: true } : f.main ? demoted(f) : f));
    return { ...bot, flows };
  },
  label: (bot, { flow }) => ({ key: 'setMain', name: flowById(bot, flow)?.name ?? flow }),
  touched: (_, { flow }) => ({ flow, nodes: [] }),
};
