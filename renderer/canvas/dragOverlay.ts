import type { Point } from '../editor/draft.ts';
import { type BlockNode, isWayBack, type LinkEdge } from './project.ts';

const places = new WeakMap<readonly BlockNode[], ReadonlyMap<string, Point>>();

function placesOf(nodes: readonly BlockNode[]): ReadonlyMap<string, Point> {
  let known = places.get(nodes);
  if (!known) places.set(nodes, (known = new Map(nodes.map((node) => [node.id, node.position]))));
  return known;
}

/**
 * The scene with some cards under the pointer. It is made at every frame of a drag, so all that does not move is taken as
 * it is: the same objects, the same array where nothing in it changed.
 */
export function dragOverlay(
  nodes: BlockNode[],
  edges: LinkEdge[],
  dragged: Readonly<Record<string, Point>>,
): { nodes: BlockNode[]; edges: LinkEdge[] } {
  const standing = placesOf(nodes);
  if (!Object.keys(dragged).some((id) => standing.has(id))) return { nodes, edges };
  const turned = edges.map((edge): LinkEdge => {
    if (edge.data?.mayBeChip !== true || !(edge.source in dragged || edge.target in dragged)) return edge;
    const from = dragged[edge.source] ?? standing.get(edge.source);
    const to = dragged[edge.target] ?? standing.get(edge.target);
    const back = from !== undefined && to !== undefined && isWayBack(from, to);
    if (back === edge.data.back) return edge;
    return { ...edge, data: { ...edge.data, back } };
  });
  return {
    nodes: nodes.map((node) => {
      const at = dragged[node.id];
      return at ? { ...node, position: { x: at.x, y: at.y } } : node;
    }),
    edges: turned.every((edge, at) => edge === edges[at]) ? edges : turned,
  };
}
