import type { Command } from '../command.ts';
import { findNode, type Point, withPositions } from '../draft.ts';

export interface MoveNodesArgs {
  readonly flow: string;
  readonly positions: Readonly<Record<string, Point>>;
  /** Key presses that follow each other are one step; a drag (no key) is a step of its own. */
  readonly mergeKey?: string;
}

export const moveNodes: Command<MoveNodesArgs> = {
  capture: 'later',
  apply: (bot, { flow, positions }) => withPositions(bot, flow, positions),
  label(bot, { flow, positions }) {
    const [first, ...more] = Object.keys(positions);
    const node = first === undefined || more.length > 0 ? undefined : findNode(bot, flow, first);
    return { key: 'move', count: more.length + 1, ...(node ? { name: node.name ?? node.kind } : {}) };
  },
  touched: (_, { flow, positions }) => ({ flow, nodes: Object.keys(positions) }),
  mergeKey: ({ mergeKey }) => mergeKey,
};
