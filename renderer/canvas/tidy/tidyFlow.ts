import type { ElkNode } from 'elkjs/lib/elk-api.js';
import type { Point } from '../../editor/draft.ts';
import type { Box } from '../../editor/boxMath.ts';
import { arrangeParts, type LaidPart, unitBox } from './arrangeParts.ts';
import { walkFlow } from './backEdges.ts';
import { elkGraph } from './elkGraph.ts';
import { frameBoxes } from './frameBoxes.ts';
import { settle } from './settle.ts';
import type { TidyBlock, TidyInput, TidyResult } from './tidyInput.ts';
import { partsOf, wholeFrames } from './tidyParts.ts';
import { type Groups, groupsOf, NO_ROOM } from './tidyUnits.ts';

/** The engine of the layout; it may live in another thread. */
export type Layered = (graph: ElkNode) => Promise<ElkNode>;

/**
 * Left to right in columns, outputs in their order, everything on the grid. Notes go with their nearest block, frames with
 * what they hold; pinned blocks and those that were not chosen stay, and nothing comes to lie on them.
 */
export async function tidyFlow(input: TidyInput, layered: Layered): Promise<TidyResult> {
  const groups = groupsOf(input);
  const moving = input.blocks.filter((block) => !groups.fixed.has(block.id));
  const ids = new Set(moving.map((block) => block.id));
  const blocks = moving.map((block) => ({ ...block, targets: block.targets.filter((id) => ids.has(id)) }));
  const walk = walkFlow(blocks);
  const frames = wholeFrames(input.blocks, input.frames, groups);
  const whole = new Set(frames.keys());

  const parts: LaidPart[] = [];
  for (const part of partsOf(blocks, walk, frames)) {
    parts.push({ blocks: part, at: await layPart(part, elkGraph(part, walk, groups, whole), groups, layered) });
  }
  const places = arrangeParts(parts, groups.roomOf);
  makeWay(input, groups, blocks, places, frames);
  return resultOf(input, groups, blocks, places);
}

async function layPart(
  part: readonly TidyBlock[],
  graph: ElkNode,
  { roomOf }: Groups,
  layered: Layered,
): Promise<ReadonlyMap<string, Point>> {
  const [only] = part;
  if (part.length === 1 && only) return new Map([[only.id, { x: 0, y: 0 }]]);
  const at = new Map<string, Point>();
  const read = (nodes: readonly ElkNode[], x: number, y: number): void => {
    for (const node of nodes) {
      const room = roomOf.get(node.id) ?? NO_ROOM;
      const place = { x: x + (node.x ?? 0), y: y + (node.y ?? 0) };
      at.set(node.id, { x: place.x + room.left, y: place.y + room.top });
      read(node.children ?? [], place.x, place.y);
    }
  };
  read((await layered(graph)).children ?? [], 0, 0);
  return at;
}

/** Takes what came to lie on something that stays off it. Changes `places`. */
function makeWay(
  input: TidyInput,
  groups: Groups,
  blocks: readonly TidyBlock[],
  places: Map<string, Point>,
  frames: ReadonlyMap<string, readonly TidyBlock[]>,
): void {
  const outer = [...frames].filter(([id]) => !frames.has(groups.frameOf.get(id) ?? ''));
  const framed = new Set(outer.flatMap(([, inside]) => inside.map((block) => block.id)));
  const boxOf = (block: TidyBlock): Box =>
    unitBox(block, places.get(block.id) ?? block.box, groups.roomOf.get(block.id));
  const around = frameBoxes(input, groups, (block) => places.get(block.id));
  const free = blocks.filter((block) => !block.pinned && !framed.has(block.id));
  const things = [
    ...free.map((block) => ({ id: block.id, box: boxOf(block) })),
    ...outer.flatMap(([id]) => ({ id, box: around.get(id) ?? { x: 0, y: 0, width: 0, height: 0 } })),
  ];
  const moving = new Set(blocks.map((block) => block.id));
  const holds = (frame: string): boolean =>
    input.blocks.some((block) => moving.has(block.id) && groups.frameOf.get(block.id) === frame);
  const staying = [
    ...input.blocks
      .filter((block) => groups.fixed.has(block.id) || block.pinned)
      .map((block) => unitBox(block, block.box, groups.roomOf.get(block.id))),
    ...input.frames
      .filter((frame) => frame.folded || (!frames.has(frame.id) && !holds(frame.id)))
      .map(({ box }) => box),
  ];
  for (const [id, shift] of settle(things, staying)) {
    for (const { id: block } of frames.get(id) ?? [{ id }]) {
      const at = places.get(block);
      if (at) places.set(block, { x: at.x, y: at.y + shift });
    }
  }
}

function resultOf(
  input: TidyInput,
  groups: Groups,
  blocks: readonly TidyBlock[],
  places: ReadonlyMap<string, Point>,
): TidyResult {
  const moved = new Map(
    blocks.flatMap((block) => {
      const at = places.get(block.id);
      return at && !block.pinned ? [[block.id, { from: block.box, at }] as const] : [];
    }),
  );
  const notes = input.notes.flatMap((note) => {
    const owner = moved.get(groups.ownerOf.get(note.id) ?? '');
    if (!owner) return [];
    return [
      [note.id, { x: note.box.x + owner.at.x - owner.from.x, y: note.box.y + owner.at.y - owner.from.y }] as const,
    ];
  });
  const frames = frameBoxes(input, groups, (block) => moved.get(block.id)?.at);
  return {
    nodes: Object.fromEntries([...moved].map(([id, { at }]) => [id, at])),
    notes: Object.fromEntries(notes),
    frames: Object.fromEntries(frames),
  };
}
