import { GRID, type Point } from '../../editor/draft.ts';
import { type Box, unite } from '../../editor/boxMath.ts';
import type { TidyBlock, TidyInput } from './tidyInput.ts';
import type { Groups } from './tidyUnits.ts';

/** Room between the edge of a frame and what it holds, and above that for its title (px). */
const PADDING = 24;
const TITLE = 40;

/** Every open frame of which something moves, around all it holds. One that also holds what stays only grows. */
export function frameBoxes(
  { blocks, notes, frames }: TidyInput,
  { frameOf, ownerOf, fixed }: Groups,
  placeOf: (block: TidyBlock) => Point | undefined,
): ReadonlyMap<string, Box> {
  const boxes = new Map<string, Box>();
  const inner = frames.filter((frame) => !frame.folded).toSorted((a, b) => areaOf(a.box) - areaOf(b.box));
  for (const frame of inner) {
    const held = blocks.filter((block) => frameOf.get(block.id) === frame.id);
    const nested = inner.filter((other) => frameOf.get(other.id) === frame.id);
    const moves = held.some((block) => placeOf(block)) || nested.some((other) => boxes.has(other.id));
    if (!moves) continue;
    const content = held.flatMap((block) => {
      const at = placeOf(block) ?? block.box;
      const by = { x: at.x - block.box.x, y: at.y - block.box.y };
      const beside = notes.filter((note) => ownerOf.get(note.id) === block.id).map((note) => note.box);
      return [block.box, ...beside].map((box) => ({ ...box, x: box.x + by.x, y: box.y + by.y }));
    });
    const around = frameAround([...content, ...nested.map((other) => boxes.get(other.id) ?? other.box)]);
    const stays = held.some((block) => fixed.has(block.id) || block.pinned);
    boxes.set(frame.id, stays ? unite([frame.box, around]) : around);
  }
  return boxes;
}

function areaOf(box: Box): number {
  return box.width * box.height;
}

function frameAround(boxes: readonly Box[]): Box {
  const { x, y, width, height } = unite(boxes);
  const left = Math.floor((x - PADDING) / GRID) * GRID;
  const top = Math.floor((y - PADDING - TITLE) / GRID) * GRID;
  return {
    x: left,
    y: top,
    width: Math.ceil((x + width + PADDING - left) / GRID) * GRID,
    height: Math.ceil((y + height + PADDING - top) / GRID) * GRID,
  };
}
