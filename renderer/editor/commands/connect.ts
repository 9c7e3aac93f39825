import type { Command } from '../command.ts';
import { findNode, withExit, withNode } from '../draft.ts';
import type { EdgeRef } from '../edges.ts';
import { takesInput } from '../nodeData.ts';

export interface ConnectArgs {
  readonly flow: string;
  readonly node: string;
  readonly exit: string;
  readonly target: string;
  /** The connection whose beginning was taken here: that one is no more. */
  readonly instead?: EdgeRef;
}

/** An exit leads to one block: a new connection takes the place of the old one. Where conversations begin, none leads in. */
export const connect: Command<ConnectArgs> = {
  capture: 'now',
  apply(bot, { flow, node, exit, target, instead }) {
    const to = findNode(bot, flow, target);
    if (!to || !takesInput(to)) return bot;
    const freed = instead ? withNode(bot, flow, instead.node, (n) => withExit(n, instead.exit, null)) : bot;
    return withNode(freed, flow, node, (n) => withExit(n, exit, target));
  },
  label(bot, { flow, target }) {
    const to = findNode(bot, flow, target);
    return { key: 'connect', name: to?.name ?? to?.kind ?? target };
  },
  touched: (_, { flow, node, target }) => ({ flow, nodes: [node, target] }),
};
