import { create } from 'zustand';
import { type Point, snap } from '../../editor/draft.ts';
import { itemOf } from '../../editor/layoutItem.ts';
import { visibleBoxes } from '../items/itemBoxes.ts';
import { type Box, unite } from '../../editor/boxMath.ts';
import { alignBox, type Guide, nearestBoxes } from './alignBox.ts';

/** How near a line must be to hold a card (px on screen). */
const WITHIN = 6;
const MOST_WITHIN = 12;
const NONE: readonly Guide[] = [];

/** The alignment lines on show. */
export const useGuides = create<{ readonly guides: readonly Guide[] }>(() => ({ guides: NONE }));

export function dropGuides(): void {
  if (useGuides.getState().guides !== NONE) useGuides.setState({ guides: NONE });
}

/** Cards as they stood when the drag began, and those that stay: gone through once, not on every move of the pointer. */
let stood: ReadonlyMap<string, Box> = new Map();
let others: readonly Box[] = [];

/**
 * Where dragged cards go for where the pointer would have them: onto lines with their nearest neighbours, else onto the
 * grid; with `free`, past all lines. Several keep their places among each other.
 */
export function dragPlaces(
  raw: Readonly<Record<string, Point>>,
  how: { readonly isFirst: boolean; readonly zoom: number; readonly free: boolean },
): Readonly<Record<string, Point>> {
  const ids = Object.keys(raw);
  if (how.isFirst) {
    stood = visibleBoxes();
    const dragged = new Set(ids);
    others = [...stood].flatMap(([id, box]) => (dragged.has(id) || itemOf(id) ? [] : [box]));
  }
  const boxes = ids.flatMap((id) => {
    const box = stood.get(id);
    return box ? [{ ...box, ...raw[id] }] : [];
  });
  const [first] = ids;
  const lead = first === undefined ? undefined : raw[first];
  if (boxes.length === 0 || !lead) return raw;
  const moving = unite(boxes);
  const within = Math.min(MOST_WITHIN, WITHIN / how.zoom);
  const found = how.free ? null : alignBox(moving, nearestBoxes(moving, others), within);
  const onGrid = snap(lead);
  const by = { x: found?.dx ?? onGrid.x - lead.x, y: found?.dy ?? onGrid.y - lead.y };
  if (found && found.guides.length > 0) useGuides.setState({ guides: found.guides });
  else dropGuides();
  const places = ids.map((id) => {
    const at = raw[id] ?? lead;
    return [id, { x: Math.round(at.x + by.x), y: Math.round(at.y + by.y) }] as const;
  });
  return Object.fromEntries(places);
}
