import { flowById } from '../../../engine/flow/graph.ts';
import type { Command } from '../command.ts';
import { withFlow } from '../draft.ts';

export interface RenameFlowArgs {
  readonly flow: string;
  readonly name: string;
}

export const renameFlow: Command<RenameFlowArgs> = {
  capture: 'later',
  apply(bot, { flow, name }) {
    const wanted = name.trim();
    return withFlow(bot, flow, (f) => (wanted === '' || wanted === f.name ? f : { ...f, name: wanted }));
  },
  label: (bot, { flow }) => ({ key: 'renameFlow', name: flowById(bot, flow)?.name ?? flow }),
  touched: (_, { flow }) => ({ flow, nodes: [] }),
  mergeKey: ({ flow }) => `flow/${flow}`,
};
