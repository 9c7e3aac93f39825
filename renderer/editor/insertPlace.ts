import type { BotFlow } from '../../engine/flow/botSchema.ts';
import { type Point, snap } from './draft.ts';
import type { Box } from './boxMath.ts';
import { CARD_HEIGHT, CARD_WIDTH, COLUMN_GAP, freeSpot } from './place.ts';
import { downstream } from './walk.ts';

export interface InsertPlace {
  readonly at: Point;
  /** Cards that step aside, with their new places. */
  readonly moved: Readonly<Record<string, Point>>;
}

/**
 * Where a card goes that is put into a connection: between the two when they stand apart, otherwise what follows moves
 * to the right by just enough, so that reading order stays left to right.
 */
export function insertPlace(flow: BotFlow, boxes: ReadonlyMap<string, Box>, from: string, to: string): InsertPlace {
  const source = boxes.get(from) ?? { x: 0, y: 0, width: CARD_WIDTH, height: CARD_HEIGHT };
  const target = boxes.get(to) ?? source;
  const start = source.x + source.width;
  const wanted = { width: CARD_WIDTH, height: CARD_HEIGHT };
  if (target.x <= start) {
    const spot = { ...wanted, x: start + COLUMN_GAP, y: source.y };
    return { at: freeSpot(spot, [...boxes.values()]), moved: {} };
  }
  const room = COLUMN_GAP / 2 + CARD_WIDTH + COLUMN_GAP / 2;
  const shift = Math.max(0, Math.ceil((room - (target.x - start)) / 8) * 8);
  const followers = shift > 0 ? new Set([...downstream(flow, to), to]) : new Set<string>();
  followers.delete(from);
  const moved: Record<string, Point> = {};
  const after = new Map(boxes);
  for (const id of followers) {
    const box = boxes.get(id);
    if (!box || box.x < target.x) continue;
    moved[id] = { x: box.x + shift, y: box.y };
    after.set(id, { ...box, x: box.x + shift });
  }
  const middle = (start + target.x + shift - CARD_WIDTH) / 2;
  const at = snap({ x: middle, y: (source.y + target.y) / 2 });
  return { at: freeSpot({ ...wanted, ...at }, [...after.values()]), moved };
}
