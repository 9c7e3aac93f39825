import type { Point } from '../editor/draft.ts';
import type { Box } from '../editor/place.ts';

/** How the flow lies on its map: `map = flow * scale + shift`. */
export interface MapView {
  readonly scale: number;
  readonly x: number;
  readonly y: number;
}

/** Free room around what the map shows, as a part of it. */
const MARGIN = 0.06;

/** All of these, as large as fits and in the middle. */
export function mapView(boxes: readonly Box[], width: number, height: number): MapView {
  if (boxes.length === 0) return { scale: 1, x: 0, y: 0 };
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  // One pass: spreading thousands of numbers into Math.min costs more, and this runs at every frame of a pan.
  for (const box of boxes) {
    left = Math.min(left, box.x);
    top = Math.min(top, box.y);
    right = Math.max(right, box.x + box.width);
    bottom = Math.max(bottom, box.y + box.height);
  }
  const wide = Math.max(1, right - left) * (1 + 2 * MARGIN);
  const high = Math.max(1, bottom - top) * (1 + 2 * MARGIN);
  const scale = Math.min(width / wide, height / high);
  return {
    scale,
    x: width / 2 - ((left + right) / 2) * scale,
    y: height / 2 - ((top + bottom) / 2) * scale,
  };
}

export function toFlow(view: MapView, at: Point): Point {
  return { x: (at.x - view.x) / view.scale, y: (at.y - view.y) / view.scale };
}

export function toMap(view: MapView, box: Box): Box {
  return {
    x: box.x * view.scale + view.x,
    y: box.y * view.scale + view.y,
    width: box.width * view.scale,
    height: box.height * view.scale,
  };
}
