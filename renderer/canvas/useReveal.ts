import { useReactFlow } from '@xyflow/react';
import { useEffect } from 'react';
import { useEditor } from '../editor/store.ts';
import { openBoxes } from './boxes.ts';
import { bringIntoView } from './bringIntoView.ts';
import { canvasElement, focusBlock } from './focusBlock.ts';
import type { BlockNode, LinkEdge } from './project.ts';

/** Takes the person to where the editor points: after undo, «go to», F8. */
export function useReveal(): void {
  const flow = useReactFlow<BlockNode, LinkEdge>();
  const reveal = useEditor((state) => state.reveal);

  useEffect(() => {
    if (!reveal) return;
    const { touched, view, exit } = reveal;
    const last = touched.nodes.at(-1);
    if (last === undefined) {
      canvasElement()?.focus({ preventScroll: true });
      return;
    }
    focusBlock(last, {
      select: false,
      then(card) {
        const boxes = openBoxes();
        const canvas = canvasElement()?.getBoundingClientRect();
        const places = touched.nodes.flatMap((id) => boxes.get(id) ?? []);
        if (canvas) bringIntoView(flow, canvas, places, view);
        if (exit !== undefined) card.querySelector<HTMLElement>(`[data-output="${CSS.escape(exit)}"]`)?.focus();
      },
    });
  }, [flow, reveal]);
}
