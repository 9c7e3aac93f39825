import { flowById } from '../../../engine/flow/graph.ts';
import type { Command } from '../command.ts';
import { findNode, type Point, withExit, withNode, withPositions } from '../draft.ts';
import type { EdgeRef } from '../edges.ts';

export interface InsertNodeArgs {
  readonly flow: string;
  /** A block that is there already, connected with nothing. */
  readonly node: string;
  readonly edge: EdgeRef;
  /** Its output that leads on to where the connection led. */
  readonly through: string;
  readonly at: Point;
  /** Blocks that make room, with their new places. */
  readonly moved: Readonly<Record<string, Point>>;
}

/** A loose block is put into a connection: what led to the next one leads to it, and it leads on. One step. */
export const insertNode: Command<InsertNodeArgs> = {
  capture: 'now',
  apply(bot, { flow, node, edge, through, at, moved }) {
    const target = flowById(bot, flow)?.nodes.find(({ id }) => id === edge.node)?.exits?.[edge.exit];
    if (target === undefined || edge.node === node || target === node || !findNode(bot, flow, node)) return bot;
    const led = withNode(bot, flow, edge.node, (source) => withExit(source, edge.exit, node));
    const leading = withNode(led, flow, node, (inserted) => withExit(inserted, through, target));
    return withPositions(leading, flow, { ...moved, [node]: at });
  },
  label(bot, { flow, node }) {
    const inserted = findNode(bot, flow, node);
    return { key: 'insert', name: inserted?.name ?? inserted?.kind ?? node };
  },
  touched: (_, { flow, node }) => ({ flow, nodes: [node] }),
};
