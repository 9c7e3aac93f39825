import { kindOf } from '../../engine/nodes/registry.ts';
import { itemOf } from '../editor/layoutItem.ts';
import { type Box, unite } from '../editor/boxMath.ts';
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
  const standingNow = createStanding(createSpots(paper));
  const paintStanding = createPicture(paper, ratio);

  return (seen) => {
    const { dragged } = useCanvasView.getState();
    const { standing, held, around, mask, edge } = standingNow(Object.keys(dragged));
    const moving = held.map((spot) => ({ ...spot, box: { ...spot.box, ...dragged[spot.key] } }));
    const { width, height } = MAP_SIZE;
    const view = mapView([...around, ...moving.map((spot) => spot.box), seen], width, height);
    brush.setTransform(1, 0, 0, 1, 0, 0);
    brush.clearRect(0, 0, paper.width, paper.height);
    brush.drawImage(paintStanding(standing, view), 0, 0);
    brush.setTransform(ratio, 0, 0, ratio, 0, 0);
    paintSpots(brush, moving, view);
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

function paintSpots(brush: CanvasRenderingContext2D, spots: readonly Spot[], view: MapView): void {
  for (const { box, ink } of spots) {
    const at = toMap(view, box);
    brush.fillStyle = ink;
    brush.fillRect(at.x, at.y, Math.max(DOT, at.width), Math.max(DOT, at.height));
  }
}

/** What stands still, as a picture: it is painted anew when the map is drawn to another scale, not at every frame of a pan. */
function createPicture(
  paper: HTMLCanvasElement,
  ratio: number,
): (spots: readonly Spot[], view: MapView) => CanvasImageSource {
  const picture = document.createElement('canvas');
  picture.width = paper.width;
  picture.height = paper.height;
  const brush = picture.getContext('2d');
  let shown: { readonly spots: readonly Spot[]; readonly view: MapView } | null = null;
  return (spots, view) => {
    const isSame =
      shown?.spots === spots && shown.view.scale === view.scale && shown.view.x === view.x && shown.view.y === view.y;
    if (isSame || !brush) return picture;
    shown = { spots, view };
    brush.setTransform(ratio, 0, 0, ratio, 0, 0);
    brush.clearRect(0, 0, MAP_SIZE.width, MAP_SIZE.height);
    paintSpots(brush, spots, view);
    return picture;
  };
}

interface Standing extends Look {
  readonly standing: readonly Spot[];
  /** What is under the pointer. */
  readonly held: readonly Spot[];
  /** The room that all that stands takes; empty where there is nothing. */
  readonly around: readonly Box[];
}

/** Told apart at the beginning and the end of a drag. */
function createStanding(spotsNow: () => Look): (held: readonly string[]) => Standing {
  let made: { readonly from: Look; readonly held: string; readonly standing: Standing } | null = null;
  return (held) => {
    const from = spotsNow();
    const key = held.join('\n');
    if (made?.from !== from || made.held !== key) {
      const isHeld = new Set(held);
      const standing = held.length === 0 ? from.spots : from.spots.filter((spot) => !isHeld.has(spot.key));
      const around = standing.length === 0 ? [] : [unite(standing.map((spot) => spot.box))];
      const moving = from.spots.filter((spot) => isHeld.has(spot.key));
      made = { from, held: key, standing: { ...from, standing, held: moving, around } };
    }
    return made.standing;
  };
}

interface Look {
  readonly spots: readonly Spot[];
  readonly mask: string;
  readonly edge: string;
}

/** What is on the map with its colours, gathered anew only when the flow, a size or the theme changed. */
function createSpots(paper: HTMLElement): () => Look {
  let made: (Look & { readonly from: readonly unknown[] }) | null = null;
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
