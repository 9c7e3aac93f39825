import type { Bot } from '../../../engine/flow/botSchema.ts';
import type { Command } from '../command.ts';
import { type Point, withPositions } from '../draft.ts';

export interface TidyArgs {
  readonly flow: string;
  readonly nodes: Readonly<Record<string, Point>>;
  /** By id. */
  readonly notes: Readonly<Record<string, Point>>;
  readonly frames: Readonly<Record<string, Point & { readonly width: number; readonly height: number }>>;
  /** The blocks it was asked for; none = the whole flow. */
  readonly chosen: readonly string[];
}

/** New places for blocks, and for the notes and frames that go with them: one step. */
export const tidy: Command<TidyArgs> = {
  capture: 'now',
  apply(bot, { flow, nodes, notes, frames }) {
    const after = withPlaces(withPlaces(bot, flow, 'notes', notes), flow, 'frames', frames);
    return withPositions(after, flow, nodes);
  },
  label: (_, { chosen }) => ({ key: 'tidy', count: chosen.length }),
  touched: (_, { flow, chosen }) => ({ flow, nodes: chosen }),
};

/** Lays places over entries of a list that files by hand may fill with anything. */
function withPlaces(bot: Bot, flow: string, list: 'notes' | 'frames', places: Readonly<Record<string, Point>>): Bot {
  const layout = bot.layout?.[flow];
  const entries: unknown = layout?.[list];
  if (!layout || !Array.isArray(entries)) return bot;
  const after = (entries as unknown[]).map((entry) => {
    if (typeof entry !== 'object' || entry === null || !('id' in entry) || typeof entry.id !== 'string') return entry;
    const place = Object.hasOwn(places, entry.id) ? places[entry.id] : undefined;
    const old = entry as Readonly<Record<string, unknown>>;
    if (!place || Object.entries(place).every(([field, value]) => old[field] === value)) return entry;
    return { ...entry, ...place };
  });
  const changed = after.some((entry, at) => entry !== entries[at]);
  return changed ? { ...bot, layout: { ...bot.layout, [flow]: { ...layout, [list]: after } } } : bot;
}
