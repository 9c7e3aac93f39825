import type { Command } from '../command.ts';
import { findNode, type Point, withPositions } from '../draft.ts';
import { frameAt, itemOf } from '../layoutItem.ts';

export interface MoveNodesArgs {
  readonly flow: string;
  /** By id of a block, or key of a note or frame. */
  readonly positions: Readonly<Record<string, Point>>;
  /** Key presses that follow each other are one step; a drag (no key) is a step of its own. */
  readonly mergeKey?: string;
}

export const moveNodes: Command<MoveNodesArgs> = {
  capture: 'later',
  apply: (bot, { flow, positions }) => withPositions(bot, flow, positions),
  label(bot, { flow, positions }) {
    const keys = Object.keys(positions);
    const [first, ...more] = keys;
    // What a frame holds moves with it: to people that is one thing.
    const frame = keys.find((key) => itemOf(key)?.kind === 'frame');
    if (frame !== undefined) return { key: 'moveFrame', name: frameAt(bot, flow, frame)?.title ?? '' };
    if (first !== undefined && more.length === 0 && itemOf(first)) return { key: 'moveNote' };
    const node = first === undefined || more.length > 0 ? undefined : findNode(bot, flow, first);
    return { key: 'move', count: more.length + 1, ...(node ? { name: node.name ?? node.kind } : {}) };
  },
  touched: (_, { flow, positions }) => ({ flow, nodes: Object.keys(positions) }),
  mergeKey: ({ mergeKey }) => mergeKey,
};
