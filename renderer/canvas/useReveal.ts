import { useReactFlow } from '@xyflow/react';
import { useEffect } from 'react';
import { useEditor } from '../editor/store.ts';
import { frameAt, itemOf } from '../editor/layoutItem.ts';
import { foldedIn, visibleBoxes } from './items/itemBoxes.ts';
import { bringIntoView } from './bringIntoView.ts';
import { canvasElement, focusBlock } from './focusBlock.ts';
import type { CanvasNode, LinkEdge } from './project.ts';
import { editOnCard } from './view.ts';

/** Takes the person to where the editor points: after undo, «go to», F8. */
export function useReveal(): void {
  const flow = useReactFlow<CanvasNode, LinkEdge>();
  const reveal = useEditor((state) => state.reveal);

  useEffect(() => {
    if (!reveal) return;
    const { touched, view, exit, field } = reveal;
    for (const key of touched.nodes) unfoldFor(key);
    const last = touched.nodes.at(-1);
    if (last === undefined) {
      canvasElement()?.focus({ preventScroll: true });
      return;
    }
    focusBlock(last, {
      select: false,
      exit,
      then() {
        const boxes = visibleBoxes();
        const canvas = canvasElement()?.getBoundingClientRect();
        const places = touched.nodes.flatMap((id) => boxes.get(id) ?? []);
        if (canvas) bringIntoView(flow, canvas, places, view);
        // A note or a frame has its fields on the canvas itself.
        if (field !== undefined && itemOf(last)) editOnCard(last, field);
      },
    });
  }, [flow, reveal]);
}

/** What is to be seen may lie in a folded frame, and that one in another. */
function unfoldFor(key: string): void {
  const state = useEditor.getState();
  const frame = foldedIn(state, key);
  if (frame === undefined || !frameAt(state.bot, state.flowId, frame)) return;
  if (state.run('unfold', { flow: state.flowId, key: frame })) unfoldFor(key);
}
