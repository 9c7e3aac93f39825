import type { Branch } from '../../../engine/nodes/split/schema.ts';
import { sharesOf } from '../../../engine/nodes/split/shares.ts';

const WHOLE = 100;

/** Whole percents that make a hundred: the last variant takes what the others leave. */
export function inPercent(branches: readonly Branch[]): readonly number[] {
  if (branches.length === 0) return [];
  const shares = sharesOf(branches).map(Math.round);
  const before = shares.slice(0, -1).reduce((sum, share) => sum + share, 0);
  return shares.with(-1, Math.max(0, WHOLE - before));
}

/** One share set, the last works itself out; the others stay. */
export function withShare(branches: readonly Branch[], at: number, share: number): Branch[] {
  return settled(branches, inPercent(branches).with(at, share));
}

export function withoutBranch(branches: readonly Branch[], at: number): Branch[] {
  const shares = inPercent(branches).toSpliced(at, 1);
  return settled(branches.toSpliced(at, 1), shares);
}

/** Everyone the same; what does not divide goes to the last. */
export function evenly(branches: readonly Branch[]): Branch[] {
  return settled(
    branches,
    branches.map(() => Math.floor(WHOLE / branches.length)),
  );
}

function settled(branches: readonly Branch[], shares: readonly number[]): Branch[] {
  const before = shares.slice(0, -1).reduce((sum, share) => sum + share, 0);
  return branches.map((branch, at) => ({
    ...branch,
    weight: at === branches.length - 1 ? Math.max(0, WHOLE - before) : (shares[at] ?? 0),
  }));
}
