import { useReactFlow } from '@xyflow/react';
import { useEffect } from 'react';
import { useEditor } from '../editor/store.ts';
import { openBoxes } from './boxes.ts';
import { bringIntoView, isInView } from './bringIntoView.ts';
import { canvasElement } from './focusBlock.ts';
import type { CanvasNode, LinkEdge } from './project.ts';
import { useShownPath } from './shownPath.ts';
import { pathKey } from './usePath.ts';

/** The view goes along: with the test from block to block, and with the selected block when the canvas gets smaller. */
export function useStayInView(): void {
  const flow = useReactFlow<CanvasNode, LinkEdge>();
  const here = useShownPath((state) => state.current);

  useEffect(() => {
    const { flowId } = useEditor.getState();
    const [id, box] = [...openBoxes()].find(([node]) => pathKey(flowId, node) === here) ?? [];
    const canvas = canvasElement()?.getBoundingClientRect();
    if (id !== undefined && box !== undefined && canvas) bringIntoView(flow, canvas, [box], 'ifHidden');
  }, [flow, here]);

  useEffect(() => {
    const element = canvasElement();
    if (element === null) return undefined;
    let before = element.getBoundingClientRect();
    const observer = new ResizeObserver(() => {
      const canvas = element.getBoundingClientRect();
      const { nodes } = useEditor.getState().selection;
      const box = nodes.length === 1 ? openBoxes().get(nodes[0] ?? '') : undefined;
      if (box && isInView(flow.getViewport(), before, box)) bringIntoView(flow, canvas, [box], 'ifHidden');
      before = canvas;
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [flow]);
}
