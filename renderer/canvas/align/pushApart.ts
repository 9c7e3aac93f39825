import { GRID, type Point } from '../../editor/draft.ts';
import { type Box, collide } from '../../editor/boxMath.ts';

/** Room left beside a card that was pushed off another (px). */
const GAP = 16;
/** Further than this nothing is pushed (px). */
const FARTHEST = 1_200;

/** Every offset on the grid, nearest first. Made once, when something is first dropped on something else. */
let offsets: readonly Point[] | null = null;

function allOffsets(): readonly Point[] {
  if (offsets) return offsets;
  const steps = FARTHEST / GRID / 2;
  const found: Point[] = [];
  // Near by, every step of the grid; the further off, the coarser it may be.
  for (const [step, from, to] of [
    [1, 0, 40],
    [4, 41, steps],
  ] as const) {
    for (let x = -to; x <= to; x += step) {
      for (let y = -to; y <= to; y += step) {
        if (Math.max(Math.abs(x), Math.abs(y)) >= from) found.push({ x: x * GRID, y: y * GRID });
      }
    }
  }
  offsets = found.toSorted((a, b) => Math.hypot(a.x, a.y) - Math.hypot(b.x, b.y));
  return offsets;
}

/**
 * How far what was dropped has to go so that it lies on nothing: the shortest way there is, on the grid. Nothing at all
 * when it lies on nothing, however near it stands.
 */
export function pushApart(dropped: readonly Box[], others: readonly Box[]): Point {
  const none = { x: 0, y: 0 };
  if (!dropped.some((box) => others.some((other) => collide(box, other, 0)))) return none;
  const near = others.filter((other) => dropped.some((box) => collide(box, other, FARTHEST)));
  const isFree = (by: Point): boolean =>
    !dropped.some((box) => {
      const at = { ...box, x: box.x + by.x, y: box.y + by.y };
      return near.some((other) => collide(at, other, GAP));
    });
  return allOffsets().find(isFree) ?? none;
}
