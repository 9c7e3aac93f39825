import type { Bot } from '../botSchema.ts';

/** Columns as far apart as a card and its connections need. */
const COLUMN = 344;

/** Places of a template's cards: the column, and how far down, on the grid of 8 px. */
export function layoutOf(
  flow: string,
  cells: Readonly<Record<string, readonly [column: number, y: number]>>,
  width = COLUMN,
): NonNullable<Bot['layout']> {
  const nodes = Object.fromEntries(Object.entries(cells).map(([id, [column, y]]) => [id, { x: column * width, y }]));
  return { [flow]: { nodes, frames: [], notes: [] } };
}
