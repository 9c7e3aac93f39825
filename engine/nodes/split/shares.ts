import { type Branch, letterAt } from './schema.ts';

const WHOLE = 100;
/** A weight of ten and more is meant in percent; 2 : 1 is not. */
const PERCENT = 10;
/** 33.3 three times is near enough. */
const NEAR = 0.5;

export function branchName(branch: Branch, at: number): string {
  const own = branch.label?.trim() ?? '';
  return own === '' ? letterAt(at) : own;
}

/** The weights, those left out shared evenly of what is missing to a hundred; all of them left out are even. */
function weightsOf(branches: readonly Branch[]): readonly number[] {
  const blank = branches.filter((branch) => branch.weight === undefined).length;
  if (blank === branches.length) return branches.map(() => 1);
  const given = branches.reduce((sum, branch) => sum + (branch.weight ?? 0), 0);
  const rest = Math.max(0, WHOLE - given) / Math.max(1, blank);
  return branches.map((branch) => branch.weight ?? rest);
}

/** What each branch gets of a hundred customers; all zero are shared evenly, for someone has to go somewhere. */
export function sharesOf(branches: readonly Branch[]): readonly number[] {
  const weights = weightsOf(branches);
  const sum = weights.reduce((total, weight) => total + weight, 0);
  if (!(sum > 0) || !Number.isFinite(sum)) return branches.map(() => WHOLE / branches.length);
  return weights.map((weight) => (weight / sum) * WHOLE);
}

/** The sum when it is wrong: percents that do not make a hundred, or nothing to share. Null = it is right. */
export function wrongSum(branches: readonly Branch[]): number | null {
  const weights = weightsOf(branches);
  const sum = weights.reduce((total, weight) => total + weight, 0);
  if (sum === 0 || !Number.isFinite(sum)) return 0;
  const isPercent = branches.some((branch) => (branch.weight ?? 0) >= PERCENT);
  return isPercent && Math.abs(sum - WHOLE) > NEAR ? Math.round(sum * 100) / 100 : null;
}

/** `chance`: a number in [0, 1). */
export function drawBranch(branches: readonly Branch[], chance: number): Branch | undefined {
  const shares = sharesOf(branches);
  let left = chance * WHOLE;
  const drawn = branches.find((_, at) => {
    left -= shares[at] ?? 0;
    return left < 0;
  });
  // Fractions may leave a crumb over: it belongs to the last branch that gets anyone.
  return drawn ?? branches.findLast((_, at) => (shares[at] ?? 0) > 0);
}
