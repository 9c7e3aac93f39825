import type { ReactFlowInstance } from '@xyflow/react';
import { motionMs, TOOLBAR_PX } from './bringIntoView.ts';
import type { CanvasNode, LinkEdge } from './project.ts';
import { type Box, unite } from '../editor/boxMath.ts';

/** Smaller than this, outputs can't be used (ux.md, 6.6). */
const READABLE = 0.55;
const MARGIN = 40;

/** Shows all of these if they can be read then; else as many as fit at the present zoom, from the first of them. */
export function fitBoxes(
  flow: ReactFlowInstance<CanvasNode, LinkEdge>,
  canvas: DOMRect,
  boxes: readonly Box[],
  ms: number,
): void {
  const [first] = boxes;
  if (!first) return;
  const all = unite(boxes);
  const room = { width: canvas.width - 2 * MARGIN, height: canvas.height - 2 * MARGIN - TOOLBAR_PX };
  const zoom = Math.min(1, room.width / all.width, room.height / all.height);
  if (zoom >= READABLE) {
    const x = (canvas.width - all.width * zoom) / 2 - all.x * zoom;
    const y = (canvas.height - TOOLBAR_PX - all.height * zoom) / 2 - all.y * zoom;
    void flow.setViewport({ x, y, zoom }, { duration: motionMs(ms) });
    return;
  }
  const near = Math.min(1, Math.max(READABLE, flow.getZoom()));
  const above = Math.min(first.y - all.y, room.height / near / 2);
  const at = { x: MARGIN - first.x * near, y: MARGIN - (first.y - above) * near, zoom: near };
  void flow.setViewport(at, { duration: motionMs(ms) });
}
