import type { Point } from '../editor/draft.ts';
import { type CanvasNode, isWayBack, type LinkEdge } from './project.ts';

const places = new WeakMap<readonly CanvasNode[], ReadonlyMap<string, Point>>();

function placesOf(nodes: readonly CanvasNode[]): ReadonlyMap<string, Point> {
  let known = places.get(nodes);
  if (!known) places.set(nodes, (known = new Map(nodes.map((node) => [node.id, node.position]))));
  return known;
}

/** The scene with some cards under the pointer: all that does not move is taken as it is. */
export function dragOverlay(
  nodes: CanvasNode[],
  edges: LinkEdge[],
  dragged: Readonly<Record<string, Point>>,
): { nodes: CanvasNode[]; edges: LinkEdge[] } {
  const standing = placesOf(nodes);
  if (!Object.keys(dragged).some((id) => standing.has(id))) return { nodes, edges };
  return {
    nodes: nodes.map((node) => {
      const at = dragged[node.id];
      return at ? { ...node, position: { x: at.x, y: at.y } } : node;
    }),
    edges: createTurns(nodes, edges, dragged)(dragged),
  };
}

/** Does this connection lead back now and did not before, or the other way round? */
function isTurned(
  edge: LinkEdge,
  dragged: Readonly<Record<string, Point>>,
  standing: ReadonlyMap<string, Point>,
): boolean {
  if (edge.data === undefined) return false;
  const from = dragged[edge.source] ?? standing.get(edge.source);
  const to = dragged[edge.target] ?? standing.get(edge.target);
  return (from !== undefined && to !== undefined && isWayBack(from, to)) !== edge.data.back;
}

/**
 * The edges at each step of a drag of these cards. Only those that touch one of them are looked at, and where no other one
 * turns the array is the same: the library goes through all of a new one.
 */
export function createTurns(
  nodes: readonly CanvasNode[],
  edges: LinkEdge[],
  held: Readonly<Record<string, Point>>,
): (dragged: Readonly<Record<string, Point>>) => LinkEdge[] {
  const standing = placesOf(nodes);
  const near = edges.filter(
    ({ source, target, data }) => data?.mayBeChip === true && (source in held || target in held),
  );
  let flips = '';
  let turned = edges;
  return (dragged) => {
    const flipped = new Set(near.filter((edge) => isTurned(edge, dragged, standing)));
    const now = [...flipped].map(({ id }) => id).join('\n');
    if (now === flips) return turned;
    flips = now;
    turned = flipped.size === 0 ? edges : edges.map((edge) => (flipped.has(edge) ? turn(edge) : edge));
    return turned;
  };
}

function turn(edge: LinkEdge): LinkEdge {
  return edge.data ? { ...edge, data: { ...edge.data, back: !edge.data.back } } : edge;
}
