import type { Command } from '../command.ts';
import { withExit, withNode } from '../draft.ts';

export interface DisconnectArgs {
  readonly flow: string;
  readonly node: string;
  readonly exit: string;
}

export const disconnect: Command<DisconnectArgs> = {
  capture: 'now',
  apply: (bot, { flow, node, exit }) => withNode(bot, flow, node, (n) => withExit(n, exit, null)),
  label: () => ({ key: 'disconnect' }),
  touched: (_, { flow, node }) => ({ flow, nodes: [node] }),
};
