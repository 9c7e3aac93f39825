import { useNodesInitialized, useReactFlow, type Viewport } from '@xyflow/react';
import { useEffect, useRef } from 'react';
import { isFocusFree } from '../app/regions.ts';
import { openFlowOf, useEditor } from '../editor/store.ts';
import { firstBlock } from '../editor/walk.ts';
import { openBoxes } from './boxes.ts';
import { isTouched } from './bringIntoView.ts';
import { canvasElement, focusBlock } from './focusBlock.ts';

/**
 * A flow that opens takes the keyboard, if nothing else has it: on its first block, without choosing it. React Flow
 * carries the view to a block that takes the keyboard out of sight, so where a place was kept it is a block seen from there.
 */
export function useFirstFocus(isKept: boolean): void {
  const view = useReactFlow();
  const isDrawn = useNodesInitialized();
  const isDone = useRef(false);

  useEffect(() => {
    if (!isDrawn || isDone.current) return;
    isDone.current = true;
    const state = useEditor.getState();
    const flow = openFlowOf(state);
    const first = flow && firstBlock(flow);
    if (!first || !isFocusFree()) return;
    focusBlock((isKept ? blockSeen(view.getViewport(), first) : null) ?? first, { select: false });
  }, [isDrawn, isKept, view]);
}

/** `first` if any of it is on screen, else the block nearest to the middle; null when there is none on screen. */
function blockSeen(at: Viewport, first: string): string | null {
  const canvas = canvasElement()?.getBoundingClientRect();
  if (!canvas) return null;
  const seen = [...openBoxes()].filter(([, box]) => isTouched(at, canvas, box));
  if (seen.some(([id]) => id === first)) return first;
  const ranked = seen.map(([id, box]) => {
    const x = (box.x + box.width / 2) * at.zoom + at.x - canvas.width / 2;
    const y = (box.y + box.height / 2) * at.zoom + at.y - canvas.height / 2;
    return { id, off: Math.hypot(x, y) };
  });
  return ranked.toSorted((a, b) => a.off - b.off)[0]?.id ?? null;
}
