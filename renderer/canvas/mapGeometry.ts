import { type Box, unite } from '../editor/boxMath.ts';
import type { Point } from '../editor/draft.ts';

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
  const all = unite(boxes);
  const wide = Math.max(1, all.width) * (1 + 2 * MARGIN);
  const high = Math.max(1, all.height) * (1 + 2 * MARGIN);
  const scale = Math.min(width / wide, height / high);
  return {
    scale,
    x: width / 2 - (all.x + all.width / 2) * scale,
    y: height / 2 - (all.y + all.height / 2) * scale,
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
