import { seededRandom, shuffle } from './seededRandom.ts';
import type { SparseRows } from './vocabulary.ts';

export interface SvmProblem {
  readonly rows: SparseRows;
  /** The rows to learn from. */
  readonly training: Int32Array;
  /** Class of each row, or -1 for a row that is an example of no class. */
  readonly classOf: Int32Array;
  readonly classes: number;
  /** Number of feature ids. */
  readonly features: number;
  readonly seed: number;
}

/** One-vs-rest weights, feature by feature (id * classes + class), so that an answer walks memory in order. */
export interface SvmModel {
  readonly classes: number;
  readonly weights: Float32Array;
  readonly bias: Float32Array;
}

const COST = 0.5;
/** A class has few examples and all the rest against it: its own count for more. */
const OWN_COST = 1.5;
const TOLERANCE = 0.2;
const MAX_PASSES = 60;

/**
 * L2-loss linear SVM, one against the rest, by dual coordinate descent with shrinking and a bias feature
 * (Hsieh et al. 2008, "A dual coordinate descent method for large-scale linear SVM", algorithm 3; LIBLINEAR -s 1).
 */
export function trainSvm(problem: SvmProblem): SvmModel {
  const { classes, features } = problem;
  const weights = new Float32Array(features * classes);
  const bias = new Float32Array(classes);
  const lengths = squaredLengths(problem);
  const w = new Float64Array(features + 1);
  for (let label = 0; label < classes; label++) {
    w.fill(0);
    separate(problem, label, lengths, w);
    for (let id = 0; id < features; id++) weights[id * classes + label] = w[id]!;
    bias[label] = w[features]!;
  }
  return { classes, weights, bias };
}

/** One text's features: those from `from` to `to`. */
export interface SparseVector {
  readonly ids: Int32Array;
  readonly values: Float32Array;
  readonly from: number;
  readonly to: number;
}

/** Adds what the features of one vector say for every class to its score. */
export function addScores({ classes, weights }: SvmModel, vector: SparseVector, scores: Float64Array): void {
  const { ids, values, from, to } = vector;
  for (let at = from; at < to; at++) {
    const value = values[at]!;
    const base = ids[at]! * classes;
    for (let label = 0; label < classes; label++) scores[label]! += value * weights[base + label]!;
  }
}

function squaredLengths({ rows, training }: SvmProblem): Float64Array {
  const lengths = new Float64Array(training.length);
  training.forEach((row, i) => {
    let sum = 1;
    for (let at = rows.starts[row]!; at < rows.starts[row + 1]!; at++) sum += rows.values[at]! ** 2;
    lengths[i] = sum;
  });
  return lengths;
}

/** Learns one class against the rest into `w` (features, then the bias). */
function separate(problem: SvmProblem, label: number, lengths: Float64Array, w: Float64Array): void {
  const { training, classOf, features } = problem;
  const { starts, ids, values } = problem.rows;
  const alpha = new Float64Array(training.length);
  const order = Int32Array.from(training.keys());
  const random = seededRandom(problem.seed + label * 7919);
  let active = training.length;
  let oldMax = Infinity;
  for (let pass = 0; pass < MAX_PASSES; pass++) {
    let max = -Infinity;
    let min = Infinity;
    shuffle(order, active, random);
    for (let place = 0; place < active; place++) {
      const i = order[place]!;
      const row = training[i]!;
      const y = classOf[row] === label ? 1 : -1;
      const from = starts[row]!;
      const to = starts[row + 1]!;
      let score = w[features]!;
      for (let at = from; at < to; at++) score += w[ids[at]!]! * values[at]!;
      const a = alpha[i]!;
      const diagonal = 1 / (2 * (y > 0 ? OWN_COST : COST));
      const gradient = y * score - 1 + a * diagonal;
      if (a === 0 && gradient > 0) {
        if (gradient > oldMax) {
          active--;
          order[place] = order[active]!;
          order[active] = i;
          place--;
        } else if (min > 0) min = 0;
        if (max < 0) max = 0;
        continue;
      }
      if (gradient > max) max = gradient;
      if (gradient < min) min = gradient;
      if (Math.abs(gradient) < 1e-12) continue;
      const next = Math.max(a - gradient / (lengths[i]! + diagonal), 0);
      alpha[i] = next;
      const step = (next - a) * y;
      w[features]! += step;
      for (let at = from; at < to; at++) w[ids[at]!]! += step * values[at]!;
    }
    if (max - min > TOLERANCE) {
      oldMax = max > 0 ? max : Infinity;
      continue;
    }
    // Converged on the active rows: one more look at all of them, or done.
    if (active === training.length) return;
    active = training.length;
    oldMax = Infinity;
  }
}
