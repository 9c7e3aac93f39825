import type { Box } from './place.ts';

/** Room between the edge of a frame and what it is drawn around, and for its title (px). */
const PADDING = 24;
const TITLE = 40;

export function unite(boxes: readonly Box[]): Box {
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  return {
    x,
    y,
    width: Math.max(...boxes.map((box) => box.x + box.width)) - x,
    height: Math.max(...boxes.map((box) => box.y + box.height)) - y,
  };
}

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
  const inside = (box: Box): boolean => {
    const x = box.x + box.width / 2;
    const y = box.y + box.height / 2;
    return x >= frame.x && x <= frame.x + frame.width && y >= frame.y && y <= frame.y + frame.height;
  };
  const whole = (box: Box): boolean =>
    box.x >= frame.x &&
    box.y >= frame.y &&
    box.x + box.width <= frame.x + frame.width &&
    box.y + box.height <= frame.y + frame.height &&
    box.width * box.height < frame.width * frame.height;
  return [
    ...[...things].filter(([, box]) => inside(box)).map(([key]) => key),
    ...[...frames].filter(([, box]) => whole(box)).map(([key]) => key),
  ];
}
