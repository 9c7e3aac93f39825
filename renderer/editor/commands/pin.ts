import type { Bot } from '../../../engine/flow/botSchema.ts';
import type { Command } from '../command.ts';
import { findNode } from '../draft.ts';

export interface PinArgs {
  readonly flow: string;
  readonly nodes: readonly string[];
  readonly pinned: boolean;
}

/** Does this block keep its place when the flow is tidied? Written beside its place in the file. */
export function isPinned(bot: Bot, flow: string, node: string): boolean {
  return bot.layout?.[flow]?.nodes[node]?.['pinned'] === true;
}

/** Blocks that keep their place when the flow is tidied, or no longer do. */
export const pin: Command<PinArgs> = {
  capture: 'now',
  apply(bot, { flow, nodes, pinned }) {
    const layout = bot.layout?.[flow];
    const changed = nodes.filter((id) => layout?.nodes[id] !== undefined && isPinned(bot, flow, id) !== pinned);
    if (!layout || changed.length === 0) return bot;
    const places = { ...layout.nodes };
    for (const id of changed) {
      const { pinned: _, ...place } = { ...places[id] } as Record<string, unknown> & { x: number; y: number };
      places[id] = pinned ? { ...place, pinned } : place;
    }
    return { ...bot, layout: { ...bot.layout, [flow]: { ...layout, nodes: places } } };
  },
  label(bot, { flow, nodes: [first = ''], pinned }) {
    const node = findNode(bot, flow, first);
    return { key: pinned ? 'pin' : 'unpin', name: node?.name ?? node?.kind ?? first };
  },
  touched: (_, { flow, nodes }) => ({ flow, nodes }),
};
