import type { ReactFlowInstance, Viewport } from '@xyflow/react';
import { type Box, unite } from '../editor/boxMath.ts';
import type { CanvasNode, LinkEdge } from './project.ts';

/** Room that stays free around what was brought into view (px on screen). */
const MARGIN = 24;
/** Room the toolbar takes at the bottom of the canvas. */
export const TOOLBAR_PX = 48;

/**
 * Straight there. The usual flight zooms out and in again on its way, and the next move, which starts from where the view
 * is by then, would keep that: every block added would leave the canvas a little smaller.
 */
const STRAIGHT = { interpolate: 'linear' } as const;

export function motionMs(ms: number): number {
  return matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : ms;
}

/**
 * Moves the view to these cards. `ifHidden`: by as little as needed, and not at all while they can be seen. `centre`:
 * to the middle, and not smaller than can be read.
 */
export function bringIntoView(
  flow: ReactFlowInstance<CanvasNode, LinkEdge>,
  canvas: DOMRect,
  boxes: readonly Box[],
  how: 'ifHidden' | 'centre',
): void {
  if (boxes.length === 0) return;
  const box = unite(boxes);
  const { x, y, zoom } = flow.getViewport();
  if (how === 'centre') {
    const readable = Math.max(zoom, 0.75);
    const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    void flow.setCenter(middle.x, middle.y, { ...STRAIGHT, zoom: readable, duration: motionMs(200) });
    return;
  }
  const shift = (start: number, length: number, offset: number, room: number): number => {
    const from = start * zoom + offset;
    const to = from + length * zoom;
    if (from < MARGIN || length * zoom > room - 2 * MARGIN) return MARGIN - from;
    return to > room - MARGIN ? room - MARGIN - to : 0;
  };
  const dx = shift(box.x, box.width, x, canvas.width);
  let dy = shift(box.y, box.height, y, canvas.height - TOOLBAR_PX);
  dy += offTheMap(canvas, {
    x: box.x * zoom + x + dx,
    y: box.y * zoom + y + dy,
    width: box.width * zoom,
    height: box.height * zoom,
  });
  const isSeen = box.x * zoom + x + box.width * zoom > MARGIN && box.x * zoom + x < canvas.width - MARGIN;
  if ((dx === 0 && dy === 0) || (isSeen && box.width * zoom > canvas.width && dy === 0)) return;
  void flow.setViewport({ x: x + dx, y: y + dy, zoom }, { ...STRAIGHT, duration: motionMs(180) });
}

/** How far up a card must go so as not to lie under the map in the corner; 0 when it can't. */
function offTheMap(canvas: DOMRect, card: Box): number {
  const map = document.querySelector('[data-testid="canvas"] .react-flow__minimap')?.getBoundingClientRect();
  if (!map || card.x + card.width + MARGIN < map.left - canvas.left) return 0;
  const under = card.y + card.height + MARGIN - (map.top - canvas.top);
  return under > 0 && card.y - under >= MARGIN ? -under : 0;
}

/** Is all of this card on screen? */
export function isInView({ x, y, zoom }: Viewport, canvas: DOMRect, box: Box): boolean {
  const [left, top] = [box.x * zoom + x, box.y * zoom + y];
  return left >= 0 && top >= 0 && left + box.width * zoom <= canvas.width && top + box.height * zoom <= canvas.height;
}

/** Is some of this card on screen? */
export function isTouched({ x, y, zoom }: Viewport, canvas: DOMRect, box: Box): boolean {
  const [left, top] = [box.x * zoom + x, box.y * zoom + y];
  return left < canvas.width && top < canvas.height && left + box.width * zoom > 0 && top + box.height * zoom > 0;
}
