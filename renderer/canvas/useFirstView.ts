import { useNodesInitialized, useReactFlow, type Viewport } from '@xyflow/react';
import { useEffect, useRef } from 'react';
import { openFlowOf, useEditor } from '../editor/store.ts';
import { firstBlock } from '../editor/walk.ts';
import { CARD_WIDTH, COLUMN_GAP } from '../editor/place.ts';
import { openBoxes } from './boxes.ts';
import { isTouched, TOOLBAR_PX } from './bringIntoView.ts';
import { canvasElement } from './focusBlock.ts';

/** Smaller than this, outputs can't be used (ux.md, 6.6): better to begin at the start of the flow. */
const READABLE = 0.7;
/** The zoom of a flow that is too large for one look: the smallest that still shows whole cards. */
const FAR_ZOOM = 0.7;
const MARGIN = 40;

/**
 * Where a flow is first looked at: all of it when that can be read, else from its start. Not when a place was kept from
 * which something can be seen: the window may have been another one.
 */
export function useFirstView(isKept: boolean): void {
  const flow = useReactFlow();
  const isMeasured = useNodesInitialized();
  const isDone = useRef(false);

  useEffect(() => {
    const element = canvasElement();
    if (!isMeasured || isDone.current || element === null) return undefined;
    isDone.current = true;
    const canvas = element.getBoundingClientRect();
    if (isKept && [...openBoxes().values()].some((box) => isTouched(flow.getViewport(), canvas, box))) return undefined;
    let shown: Viewport | null = null;
    // The canvas may yet lose height to the problems that are found: it is fitted anew until somebody has moved it.
    const observer = new ResizeObserver(() => {
      const view = firstView(element.getBoundingClientRect());
      if (view === null || (shown !== null && !isSame(flow.getViewport(), shown))) return observer.disconnect();
      shown = view;
      void flow.setViewport(view);
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [flow, isKept, isMeasured]);
}

function firstView(canvas: DOMRect): Viewport | null {
  const boxes = openBoxes();
  const open = openFlowOf(useEditor.getState());
  const start = open && boxes.get(firstBlock(open) ?? '');
  if (!start) return null;
  // Beside a lonely start stands the question what to say first (EmptyFlow).
  const beside = { ...start, x: start.x + CARD_WIDTH + COLUMN_GAP, height: 200 };
  const all = boxes.size === 1 ? [start, beside] : [...boxes.values()];
  const left = Math.min(...all.map((box) => box.x));
  const top = Math.min(...all.map((box) => box.y));
  const width = Math.max(...all.map((box) => box.x + box.width)) - left;
  const height = Math.max(...all.map((box) => box.y + box.height)) - top;
  const room = { width: canvas.width - 2 * MARGIN, height: canvas.height - 2 * MARGIN - TOOLBAR_PX };
  const zoom = Math.min(1, room.width / width, room.height / height);
  if (zoom >= READABLE) {
    const x = (canvas.width - width * zoom) / 2 - left * zoom;
    const y = (canvas.height - TOOLBAR_PX - height * zoom) / 2 - top * zoom;
    return { x, y, zoom };
  }
  // In the middle where it fits that way; else the start at the left edge, and as much as can be above it.
  const above = Math.min(start.y - top, canvas.height / 2 / FAR_ZOOM);
  const spare = {
    x: canvas.width - width * FAR_ZOOM,
    y: canvas.height - TOOLBAR_PX - height * FAR_ZOOM,
  };
  return {
    x: spare.x >= 0 ? spare.x / 2 - left * FAR_ZOOM : MARGIN - start.x * FAR_ZOOM,
    y: spare.y >= 0 ? spare.y / 2 - top * FAR_ZOOM : MARGIN - (start.y - above) * FAR_ZOOM,
    zoom: FAR_ZOOM,
  };
}

function isSame(a: Viewport, b: Viewport): boolean {
  return Math.abs(a.x - b.x) < 1 && Math.abs(a.y - b.y) < 1 && Math.abs(a.zoom - b.zoom) < 0.001;
}
