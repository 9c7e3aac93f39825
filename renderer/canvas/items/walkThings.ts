import { itemOf } from '../../editor/layoutItem.ts';
import type { Box } from '../../editor/boxMath.ts';

export type Way = 'left' | 'right' | 'up' | 'down';
type Things = ReadonlyMap<string, Box>;

/** A step aside counts as so many ahead. */
const ASIDE = 2;
/** Things whose left edges are closer than this stand in one column, as cards do (px). */
const COLUMN = 160;

interface Ranked {
  readonly key: string;
  readonly ahead: number;
  readonly aside: number;
}

/** Everything that way. Top left corners are compared, so a frame stands before all that is in it. */
function thatWay(from: string, way: Way, things: Things): Ranked[] {
  const here = things.get(from);
  if (!here) return [];
  const sideways = way === 'left' || way === 'right';
  const sign = way === 'right' || way === 'down' ? 1 : -1;
  return [...things].flatMap(([key, box]) => {
    const dx = box.x - here.x;
    const dy = box.y - here.y;
    const ahead = (sideways ? dx : dy) * sign;
    return key === from || ahead <= 0 ? [] : [{ key, ahead, aside: Math.abs(sideways ? dy : dx) }];
  });
}

/** From a note or a frame: the nearest thing that way, straight ahead rather than aside. */
export function nearestThing(from: string, way: Way, things: Things): string | null {
  const ranked = thatWay(from, way, things);
  return ranked.toSorted((a, b) => a.ahead + a.aside * ASIDE - b.ahead - b.aside * ASIDE)[0]?.key ?? null;
}

/** Up and down from a block: the nearest of its column; where that ends, the nearest note or frame. */
export function nextInColumn(from: string, way: 'up' | 'down', things: Things): string | null {
  const column = thatWay(from, way, things).filter(({ aside }) => aside < COLUMN);
  const [next] = column.toSorted((a, b) => a.ahead - b.ahead);
  if (next) return next.key;
  return nearestThing(from, way, new Map([...things].filter(([key]) => key === from || itemOf(key) !== null)));
}
