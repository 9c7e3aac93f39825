import type { EdgeChange, NodeChange } from '@xyflow/react';
import { useCallback } from 'react';
import { openFlowOf, useEditor } from '../editor/store.ts';
import { isUnderWay } from './cardWeight.ts';
import { canvasElement } from './focusBlock.ts';
import { noteSizes } from './heldSizes.ts';
import { isLarge } from './isLarge.ts';
import { letGo, withCarried } from './items/carry.ts';
import { finishDrag } from './align/useDragging.ts';
import { interpretEdges, interpretNodes, reselect } from './interpret.ts';
import type { CanvasNode, LinkEdge } from './project.ts';
import { useCanvasView } from './view.ts';

/** React Flow takes the focus away from a card that is clicked out of the selection; the canvas keeps it. */
function keepKeyboard(): void {
  const canvas = canvasElement();
  if (canvas?.contains(document.activeElement) !== true) return;
  // It does so in the next frame.
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      if (document.activeElement === document.body) canvas.focus({ preventScroll: true });
    }),
  );
}

const hasAny = (record: object): boolean => Object.keys(record).length > 0;

/** React Flow's reports, taken to where they belong: the view, the selection, or a command. */
export function useChanges(): {
  onNodesChange: (changes: NodeChange<CanvasNode>[]) => void;
  onEdgesChange: (changes: EdgeChange<LinkEdge>[]) => void;
} {
  const onNodesChange = useCallback((changes: NodeChange<CanvasNode>[]) => {
    const view = useCanvasView.getState();
    const state = useEditor.getState();
    const meaning = interpretNodes(changes, view.dragged);
    if (hasAny(meaning.sizes)) noteSizes(meaning.sizes, isUnderWay() && isLarge(openFlowOf(state)?.nodes.length ?? 0));
    if (hasAny(meaning.dragged))
      useCanvasView.setState({ dragged: { ...view.dragged, ...withCarried(meaning.dragged) } });
    if (hasAny(meaning.dropped)) {
      // First the document, then the view lets go: the other way round the cards would jump back for a moment.
      finishDrag(withCarried(meaning.dropped));
      letGo();
      useCanvasView.setState({ dragged: {} });
    }
    const nodes = reselect(state.selection.nodes, meaning);
    if (meaning.deselected.length > 0) keepKeyboard();
    if (nodes !== state.selection.nodes) state.select({ nodes, edges: state.selection.edges });
    if (meaning.removed.length > 0) {
      state.run('removeSelection', { flow: state.flowId, nodes: meaning.removed, edges: [] });
    }
  }, []);

  const onEdgesChange = useCallback((changes: EdgeChange<LinkEdge>[]) => {
    const state = useEditor.getState();
    const meaning = interpretEdges(changes);
    const edges = reselect(state.selection.edges, meaning);
    if (edges !== state.selection.edges) state.select({ nodes: state.selection.nodes, edges });
    if (meaning.removed.length > 0) {
      state.run('removeSelection', { flow: state.flowId, nodes: [], edges: meaning.removed });
    }
  }, []);

  return { onNodesChange, onEdgesChange };
}
