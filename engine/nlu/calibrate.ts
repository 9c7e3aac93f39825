/** [1, top score, lead over the runner-up, coverage]. */
export type Evidence = readonly [number, number, number, number];

export interface Judged extends Example {
  readonly evidence: Evidence;
}

interface Example {
  readonly evidence: readonly number[];
  readonly correct: boolean;
  readonly weight: number;
}

const MAX_LEAD = 1;
/** Strangers next to the bot's own phrases: while learning what to look at, and while learning how likely it is. */
const ORDER_SHARE = 0.7;
/** ... and the bot's own phrases taken for another of its topics: what tells those apart says little of strangers. */
const ORDER_WRONG = 0.4;
const STRANGER_SHARE = 0.05;
const LEAST_STRANGERS = 30;
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
  return 1 / (1 + Math.exp(-weightedSum(weights, evidence)));
}

/**
 * Weights for `probability`, learned in two steps: the first, with many strangers among the examples, settles what speaks for
 * an intent; the second turns that into a probability that holds for messages to this bot, among which strangers are few.
 */
export function calibrate(own: readonly Judged[], strangers: readonly Judged[]): readonly number[] {
  if (own.length === 0) return DEFAULT_CALIBRATION;
  // Stiffer below 60 examples: a handful of held-out phrases says too little to overrule what suits most bots.
  const ridge = RIDGE + Math.max(0, ENOUGH - own.length) / 10;
  const order = fit(
    [
      ...own.map((one) => (one.correct ? one : { ...one, weight: one.weight * ORDER_WRONG })),
      ...weighing(strangers, own.length * ORDER_SHARE),
    ],
    DEFAULT_CALIBRATION,
    ridge,
  );
  const scored = ({ evidence, correct, weight }: Judged): Example => {
    return { evidence: [1, weightedSum(order, evidence)], correct, weight };
  };
  const few = weighing(strangers, Math.max(own.length * STRANGER_SHARE, Math.min(LEAST_STRANGERS, own.length)));
  const [shift = 0, scale = 1] = fit([...own, ...few].map(scored), [0, 1], ridge);
  return order.map((weight, i) => (i === 0 ? shift : 0) + scale * weight);
}

/** From here on held-out phrases tell by themselves how bold a bot may be. */
const SETTLED = 300;

/**
 * Word vectors are like something of everything: while phrases are few, a stranger looks like one of the topics sooner than
 * held-out phrases let on. Measured on bots of 2 to 15 topics drawn from `ru_bot`, asked about other topics: so that no more
 * strangers pass than without the vectors, at which 1 to 5 % more of the bot's own messages still do.
 */
export function cautious(weights: readonly number[], phrases: number): readonly number[] {
  if (phrases === 0 || phrases >= SETTLED) return weights;
  const shift = 10 / phrases + 0.3 * (1 - phrases / SETTLED);
  return weights.map((weight, i) => (i === 0 ? weight - shift : weight));
}

function weighing(strangers: readonly Judged[], together: number): Judged[] {
  return strangers.map((one) => ({ ...one, weight: together / strangers.length }));
}

/** Logistic regression by Newton's method, with a ridge towards the weights it starts from. */
function fit(examples: readonly Example[], start: readonly number[], ridge: number): readonly number[] {
  let weights = start;
  let loss = lossOf(weights, examples, start, ridge);
  for (let step = 0; step < STEPS; step++) {
    const direction = newtonStep(weights, examples, start, ridge);
    // On nearly separable examples a full step overshoots and never comes back: halve it until it helps.
    let size = 1;
    let next = weights;
    let nextLoss = Infinity;
    for (; size > SMALLEST_STEP; size /= 2) {
      next = weights.map((weight, i) => weight - size * direction[i]!);
      nextLoss = lossOf(next, examples, start, ridge);
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

/** Cross-entropy plus half the ridge, the function `fit` makes smallest. */
function lossOf(
  weights: readonly number[],
  examples: readonly Example[],
  start: readonly number[],
  ridge: number,
): number {
  let loss = weights.reduce((sum, weight, i) => sum + (ridge / 2) * (weight - start[i]!) ** 2, 0);
  for (const { evidence, correct, weight } of examples) {
    const sum = weightedSum(weights, evidence);
    const against = correct ? -sum : sum;
    loss += weight * (Math.max(against, 0) + Math.log1p(Math.exp(-Math.abs(against))));
  }
  return loss;
}

function newtonStep(
  weights: readonly number[],
  examples: readonly Example[],
  start: readonly number[],
  ridge: number,
): number[] {
  const gradient = weights.map((weight, i) => ridge * (weight - start[i]!));
  const hessian = weights.map((_, i) => weights.map((__, j) => (i === j ? ridge : 0)));
  for (const { evidence, correct, weight } of examples) {
    const p = 1 / (1 + Math.exp(-weightedSum(weights, evidence)));
    const error = weight * (p - (correct ? 1 : 0));
    const curve = weight * p * (1 - p);
    for (let i = 0; i < weights.length; i++) {
      gradient[i]! += error * evidence[i]!;
      for (let j = 0; j < weights.length; j++) hessian[i]![j]! += curve * evidence[i]! * evidence[j]!;
    }
  }
  return solve(hessian, gradient);
}

function weightedSum(weights: readonly number[], evidence: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < weights.length; i++) sum += weights[i]! * evidence[i]!;
  return sum;
}

/** Gaussian elimination; the ridge keeps the matrix positive definite, so no pivoting is needed. */
function solve(matrix: number[][], right: readonly number[]): number[] {
  const size = right.length;
  const a = matrix.map((row, i) => [...row, right[i]!]);
  for (let column = 0; column < size; column++) {
    for (let row = column + 1; row < size; row++) {
      const factor = a[row]![column]! / a[column]![column]!;
      for (let k = column; k <= size; k++) a[row]![k]! -= factor * a[column]![k]!;
    }
  }
  const answer = new Array<number>(size).fill(0);
  for (let row = size - 1; row >= 0; row--) {
    let sum = a[row]![size]!;
    for (let k = row + 1; k < size; k++) sum -= a[row]![k]! * answer[k]!;
    answer[row] = sum / a[row]![row]!;
  }
  return answer;
}
