import { type Box, distance, isInside } from '../../editor/boxMath.ts';
import type { TidyBlock, TidyInput } from './tidyInput.ts';

/** A note this near to its block gets room beside it; one further off only goes along. */
const BESIDE = 96;

/** Who goes with whom. */
export interface Groups {
  /** Note → its nearest block. */
  readonly ownerOf: ReadonlyMap<string, string>;
  /** Block → room it needs around itself for its notes, as distances from its edges. */
  readonly roomOf: ReadonlyMap<string, Room>;
  /** Block or frame → the smallest frame around it. */
  readonly frameOf: ReadonlyMap<string, string>;
  /** Blocks that neither move nor are covered. */
  readonly fixed: ReadonlySet<string>;
}

export interface Room {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export const NO_ROOM: Room = { left: 0, top: 0, right: 0, bottom: 0 };

export function groupsOf(input: TidyInput): Groups {
  const { blocks, notes, frames } = input;
  const folded = new Set(frames.filter((frame) => frame.folded).flatMap((frame) => [frame.id, ...frame.holds]));
  const fixed = new Set(blocks.filter((block) => !block.chosen || folded.has(block.id)).map((block) => block.id));
  const ownerOf = new Map<string, string>();
  const roomOf = new Map<string, Room>();
  for (const note of notes) {
    const owner = nearest(note.box, blocks);
    if (!owner) continue;
    ownerOf.set(note.id, owner.id);
    if (distance(note.box, owner.box) <= BESIDE) {
      roomOf.set(owner.id, widened(roomOf.get(owner.id) ?? NO_ROOM, owner.box, note.box));
    }
  }
  const frameOf = new Map<string, string>();
  const open = frames.filter((frame) => !frame.folded).toSorted((a, b) => areaOf(a.box) - areaOf(b.box));
  for (const thing of [...blocks, ...open]) {
    const around = open.find(
      (frame) => frame.id !== thing.id && areaOf(frame.box) > areaOf(thing.box) && isInside(thing.box, frame.box),
    );
    if (around) frameOf.set(thing.id, around.id);
  }
  return { ownerOf, roomOf, frameOf, fixed };
}

function areaOf(box: Box): number {
  return box.width * box.height;
}

function nearest(box: Box, blocks: readonly TidyBlock[]): TidyBlock | undefined {
  let found: TidyBlock | undefined;
  let best = Infinity;
  for (const block of blocks) {
    const away = distance(box, block.box);
    if (away < best) [found, best] = [block, away];
  }
  return found;
}

function widened(room: Room, block: Box, note: Box): Room {
  return {
    left: Math.max(room.left, block.x - note.x),
    top: Math.max(room.top, block.y - note.y),
    right: Math.max(room.right, note.x + note.width - block.x - block.width),
    bottom: Math.max(room.bottom, note.y + note.height - block.y - block.height),
  };
}
