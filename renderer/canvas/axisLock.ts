/** So far (px) a scroll with two fingers keeps to the way it began; beyond it goes anywhere. */
const LOCKED_PX = 24;
/** A pause of this long ends a scroll (ms). */
const PAUSE_MS = 160;

export interface Scroll {
  readonly at: number;
  readonly x: number;
  readonly y: number;
  readonly gone: number;
}

export const NO_SCROLL: Scroll = { at: -Infinity, x: 0, y: 0, gone: 0 };

export interface Locked {
  readonly scroll: Scroll;
  /** What is left of this step. */
  readonly dx: number;
  readonly dy: number;
}

/** One step of a scroll: near its beginning only the stronger way counts, so that a row stays in view. */
export function axisLock(before: Scroll, dx: number, dy: number, at: number): Locked {
  const old = at - before.at > PAUSE_MS ? NO_SCROLL : before;
  const scroll = { at, x: old.x + Math.abs(dx), y: old.y + Math.abs(dy), gone: old.gone + Math.hypot(dx, dy) };
  if (old.gone >= LOCKED_PX) return { scroll, dx, dy };
  return scroll.x > scroll.y ? { scroll, dx, dy: 0 } : { scroll, dx: 0, dy };
}
