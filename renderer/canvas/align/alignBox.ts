import type { Point } from '../../editor/draft.ts';
import { type Box, distance } from '../../editor/boxMath.ts';

/** A line shown while something dragged stands exactly under or beside other cards. */
export interface Guide {
  readonly axis: 'x' | 'y';
  /** Where it crosses its axis, and how far it runs along the other one. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

export interface Aligned {
  /** How far to go to stand in line; null = nothing is near on this axis. */
  readonly dx: number | null;
  readonly dy: number | null;
  readonly guides: readonly Guide[];
}

/** Only cards this near are looked at: lines to the far end of a flow help nobody. */
const NEAREST = 12;
const SAME = 0.5;

/** The nearest of `others`, the nearest first; few enough to be looked at on every move of the pointer. */
export function nearestBoxes(moving: Box, others: readonly Box[]): readonly Box[] {
  const near: { readonly box: Box; readonly away: number }[] = [];
  for (const box of others) {
    const away = distance(moving, box);
    if (near.length === NEAREST && away >= (near.at(-1)?.away ?? 0)) continue;
    const after = near.findIndex((one) => one.away > away);
    near.splice(after < 0 ? near.length : after, 0, { box, away });
    if (near.length > NEAREST) near.pop();
  }
  return near.map(({ box }) => box);
}

/** Left, middle and right of a box on an axis; edges meet edges, middles meet middles. */
function marks(box: Box, axis: 'x' | 'y'): readonly [number, number, number] {
  const start = box[axis];
  const length = axis === 'x' ? box.width : box.height;
  return [start, start + length / 2, start + length];
}

function pairs(box: Box, other: Box, axis: 'x' | 'y'): readonly (readonly [number, number])[] {
  const [a, b, c] = marks(box, axis);
  const [start, middle, end] = marks(other, axis);
  return [[a, start] as const, [b, middle] as const, [c, end] as const, [a, end] as const, [c, start] as const];
}

function offsetOn(moving: Box, near: readonly Box[], axis: 'x' | 'y', within: number): number | null {
  let best: number | null = null;
  for (const other of near) {
    for (const [mine, theirs] of pairs(moving, other, axis)) {
      const off = theirs - mine;
      if (Math.abs(off) <= within && (best === null || Math.abs(off) < Math.abs(best))) best = off;
    }
  }
  return best;
}

function guidesOn(moving: Box, near: readonly Box[], axis: 'x' | 'y'): readonly Guide[] {
  const across = axis === 'x' ? 'y' : 'x';
  const lines = new Map<number, Guide>();
  for (const other of near) {
    for (const [mine, theirs] of pairs(moving, other, axis)) {
      if (Math.abs(theirs - mine) > SAME) continue;
      const [from, , to] = marks(moving, across);
      const [otherFrom, , otherTo] = marks(other, across);
      const key = Math.round(theirs);
      const known = lines.get(key) ?? { axis, at: theirs, from, to };
      lines.set(key, { ...known, from: Math.min(known.from, otherFrom), to: Math.max(known.to, otherTo) });
    }
  }
  // Cards of one size meet at three lines at once: the outer one says it all.
  return [...lines.values()].slice(0, 1);
}

/** Looks for lines that a dragged box all but stands on. `within`: how near it must be. */
export function alignBox(moving: Box, near: readonly Box[], within: number): Aligned {
  const dx = offsetOn(moving, near, 'x', within);
  const dy = offsetOn(moving, near, 'y', within);
  const there: Point = { x: moving.x + (dx ?? 0), y: moving.y + (dy ?? 0) };
  const box = { ...moving, ...there };
  return {
    dx,
    dy,
    guides: [...(dx === null ? [] : guidesOn(box, near, 'x')), ...(dy === null ? [] : guidesOn(box, near, 'y'))],
  };
}
