import type { ElkExtendedEdge, ElkNode } from 'elkjs/lib/elk-api.js';
import { COLUMN_GAP } from '../../editor/place.ts';
import { pairKey, type Walk } from './backEdges.ts';
import type { TidyBlock } from './tidyInput.ts';
import { type Groups, NO_ROOM } from './tidyUnits.ts';

/** Ports stand where cards in a row line up by their tops, close together and in order; the lines are drawn by the canvas. */
const PORT_Y = 36;
const PORT_STEP = 4;
/** Around the content of a frame; above it also its title. */
const FRAME_ROOM = '[top=64,left=24,bottom=24,right=24]';

export const ELK_OPTIONS: Readonly<Record<string, string>> = {
  'elk.algorithm': 'layered',
  'elk.direction': 'RIGHT',
  'elk.hierarchyHandling': 'INCLUDE_CHILDREN',
  'elk.randomSeed': '1',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.layered.nodePlacement.strategy': 'BRANDES_KOEPF',
  'elk.layered.nodePlacement.bk.fixedAlignment': 'BALANCED',
  'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
  'elk.layered.spacing.nodeNodeBetweenLayers': String(COLUMN_GAP),
  'elk.layered.spacing.edgeNodeBetweenLayers': '24',
  'elk.layered.spacing.edgeEdgeBetweenLayers': '2',
  'elk.spacing.nodeNode': '40',
  'elk.spacing.edgeNode': '16',
  'elk.spacing.edgeEdge': '8',
};

/** One connected part of a flow as ELK takes it. `frames`: those that move with all they hold. */
export function elkGraph(
  part: readonly TidyBlock[],
  walk: Walk,
  { roomOf, frameOf }: Groups,
  frames: ReadonlySet<string>,
): ElkNode {
  const ids = new Set(part.map((block) => block.id));
  const roots: ElkNode[] = [];
  const boxes = new Map<string, ElkNode>();

  function listOf(thing: string): ElkNode[] {
    const frame = frameOf.get(thing);
    if (frame === undefined || !frames.has(frame)) return roots;
    const known = boxes.get(frame);
    if (known) return (known.children ??= []);
    const children: ElkNode[] = [];
    const node = { id: frameKey(frame), children, layoutOptions: { 'elk.padding': FRAME_ROOM } };
    boxes.set(frame, node);
    listOf(frame).push(node);
    return children;
  }

  const edges: ElkExtendedEdge[] = [];
  for (const block of part) {
    const room = roomOf.get(block.id) ?? NO_ROOM;
    const width = room.left + block.box.width + room.right;
    const y = room.top + PORT_Y;
    const outputs = block.targets.map((target, at) => ({ target, at }));
    listOf(block.id).push({
      id: block.id,
      width,
      height: room.top + block.box.height + room.bottom,
      layoutOptions: { 'elk.portConstraints': 'FIXED_POS' },
      ports: [
        port(`${block.id}\u0000in`, 'WEST', 0, y),
        ...outputs.map(({ at }) => port(`${block.id}\u0000${String(at)}`, 'EAST', width, y + at * PORT_STEP)),
      ],
    });
    for (const { target, at } of outputs) {
      if (!ids.has(target) || target === block.id || walk.back.has(pairKey(block.id, target))) continue;
      const from = `${block.id}\u0000${String(at)}`;
      edges.push({ id: `${from}\u0000${target}`, sources: [from], targets: [`${target}\u0000in`] });
    }
  }
  return { id: 'flow', children: roots, edges };
}

/** Frames and blocks have ids of their own; in the graph they must not meet. */
function frameKey(frame: string): string {
  return `${frame}\u0000frame`;
}

function port(id: string, side: 'WEST' | 'EAST', x: number, y: number): NonNullable<ElkNode['ports']>[number] {
  return { id, x, y, width: 0, height: 0, layoutOptions: { 'elk.port.side': side } };
}
