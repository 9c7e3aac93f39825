import { GRID } from '../../editor/draft.ts';
import { type Box, collide } from '../../editor/boxMath.ts';

/** Room that stays between cards that had to make way for each other (px). */
const GAP = 24;
/** Boxes are looked up by stripes of this width, so that each meets only those beside it. */
const STRIPE = 512;

/** Boxes of things that move as one: a card with its notes, or a frame with all it holds. */
export interface Settled {
  readonly id: string;
  readonly box: Box;
}

/**
 * Makes way: whatever lies on something that stays, or on something already settled, goes straight down to the first free
 * place, so it stays in its column. Value: how far each went.
 */
export function settle(things: readonly Settled[], fixed: readonly Box[]): ReadonlyMap<string, number> {
  const taken = new Map<number, Box[]>();
  for (const box of fixed) take(taken, box);
  const shifts = new Map<string, number>();
  for (const { id, box } of things.toSorted((a, b) => a.box.y - b.box.y || a.box.x - b.box.x)) {
    let at = box;
    for (let hit = blocker(at, taken); hit !== undefined; hit = blocker(at, taken)) {
      at = { ...at, y: Math.ceil((hit.y + hit.height + GAP) / GRID) * GRID + offGrid(box.y) };
    }
    take(taken, at);
    shifts.set(id, at.y - box.y);
  }
  return shifts;
}

/** Notes may stand off the grid; their card must come to stand on it all the same. */
function offGrid(y: number): number {
  return ((y % GRID) + GRID) % GRID;
}

function stripesOf({ x, width }: Box): number[] {
  const first = Math.floor((x - GAP) / STRIPE);
  const last = Math.floor((x + width + GAP) / STRIPE);
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
}

function take(taken: Map<number, Box[]>, box: Box): void {
  for (const stripe of stripesOf(box)) {
    const known = taken.get(stripe);
    if (known) known.push(box);
    else taken.set(stripe, [box]);
  }
}

function blocker(box: Box, taken: ReadonlyMap<number, readonly Box[]>): Box | undefined {
  for (const stripe of stripesOf(box)) {
    const hit = taken.get(stripe)?.find((other) => collide(box, other, GAP));
    if (hit) return hit;
  }
  return undefined;
}
