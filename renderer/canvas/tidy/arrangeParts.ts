import { type Point, snap } from '../../editor/draft.ts';
import { type Box, unite } from '../../editor/boxMath.ts';
import type { TidyBlock } from './tidyInput.ts';
import { NO_ROOM, type Room } from './tidyUnits.ts';

/** Between parts that nothing connects. */
const PART_GAP = 80;
/** Loose blocks stand in rows of so many. */
const LOOSE_IN_ROW = 4;
const LOOSE_GAP = 48;

/** A part with its blocks where the layout put them, the corner anywhere. */
export interface LaidPart {
  readonly blocks: readonly TidyBlock[];
  readonly at: ReadonlyMap<string, Point>;
}

export function unitBox(block: TidyBlock, at: Point, room: Room = NO_ROOM): Box {
  return {
    x: at.x - room.left,
    y: at.y - room.top,
    width: room.left + block.box.width + room.right,
    height: room.top + block.box.height + room.bottom,
  };
}

/**
 * Puts the parts of a flow under each other. A part with a pinned block goes where that block is; the first of the others
 * stays where it begins, so that tidying does not carry the flow away.
 */
export function arrangeParts(parts: readonly LaidPart[], rooms: ReadonlyMap<string, Room>): Map<string, Point> {
  const placed = new Map<string, Point>();

  function put(part: LaidPart, by: Point): Box {
    const shift = snap(by);
    const boxes = part.blocks.map((block) => {
      const at = snap(part.at.get(block.id) ?? { x: 0, y: 0 });
      const point = { x: at.x + shift.x, y: at.y + shift.y };
      placed.set(block.id, point);
      return unitBox(block, point, rooms.get(block.id));
    });
    return unite(boxes);
  }

  for (const part of parts) {
    const pinned = part.blocks.find((block) => block.pinned);
    if (pinned) put(part, difference(pinned.box, snap(part.at.get(pinned.id) ?? pinned.box)));
  }
  const free = parts.filter((part) => !part.blocks.some((block) => block.pinned));
  const [first, ...others] = free;
  if (!first) return placed;
  const box = put(first, firstShift(first));
  let y = box.y + box.height + PART_GAP;
  const isLoose = (part: LaidPart): boolean => part.blocks.length === 1 && part.blocks[0]?.entry !== true;
  for (const part of others.filter((each) => !isLoose(each))) {
    const { height } = put(part, difference({ x: box.x, y }, cornerOf(part, rooms)));
    y += height + PART_GAP;
  }
  const loose = others.filter(isLoose);
  for (let row = 0; row < loose.length; row += LOOSE_IN_ROW) {
    let x = box.x;
    let bottom = y;
    for (const part of loose.slice(row, row + LOOSE_IN_ROW)) {
      const at = put(part, difference({ x, y }, cornerOf(part, rooms)));
      x = at.x + at.width + LOOSE_GAP;
      bottom = Math.max(bottom, at.y + at.height);
    }
    y = bottom + LOOSE_GAP;
  }
  return placed;
}

/** The block where it begins keeps its place; of a part without one, the corner does. */
function firstShift(part: LaidPart): Point {
  const entry = part.blocks.find((block) => block.entry);
  if (entry) return difference(entry.box, snap(part.at.get(entry.id) ?? entry.box));
  return difference(unite(part.blocks.map((block) => block.box)), cornerOf(part, new Map()));
}

function cornerOf(part: LaidPart, rooms: ReadonlyMap<string, Room>): Point {
  const boxes = part.blocks.map((block) =>
    unitBox(block, snap(part.at.get(block.id) ?? { x: 0, y: 0 }), rooms.get(block.id)),
  );
  return unite(boxes);
}

function difference(to: Point, from: Point): Point {
  return { x: to.x - from.x, y: to.y - from.y };
}
