import { useStoreApi } from '@xyflow/react';
import { useEffect, useLayoutEffect, useMemo } from 'react';
import { dragOverlay } from './dragOverlay.ts';
import { dragSteps } from './dragSteps.ts';
import type { CanvasNode, LinkEdge } from './project.ts';
import { type CanvasView, useCanvasView } from './view.ts';

const isDragging = ({ dragged }: CanvasView): boolean => Object.keys(dragged).length > 0;

/**
 * The scene with what is under the pointer where the pointer has it. Steps of a drag go straight to the canvas library:
 * only the card and its lines are drawn again, and nothing else of the window.
 */
export function useDragged(nodes: CanvasNode[], edges: LinkEdge[]): { nodes: CanvasNode[]; edges: LinkEdge[] } {
  const store = useStoreApi<CanvasNode, LinkEdge>();
  // The beginning and the end of a drag are drawn as any change is: at the end the document says where cards stand.
  const isUnderWay = useCanvasView(isDragging);

  useLayoutEffect(() => {
    const step = dragSteps(store, nodes, edges);
    return useCanvasView.subscribe((view, before) => {
      if (view.dragged !== before.dragged && isDragging(before) && isDragging(view)) step(view.dragged);
    });
  }, [store, nodes, edges]);

  const scene = useMemo(
    () => (isUnderWay ? dragOverlay(nodes, edges, useCanvasView.getState().dragged) : { nodes, edges }),
    [nodes, edges, isUnderWay],
  );

  // The library takes only what is not the array it was given last: where a drop gives the same again, it would keep the
  // turns that the steps of the drag have told it. Its own look at them is behind it: effects run from the inside out.
  useEffect(() => {
    if (isUnderWay) return;
    const shown = store.getState();
    if (shown.nodes !== scene.nodes) shown.setNodes(scene.nodes);
    if (shown.edges !== scene.edges) shown.setEdges(scene.edges);
  }, [store, scene, isUnderWay]);
  return scene;
}
