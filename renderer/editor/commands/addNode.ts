import type { BotNode } from '../../../engine/flow/botSchema.ts';
import type { Command } from '../command.ts';
import { type Point, withNode, withExit, withNodes, withPositions } from '../draft.ts';
import type { EdgeRef } from '../edges.ts';

export interface AddNodeArgs {
  readonly flow: string;
  readonly node: BotNode;
  /** Top left corner on the canvas, on the grid. */
  readonly at: Point;
  /** The exit that leads to the new block. What it led to before hangs on the new block's `through` exit, if that is given. */
  readonly from?: EdgeRef;
  readonly through?: string;
  /** Blocks that make room, with their new places. */
  readonly moved?: Readonly<Record<string, Point>>;
}

/** A block, with the connection into it and, in the middle of a connection, the one out of it: one step. */
export const addNode: Command<AddNodeArgs> = {
  capture: 'now',
  apply(bot, { flow, node, at, from, through, moved }) {
    let fresh = node;
    let after = bot;
    if (from) {
      after = withNode(after, flow, from.node, (source) => {
        const old = source.exits?.[from.exit];
        if (through !== undefined && old !== undefined) fresh = withExit(fresh, through, old);
        return withExit(source, from.exit, node.id);
      });
    }
    after = withNodes(after, flow, (nodes) => [...nodes, fresh]);
    return after === bot ? bot : withPositions(after, flow, { ...moved, [node.id]: at });
  },
  label: (_, { node }) => ({ key: 'addNode', name: node.name ?? node.kind }),
  touched: (_, { flow, node }) => ({ flow, nodes: [node.id] }),
};
