import { type ReactFlowInstance, useReactFlow } from '@xyflow/react';
import { useEffect } from 'react';
import { useEditor } from '../editor/store.ts';
import { frameAt, itemOf } from '../editor/layoutItem.ts';
import { foldedIn, visibleBoxes } from './items/itemBoxes.ts';
import { bringIntoView } from './bringIntoView.ts';
import { bringBlocksBy, canvasElement, cardElement, focusBlock } from './focusBlock.ts';
import type { CanvasNode, LinkEdge } from './project.ts';
import { useCanvasView, writeThing } from './view.ts';

/** Takes the person to where the editor points: after undo, «go to», F8. */
export function useReveal(): void {
  const flow = useReactFlow<CanvasNode, LinkEdge>();
  const reveal = useEditor((state) => state.reveal);

  useEffect(() => bringBlocksBy((id) => bringAll(flow, [id], 'ifHidden')), [flow]);

  useEffect(() => {
    if (!reveal) return;
    const { touched, view, exit, field } = reveal;
    for (const key of touched.nodes) unfoldFor(key);
    const last = touched.nodes.at(-1);
    if (last === undefined) {
      canvasElement()?.focus({ preventScroll: true });
      return;
    }
    const show = (): void => bringAll(flow, touched.nodes, view);
    // Of a large flow only what is in view is on the page, and only that can have the focus.
    const isComing = cardElement(last) === null && useCanvasView.getState().surface === 'canvas';
    if (isComing) show();
    focusBlock(last, {
      select: false,
      exit,
      isComing,
      then() {
        show();
        // A note or a frame has no fields in the dock.
        if (field !== undefined && itemOf(last)) writeThing(last, field);
      },
    });
  }, [flow, reveal]);
}

function bringAll(
  flow: ReactFlowInstance<CanvasNode, LinkEdge>,
  keys: readonly string[],
  how: 'ifHidden' | 'centre',
): void {
  const boxes = visibleBoxes();
  const canvas = canvasElement()?.getBoundingClientRect();
  const places = keys.flatMap((id) => boxes.get(id) ?? []);
  if (canvas) bringIntoView(flow, canvas, places, how);
}

/** What is to be seen may lie in a folded frame, and that one in another. */
function unfoldFor(key: string): void {
  const state = useEditor.getState();
  const frame = foldedIn(state, key);
  if (frame === undefined || !frameAt(state.bot, state.flowId, frame)) return;
  if (state.run('unfold', { flow: state.flowId, key: frame })) unfoldFor(key);
}
