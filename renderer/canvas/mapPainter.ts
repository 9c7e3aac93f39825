import { kindOf } from '../../engine/nodes/registry.ts';
import { itemOf } from '../editor/layoutItem.ts';
import type { Box } from '../editor/boxMath.ts';
import { nodeOf, useEditor } from '../editor/store.ts';
import { visibleBoxes } from './items/itemBoxes.ts';
import { type MapView, mapView, toMap } from './mapGeometry.ts';
import { useCanvasView } from './view.ts';

/** Of the map on the page (px of CSS). */
export const MAP_SIZE = { width: 184, height: 128 };
/** Smaller than this on the map, a card would not be seen. */
const DOT = 1.5;

interface Spot {
  readonly key: string;
  readonly box: Box;
  readonly ink: string;
}

/** Paints the map for what the canvas looks at (in the flow's own measures). Value: how the flow lies on the map now. */
export function createMapPainter(paper: HTMLCanvasElement): ((seen: Box) => MapView) | null {
  const brush = paper.getContext('2d');
  if (!brush) return null;
  const ratio = window.devicePixelRatio;
  paper.width = MAP_SIZE.width * ratio;
  paper.height = MAP_SIZE.height * ratio;
  const spotsNow = createSpots(paper);

  return (seen) => {
    const { spots: standing, mask, edge } = spotsNow();
    const { dragged } = useCanvasView.getState();
    const spots = standing.map((spot) =>
      spot.key in dragged ? { ...spot, box: { ...spot.box, ...dragged[spot.key] } } : spot,
    );
    const { width, height } = MAP_SIZE;
    const view = mapView([...spots.map((spot) => spot.box), seen], width, height);
    brush.setTransform(ratio, 0, 0, ratio, 0, 0);
    brush.clearRect(0, 0, width, height);
    for (const { box, ink } of spots) {
      const at = toMap(view, box);
      brush.fillStyle = ink;
      brush.fillRect(at.x, at.y, Math.max(DOT, at.width), Math.max(DOT, at.height));
    }
    const window = toMap(view, seen);
    brush.fillStyle = mask;
    brush.beginPath();
    brush.rect(0, 0, width, height);
    brush.rect(window.x, window.y, window.width, window.height);
    brush.fill('evenodd');
    brush.strokeStyle = edge;
    brush.strokeRect(window.x, window.y, window.width, window.height);
    return view;
  };
}

/** What is on the map with its colours, gathered anew only when the flow, a size or the theme changed. */
function createSpots(paper: HTMLElement): () => { spots: readonly Spot[]; mask: string; edge: string } {
  let made: { from: readonly unknown[]; spots: readonly Spot[]; mask: string; edge: string } | null = null;
  return () => {
    const state = useEditor.getState();
    const { sizes } = useCanvasView.getState();
    const from = [state.bot, state.flowId, sizes, document.documentElement.dataset['theme']];
    if (made?.from.every((value, at) => value === from[at])) return made;
    const look = getComputedStyle(paper);
    const inks = new Map<string, string>();
    const ink = (name: string): string => {
      const cached = inks.get(name) ?? look.getPropertyValue(`--map-${name}`);
      inks.set(name, cached);
      return cached;
    };
    const spots = [...visibleBoxes()].map(([key, box]): Spot => {
      const kind = nodeOf(state, key)?.kind;
      const name = kind === undefined ? (itemOf(key)?.kind ?? 'system') : (kindOf(kind)?.family ?? 'system');
      return { key, box, ink: ink(name) };
    });
    made = { from, spots, mask: ink('mask'), edge: ink('edge') };
    return made;
  };
}
