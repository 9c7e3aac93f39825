import { flowById } from '../../../engine/flow/graph.ts';
import type { Command } from '../command.ts';

export interface RemoveFlowArgs {
  readonly flow: string;
}

/** The last flow and the main one stay. What leads into a removed flow from others becomes a problem there, not a loss. */
export const removeFlow: Command<RemoveFlowArgs> = {
  capture: 'now',
  apply(bot, { flow }) {
    const gone = flowById(bot, flow);
    if (!gone || gone.main === true || bot.flows.length < 2) return bot;
    const after = { ...bot, flows: bot.flows.filter((f) => f.id !== flow) };
    if (!bot.layout?.[flow]) return after;
    const { [flow]: _, ...layout } = bot.layout;
    return { ...after, layout };
  },
  label: (bot, { flow }) => ({ key: 'removeFlow', name: flowById(bot, flow)?.name ?? flow }),
  touched: (_, { flow }) => ({ flow, nodes: [] }),
};
