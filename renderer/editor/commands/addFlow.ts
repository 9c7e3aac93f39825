import { flowById } from '../../../engine/flow/graph.ts';
import type { BotFlow } from '../../../engine/flow/botSchema.ts';
import type { Command } from '../command.ts';
import { type Point, withPositions } from '../draft.ts';

export interface AddFlowArgs {
  readonly flow: BotFlow;
  readonly positions: Readonly<Record<string, Point>>;
}

export const addFlow: Command<AddFlowArgs> = {
  capture: 'now',
  apply(bot, { flow, positions }) {
    if (flowById(bot, flow.id)) return bot;
    return withPositions({ ...bot, flows: [...bot.flows, flow] }, flow.id, positions);
  },
  label: (_, { flow }) => ({ key: 'addFlow', name: flow.name }),
  touched: (_, { flow }) => ({ flow: flow.id, nodes: [] }),
};
