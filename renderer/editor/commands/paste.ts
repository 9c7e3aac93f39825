import type { BotNode } from '../../../engine/flow/botSchema.ts';
import { type BotParts, withParts } from '../clipParts.ts';
import type { Command } from '../command.ts';
import { type Point, withNodes, withPositions } from '../draft.ts';
import { type ItemEntry, itemKey, withItems } from '../layoutItem.ts';

export interface PasteArgs {
  readonly flow: string;
  /** Already with ids of their own (`clipboard.ts`), connected among themselves only. */
  readonly nodes: readonly BotNode[];
  readonly positions: Readonly<Record<string, Point>>;
  readonly notes?: readonly ItemEntry[];
  readonly frames?: readonly ItemEntry[];
  /** What the bot lacks for them. */
  readonly parts?: BotParts;
  readonly duplicate?: boolean;
}

export const paste: Command<PasteArgs> = {
  capture: 'now',
  apply(bot, { flow, nodes, positions, notes = [], frames = [], parts = {} }) {
    if (nodes.length + notes.length + frames.length === 0) return bot;
    const after = withNodes(bot, flow, (all) => (nodes.length === 0 ? all : [...all, ...nodes]));
    const placed = withPositions(after, flow, positions);
    return withParts(withItems(withItems(placed, flow, 'frame', frames), flow, 'note', notes), parts);
  },
  label: (_, { nodes, notes = [], frames = [], duplicate }) => ({
    key: duplicate ? 'duplicate' : 'paste',
    count: nodes.length > 0 ? nodes.length : notes.length + frames.length,
  }),
  touched: (_, { flow, nodes, notes = [], frames = [] }) => ({
    flow,
    nodes: [
      ...frames.map((frame) => itemKey('frame', String(frame['id']))),
      ...notes.map((note) => itemKey('note', String(note['id']))),
      ...nodes.map((n) => n.id),
    ],
  }),
};
