import type { BotNode } from '../../../engine/flow/botSchema.ts';
import type { Command } from '../command.ts';
import { type Point, withNodes, withPositions } from '../draft.ts';

export interface PasteArgs {
  readonly flow: string;
  /** Already with ids of their own (`clipboard.ts`), connected among themselves only. */
  readonly nodes: readonly BotNode[];
  readonly positions: Readonly<Record<string, Point>>;
  readonly duplicate?: boolean;
}

export const paste: Command<PasteArgs> = {
  capture: 'now',
  apply(bot, { flow, nodes, positions }) {
    const after = withNodes(bot, flow, (all) => (nodes.length === 0 ? all : [...all, ...nodes]));
    return after === bot ? bot : withPositions(after, flow, positions);
  },
  label: (_, { nodes, duplicate }) => ({ key: duplicate ? 'duplicate' : 'paste', count: nodes.length }),
  touched: (_, { flow, nodes }) => ({ flow, nodes: nodes.map((n) => n.id) }),
};
