import type { InternalNode, useStoreApi } from '@xyflow/react';
import type { Point } from '../editor/draft.ts';
import { createTurns } from './dragOverlay.ts';
import type { CanvasNode, LinkEdge } from './project.ts';

type Store = ReturnType<typeof useStoreApi<CanvasNode, LinkEdge>>;
type Places = Readonly<Record<string, Point>>;

/**
 * Puts what is under the pointer where the pointer has it, straight into the canvas library. Given a whole new list of
 * nodes it would look at each of them again: a step of a drag must not cost more in a larger flow.
 */
export function dragSteps(store: Store, nodes: readonly CanvasNode[], edges: LinkEdge[]): (dragged: Places) => void {
  let held: readonly CanvasNode[] = [];
  let ids = '';
  let turns = createTurns(nodes, edges, {});
  return (dragged) => {
    const now = Object.keys(dragged).join('\n');
    if (now !== ids) {
      ids = now;
      held = nodes.filter(({ id }) => id in dragged);
      turns = createTurns(nodes, edges, dragged);
    }
    const shown = store.getState();
    for (const node of held) {
      const at = dragged[node.id];
      const inside = shown.nodeLookup.get(node.id);
      if (at !== undefined && inside !== undefined) shown.nodeLookup.set(node.id, moved(node, inside, at));
    }
    const turned = turns(dragged);
    if (turned === shown.edges) store.setState({});
    else shown.setEdges(turned);
  };
}

/** No parents here: a place on the canvas is a place in the flow. */
function moved(node: CanvasNode, inside: InternalNode<CanvasNode>, at: Point): InternalNode<CanvasNode> {
  const position = { x: at.x, y: at.y };
  // Told as another node than the scene's own, so that the scene puts it back where the document has it.
  const userNode = { ...node, position };
  return { ...inside, position, internals: { ...inside.internals, positionAbsolute: position, userNode } };
}
