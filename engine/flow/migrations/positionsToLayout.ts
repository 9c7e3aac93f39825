import type { BotMigration, RawBot } from './migration.ts';

/**
 * Format 0 (files without `format`, from before the contract) kept a card's place on its node, as `x` and `y`. Since
 * format 1 logic and layout are apart, so that dragging a card changes `layout` alone.
 */
export const positionsToLayout: BotMigration = {
  from: 0,
  name: 'positions to layout',
  up(bot) {
    const layout: Record<string, unknown> = { ...record(bot.layout) };
    const flows = list(bot.flows).map((raw) => {
      const flow = record(raw);
      const id = typeof flow.id === 'string' ? flow.id : '';
      const places: Record<string, unknown> = { ...record(record(layout[id]).nodes) };
      const nodes = list(flow.nodes).map((rawNode) => {
        const { x, y, ...node } = record(rawNode);
        if (typeof x === 'number' && typeof y === 'number' && typeof node.id === 'string') places[node.id] = { x, y };
        return node;
      });
      layout[id] = { ...record(layout[id]), nodes: places };
      return { ...flow, nodes };
    });
    return { ...bot, flows, layout };
  },
};

function record(value: unknown): Record<string, unknown> & RawBot {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}
