import { seededRandom, shuffle } from './seededRandom.ts';
import type { SparseVector, SvmProblem } from './svm.ts';

/** A layer of units between features and classes: weights in feature by feature, weights out unit by unit. */
export interface HiddenLayer {
  readonly into: Float32Array;
  readonly unitBias: Float32Array;
  readonly out: Float32Array;
  readonly bias: Float32Array;
}

const UNITS = 96;
const PASSES = 10;
const FIRST_STEP = 0.05;
const LAST_STEP = 0.001;
/** Features are small numbers, each in few phrases: what leads to them learns faster than the rest ... */
const INTO_SPEED = 4;
/** ... and the biases, moved by every phrase, slower. */
const BIAS_SPEED = 0.1;
/** Left out by chance while learning, so that no unit and no feature is relied upon alone. */
const FEATURES_LEFT_OUT = 0.3;
const UNITS_LEFT_OUT = 0.3;
const INTO_SPREAD = 0.04;
const OUT_SPREAD = 0.1;

/**
 * A network of one hidden layer, learned by stochastic gradient descent: it sees what features mean together, where the SVM
 * and the regression add up what each means by itself.
 */
export function trainHiddenLayer(problem: SvmProblem): HiddenLayer {
  const { classes, features, classOf, rows } = problem;
  const { starts, ids, values } = rows;
  const random = seededRandom(problem.seed);
  const layer: HiddenLayer = {
    into: spread(new Float32Array(features * UNITS), INTO_SPREAD, random),
    unitBias: new Float32Array(UNITS),
    out: spread(new Float32Array(UNITS * classes), OUT_SPREAD, random),
    bias: new Float32Array(classes),
  };
  const { into, unitBias, out, bias } = layer;
  const own = problem.training.filter((row) => classOf[row]! >= 0);
  const units = new Float64Array(UNITS);
  const slopes = new Float64Array(UNITS);
  const errors = new Float64Array(classes);
  const seen = new Int32Array(own.reduce((most, row) => Math.max(most, starts[row + 1]! - starts[row]!), 0));
  const lit = new Int32Array(UNITS);
  const whole = own.length * PASSES;
  let done = 0;
  for (let pass = 0; pass < PASSES; pass++) {
    shuffle(own, own.length, random);
    for (const row of own) {
      const step = FIRST_STEP * (1 - done++ / whole) + LAST_STEP;
      units.set(unitBias);
      let count = 0;
      for (let at = starts[row]!; at < starts[row + 1]!; at++) {
        if (random() < FEATURES_LEFT_OUT) continue;
        seen[count++] = at;
        const value = values[at]! / (1 - FEATURES_LEFT_OUT);
        const base = ids[at]! * UNITS;
        for (let unit = 0; unit < UNITS; unit++) units[unit]! += value * into[base + unit]!;
      }
      let active = 0;
      for (let unit = 0; unit < UNITS; unit++) {
        if (units[unit]! <= 0 || random() < UNITS_LEFT_OUT) continue;
        units[unit]! /= 1 - UNITS_LEFT_OUT;
        lit[active++] = unit;
      }
      errors.set(bias);
      for (let i = 0; i < active; i++) addTimes(errors, out, lit[i]! * classes, units[lit[i]!]!);
      toErrors(errors, classOf[row]!);
      for (let i = 0; i < active; i++) {
        const unit = lit[i]!;
        const base = unit * classes;
        const move = step * units[unit]!;
        let slope = 0;
        for (let label = 0; label < classes; label++) {
          slope += errors[label]! * out[base + label]!;
          out[base + label]! -= move * errors[label]!;
        }
        slopes[unit] = slope / (1 - UNITS_LEFT_OUT);
        unitBias[unit]! -= BIAS_SPEED * step * slopes[unit];
      }
      for (let label = 0; label < classes; label++) bias[label]! -= BIAS_SPEED * step * errors[label]!;
      for (let i = 0; i < count; i++) {
        const value = INTO_SPEED * step * values[seen[i]!]!;
        const base = ids[seen[i]!]! * UNITS;
        for (let j = 0; j < active; j++) into[base + lit[j]!]! -= value * slopes[lit[j]!]!;
      }
    }
  }
  return layer;
}

/** Adds `share` of what the layer makes of one sparse vector to the scores of the classes, less what all of them get. */
export function addHiddenScores(
  { into, unitBias, out, bias }: HiddenLayer,
  vector: SparseVector,
  share: number,
  scores: Float64Array,
): void {
  const { ids, values, from, to } = vector;
  const units = Float64Array.from(unitBias);
  for (let at = from; at < to; at++) addTimes(units, into, ids[at]! * UNITS, values[at]!);
  const own = Float64Array.from(bias);
  for (let unit = 0; unit < UNITS; unit++) if (units[unit]! > 0) addTimes(own, out, unit * scores.length, units[unit]!);
  const mean = own.reduce((sum, score) => sum + score, 0) / own.length;
  for (let label = 0; label < scores.length; label++) scores[label]! += share * (own[label]! - mean);
}

function addTimes(sums: Float64Array, weights: Float32Array, base: number, factor: number): void {
  for (let at = 0; at < sums.length; at++) sums[at]! += factor * weights[base + at]!;
}

/** Turns scores into the gradient of the loss: probabilities, less 1 for the right class. */
function toErrors(scores: Float64Array, label: number): void {
  let max = -Infinity;
  for (const score of scores) max = Math.max(max, score);
  let sum = 0;
  for (let other = 0; other < scores.length; other++) sum += scores[other] = Math.exp(scores[other]! - max);
  for (let other = 0; other < scores.length; other++) scores[other]! /= sum;
  scores[label]! -= 1;
}

/** Numbers about 0, nearly as a bell curve has them: the sum of four even chances. */
function spread(weights: Float32Array, width: number, random: () => number): Float32Array {
  for (let at = 0; at < weights.length; at++)
    weights[at] = width * Math.sqrt(3) * (random() + random() + random() + random() - 2);
  return weights;
}
