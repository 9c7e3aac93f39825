import type { Bot } from '../botSchema.ts';

/** Columns as far apart as a card and its connections need, rows as far as the tallest card; both on the grid of 8 px. */
const COLUMN = 344;
const ROW = 320;

/** Places of a template's cards, from columns and rows. Halves stand between two rows. */
export function layoutOf(
  flow: string,
  cells: Readonly<Record<string, readonly [column: number, row: number]>>,
): NonNullable<Bot['layout']> {
  const nodes = Object.fromEntries(
    Object.entries(cells).map(([id, [column, row]]) => [id, { x: column * COLUMN, y: row * ROW }]),
  );
  return { [flow]: { nodes, frames: [], notes: [] } };
}
