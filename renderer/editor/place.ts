import { type Box, collide } from './boxMath.ts';
import { GRID, type Point, snap } from './draft.ts';

export const CARD_WIDTH = 264;
/** Used until a card was measured: header, two lines, one output. */
export const CARD_HEIGHT = 128;
/** Room between a card and the next one to its right. */
export const COLUMN_GAP = 96;
const ROW_GAP = 24;
const MOST_STEPS = 2_000;

/**
 * The free spot nearest to what was wanted, on the grid. Looks straight down, where people expect what is new, and a
 * quarter as far up.
 */
export function freeSpot(wanted: Box, taken: readonly Box[]): Point {
  const { x, y } = snap(wanted);
  for (let step = 0; step < MOST_STEPS; step += 1) {
    for (const shift of step % 4 === 0 ? [step, -step / 4] : [step]) {
      const at = { x, y: y + shift * GRID };
      if (!taken.some((box) => collide({ ...wanted, ...at }, box, ROW_GAP))) return at;
    }
  }
  return { x, y };
}
