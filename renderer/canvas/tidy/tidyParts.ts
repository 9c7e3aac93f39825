import type { Walk } from './backEdges.ts';
import type { TidyBlock, TidyFrame } from './tidyInput.ts';
import type { Groups } from './tidyUnits.ts';

/** Frames that move with all they hold, because nothing in them has to stay; each with the blocks in it, at any depth. */
export function wholeFrames(
  blocks: readonly TidyBlock[],
  frames: readonly TidyFrame[],
  { frameOf, fixed }: Groups,
): ReadonlyMap<string, readonly TidyBlock[]> {
  const held = new Map<string, TidyBlock[]>(frames.filter((frame) => !frame.folded).map((frame) => [frame.id, []]));
  for (const block of blocks) {
    for (let frame = frameOf.get(block.id); frame !== undefined; frame = frameOf.get(frame)) {
      held.get(frame)?.push(block);
    }
  }
  return new Map(
    [...held].filter(
      ([, inside]) => inside.length > 0 && inside.every((block) => !block.pinned && !fixed.has(block.id)),
    ),
  );
}

/** Blocks that hang together, by connections or by a frame. In reading order, and so inside each. */
export function partsOf(
  blocks: readonly TidyBlock[],
  walk: Walk,
  frames: ReadonlyMap<string, readonly TidyBlock[]>,
): readonly (readonly TidyBlock[])[] {
  const leader = new Map(blocks.map((block) => [block.id, block.id]));
  const leaderOf = (id: string): string => {
    let at = id;
    for (let up = leader.get(at); up !== undefined && up !== at; up = leader.get(at)) at = up;
    leader.set(id, at);
    return at;
  };
  const join = (a: string, b: string): void => {
    if (leader.has(a) && leader.has(b)) leader.set(leaderOf(a), leaderOf(b));
  };
  for (const block of blocks) for (const target of block.targets) join(block.id, target);
  for (const inside of frames.values()) for (const block of inside) join(block.id, inside[0]?.id ?? block.id);

  const byId = new Map(blocks.map((block) => [block.id, block]));
  const parts = new Map<string, TidyBlock[]>();
  for (const id of walk.order) {
    const block = byId.get(id);
    if (!block) continue;
    const key = leaderOf(id);
    const part = parts.get(key);
    if (part) part.push(block);
    else parts.set(key, [block]);
  }
  return [...parts.values()];
}
