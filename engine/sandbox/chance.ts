/** A seeded source of chance: the same seed gives the same run of faults. */
export interface Chance {
  /** True with probability `p`. Draws only for 0 < p < 1, so that unused switches do not shift the sequence. */
  readonly happens: (p: number) => boolean;
}

/** mulberry32: 32 bits of state are plenty for deciding which request fails. */
export function createChance(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  return { happens: (p) => (p >= 1 ? true : p > 0 && next() < p) };
}
