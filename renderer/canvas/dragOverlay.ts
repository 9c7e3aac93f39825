import type { Point } from '../editor/draft.ts';
import { type CanvasNode, isWayBack, type LinkEdge } from './project.ts';

const places = new WeakMap<readonly CanvasNode[], ReadonlyMap<string, Point>>();

function placesOf(nodes: readonly CanvasNode[]): ReadonlyMap<string, Point> {
  let known = places.get(nodes);
  if (!known) places.set(nodes, (known = new Map(nodes.map((node) => [node.id, node.position]))));
  return known;
}

/** The edges as they were turned last, for the frames in which no other one turns: the library looks at all of a new array. */
let lastTurn: { readonly of: LinkEdge[]; readonly flips: string; readonly edges: LinkEdge[] } | null = null;

/**
 * The scene with some cards under the pointer. It is made at every frame of a drag, so all that does not move is taken as
 * it is: the same objects, the same array where nothing in it changed.
 */
export function dragOverlay(
  nodes: CanvasNode[],
  edges: LinkEdge[],
  dragged: Readonly<Record<string, Point>>,
): { nodes: CanvasNode[]; edges: LinkEdge[] } {
  const standing = placesOf(nodes);
  if (!Object.keys(dragged).some((id) => standing.has(id))) return { nodes, edges };
  const flipped = edges.filter((edge) => isTurned(edge, dragged, standing));
  return {
    nodes: nodes.map((node) => {
      const at = dragged[node.id];
      return at ? { ...node, position: { x: at.x, y: at.y } } : node;
    }),
    edges: turnedEdges(edges, flipped),
  };
}

/** Does this connection lead back now and did not before, or the other way round? */
function isTurned(
  edge: LinkEdge,
  dragged: Readonly<Record<string, Point>>,
  standing: ReadonlyMap<string, Point>,
): boolean {
  if (edge.data?.mayBeChip !== true || !(edge.source in dragged || edge.target in dragged)) return false;
  const from = dragged[edge.source] ?? standing.get(edge.source);
  const to = dragged[edge.target] ?? standing.get(edge.target);
  return (from !== undefined && to !== undefined && isWayBack(from, to)) !== edge.data.back;
}

function turnedEdges(edges: LinkEdge[], flipped: readonly LinkEdge[]): LinkEdge[] {
  if (flipped.length === 0) return edges;
  const flips = flipped.map(({ id }) => id).join('\n');
  if (lastTurn?.of === edges && lastTurn.flips === flips) return lastTurn.edges;
  const turned = edges.map((edge) =>
    edge.data && flipped.includes(edge) ? { ...edge, data: { ...edge.data, back: !edge.data.back } } : edge,
  );
  lastTurn = { of: edges, flips, edges: turned };
  return turned;
}
