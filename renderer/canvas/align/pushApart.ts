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
  offsets = found.toSorted((a, b) => a.x * a.x + a.y * a.y - b.x * b.x - b.y * b.y);
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
  // Thousands of places among dozens of cards: nothing is built for any of them, the hand waits for it to come to rest.
  const isFree = (by: Point): boolean => {
    for (const box of dropped) {
      const left = box.x + by.x - GAP;
      const right = box.x + by.x + box.width + GAP;
      const top = box.y + by.y - GAP;
      const bottom = box.y + by.y + box.height + GAP;
      for (const other of near) {
        const isBeside = other.x + other.width <= left || other.x >= right;
        if (!isBeside && other.y + other.height > top && other.y < bottom) return false;
      }
    }
    return true;
  };
  return allOffsets().find(isFree) ?? none;
}
