/** [1, top score, lead over the runner-up, coverage]. */
export type Evidence = readonly [number, number, number, number];

export interface Judged {
  readonly evidence: Evidence;
  readonly correct: boolean;
  readonly weight: number;
}

const SIZE = 4;
const MAX_LEAD = 2;
/** Weights that suit most bots; what a bot with few phrases is held close to. */
export const DEFAULT_CALIBRATION: readonly number[] = [-0.8, 1.6, 3.8, 0];
const RIDGE = 0.5;
const ENOUGH = 60;
const STEPS = 30;
const SMALLEST_STEP = 1e-6;

export function evidenceOf(top: number, second: number, coverage: number): Evidence {
  return [1, top, Math.min(top - second, MAX_LEAD), coverage];
}

/** P(the top intent is right), 0..1. */
export function probability(weights: readonly number[], evidence: Evidence): number {
  let sum = 0;
  for (let i = 0; i < SIZE; i++) sum += weights[i]! * evidence[i]!;
  return 1 / (1 + Math.exp(-sum));
}

/**
 * Logistic regression by Newton's method with a ridge towards the default weights. The ridge is stiffer below
 * 60 examples: a handful of held-out phrases says too little to overrule what suits most bots.
 */
export function calibrate(examples: readonly Judged[]): readonly number[] {
  const count = examples.reduce((sum, example) => sum + example.weight, 0);
  if (count === 0) return DEFAULT_CALIBRATION;
  const ridge = RIDGE + Math.max(0, ENOUGH - count) / 10;
  let weights = DEFAULT_CALIBRATION;
  let loss = lossOf(weights, examples, ridge);
  for (let step = 0; step < STEPS; step++) {
    const direction = newtonStep(weights, examples, ridge);
    // On nearly separable examples a full step overshoots and never comes back: halve it until it helps.
    let size = 1;
    let next = weights;
    let nextLoss = Infinity;
    for (; size > SMALLEST_STEP; size /= 2) {
      next = weights.map((weight, i) => weight - size * direction[i]!);
      nextLoss = lossOf(next, examples, ridge);
      if (nextLoss < loss) break;
    }
    if (!(nextLoss < loss)) break;
    const gain = loss - nextLoss;
    weights = next;
    loss = nextLoss;
    if (gain < 1e-9) break;
  }
  return weights;
}

/** Cross-entropy plus half the ridge, the function `calibrate` makes smallest. */
function lossOf(weights: readonly number[], examples: readonly Judged[], ridge: number): number {
  let loss = 0;
  for (let i = 0; i < SIZE; i++) loss += (ridge / 2) * (weights[i]! - DEFAULT_CALIBRATION[i]!) ** 2;
  for (const { evidence, correct, weight } of examples) {
    let sum = 0;
    for (let i = 0; i < SIZE; i++) sum += weights[i]! * evidence[i]!;
    const against = correct ? -sum : sum;
    loss += weight * (Math.max(against, 0) + Math.log1p(Math.exp(-Math.abs(against))));
  }
  return loss;
}

function newtonStep(weights: readonly number[], examples: readonly Judged[], ridge: number): number[] {
  const gradient = weights.map((weight, i) => ridge * (weight - DEFAULT_CALIBRATION[i]!));
  const hessian = weights.map((_, i) => weights.map((__, j) => (i === j ? ridge : 0)));
  for (const { evidence, correct, weight } of examples) {
    const p = probability(weights, evidence);
    const error = weight * (p - (correct ? 1 : 0));
    const curve = weight * p * (1 - p);
    for (let i = 0; i < SIZE; i++) {
      gradient[i]! += error * evidence[i]!;
      for (let j = 0; j < SIZE; j++) hessian[i]![j]! += curve * evidence[i]! * evidence[j]!;
    }
  }
  return solve(hessian, gradient);
}

/** Gaussian elimination; the ridge keeps the matrix positive definite, so no pivoting is needed. */
function solve(matrix: number[][], right: readonly number[]): number[] {
  const a = matrix.map((row, i) => [...row, right[i]!]);
  for (let column = 0; column < SIZE; column++) {
    for (let row = column + 1; row < SIZE; row++) {
      const factor = a[row]![column]! / a[column]![column]!;
      for (let k = column; k <= SIZE; k++) a[row]![k]! -= factor * a[column]![k]!;
    }
  }
  const answer = new Array<number>(SIZE).fill(0);
  for (let row = SIZE - 1; row >= 0; row--) {
    let sum = a[row]![SIZE]!;
    for (let k = row + 1; k < SIZE; k++) sum -= a[row]![k]! * answer[k]!;
    answer[row] = sum / a[row]![row]!;
  }
  return answer;
}
