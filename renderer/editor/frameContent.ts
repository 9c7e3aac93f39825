import { type Box, isInside, unite } from './boxMath.ts';

/** Room between the edge of a frame and what it is drawn around, and for its title (px). */
const PADDING = 24;
const TITLE = 40;

/** A frame around all of these, on the grid. */
export function frameAround(boxes: readonly Box[]): Box {
  const { x, y, width, height } = unite(boxes);
  const left = Math.floor((x - PADDING) / 8) * 8;
  const top = Math.floor((y - PADDING - TITLE) / 8) * 8;
  return {
    x: left,
    y: top,
    width: Math.ceil((x + width + PADDING - left) / 8) * 8,
    height: Math.ceil((y + height + PADDING - top) / 8) * 8,
  };
}

/** What a frame holds: everything whose middle lies in it, and of other frames those that lie in it whole. */
export function heldBy(frame: Box, things: ReadonlyMap<string, Box>, frames: ReadonlyMap<string, Box>): string[] {
  const whole = (box: Box): boolean =>
    box.x >= frame.x &&
    box.y >= frame.y &&
    box.x + box.width <= frame.x + frame.width &&
    box.y + box.height <= frame.y + frame.height &&
    box.width * box.height < frame.width * frame.height;
  return [
    ...[...things].filter(([, box]) => isInside(box, frame)).map(([key]) => key),
    ...[...frames].filter(([, box]) => whole(box)).map(([key]) => key),
  ];
}
