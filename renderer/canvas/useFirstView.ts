import { useNodesInitialized, useReactFlow } from '@xyflow/react';
import { useEffect, useRef } from 'react';
import { openFlowOf, useEditor } from '../editor/store.ts';
import { firstBlock } from '../editor/walk.ts';
import { CARD_WIDTH, COLUMN_GAP } from '../editor/place.ts';
import { openBoxes } from './boxes.ts';
import { canvasElement } from './focusBlock.ts';

/** Smaller than this, cards can't be read: better to begin at the start of the flow. */
const READABLE = 0.6;
/** The zoom of a flow that is too large for one look. */
const FAR_ZOOM = 0.8;
const MARGIN = 40;
/** Room the toolbar takes at the bottom. */
const TOOLBAR = 48;

/** Where a flow is first looked at: all of it when that can be read, else from its start. Not when a place was kept. */
export function useFirstView(isKept: boolean): void {
  const flow = useReactFlow();
  const isMeasured = useNodesInitialized();
  const isDone = useRef(isKept);

  useEffect(() => {
    if (!isMeasured || isDone.current) return;
    isDone.current = true;
    const boxes = openBoxes();
    const open = openFlowOf(useEditor.getState());
    const canvas = canvasElement()?.getBoundingClientRect();
    const start = open && boxes.get(firstBlock(open) ?? '');
    if (!canvas || !start) return;
    // Beside a lonely start stands the question what to say first (EmptyFlow).
    const beside = { ...start, x: start.x + CARD_WIDTH + COLUMN_GAP, height: 200 };
    const all = boxes.size === 1 ? [start, beside] : [...boxes.values()];
    const left = Math.min(...all.map((box) => box.x));
    const top = Math.min(...all.map((box) => box.y));
    const width = Math.max(...all.map((box) => box.x + box.width)) - left;
    const height = Math.max(...all.map((box) => box.y + box.height)) - top;
    const zoom = Math.min(1, (canvas.width - 2 * MARGIN) / width, (canvas.height - 2 * MARGIN - TOOLBAR) / height);
    if (zoom >= READABLE) {
      const x = (canvas.width - width * zoom) / 2 - left * zoom;
      const y = (canvas.height - TOOLBAR - height * zoom) / 2 - top * zoom;
      void flow.setViewport({ x, y, zoom });
    } else {
      // The start at the left edge; as much as can be above it.
      const above = Math.min(start.y - top, canvas.height / 2 / FAR_ZOOM);
      void flow.setViewport({
        x: MARGIN - start.x * FAR_ZOOM,
        y: MARGIN - (start.y - above) * FAR_ZOOM,
        zoom: FAR_ZOOM,
      });
    }
  }, [flow, isMeasured]);
}
