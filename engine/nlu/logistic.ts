import { seededRandom, shuffle } from './seededRandom.ts';
import type { SvmProblem } from './svm.ts';

const PASSES = 7;
const FIRST_STEP = 1;
/** The step at the end is a sixteenth of the first. */
const SLOWING = 15;
const BIAS_STEP = 0.05;
const RIDGE = 0.01;
/** Classes this sure to be right or wrong are left alone: late in training that is most of them. */
const SMALL = 0.005;

/**
 * Multinomial logistic regression by stochastic gradient descent: where the SVM asks of every intent "this or the rest?", it
 * makes them compete, which pays while phrases are few. Weights as in `SvmModel`, less their mean over the classes, which says nothing.
 */
export function trainLogistic(problem: SvmProblem): { weights: Float32Array; bias: Float32Array } {
  const { classes, features, classOf, rows } = problem;
  const { starts, ids, values } = rows;
  const weights = new Float32Array(features * classes);
  const bias = new Float32Array(classes);
  const own = problem.training.filter((row) => classOf[row]! >= 0);
  const random = seededRandom(problem.seed);
  const errors = new Float64Array(classes);
  const moved = new Int32Array(classes);
  const whole = own.length * PASSES;
  // The ridge shrinks all weights at every step: they are kept divided by `scale`, so that only one number shrinks.
  let scale = 1;
  let done = 0;
  for (let pass = 0; pass < PASSES; pass++) {
    shuffle(own, own.length, random);
    for (const row of own) {
      const step = FIRST_STEP / (1 + (SLOWING * ++done) / whole);
      const label = classOf[row]!;
      errors.fill(0);
      for (let at = starts[row]!; at < starts[row + 1]!; at++) {
        const value = values[at]! * scale;
        const base = ids[at]! * classes;
        for (let other = 0; other < classes; other++) errors[other]! += value * weights[base + other]!;
      }
      toErrors(errors, bias, label);
      let count = 0;
      for (let other = 0; other < classes; other++) {
        bias[other]! -= BIAS_STEP * step * errors[other]!;
        if (Math.abs(errors[other]!) > SMALL) moved[count++] = other;
      }
      scale *= 1 - (step * RIDGE) / own.length;
      for (let at = starts[row]!; at < starts[row + 1]!; at++) {
        const value = (step * values[at]!) / scale;
        const base = ids[at]! * classes;
        for (let i = 0; i < count; i++) weights[base + moved[i]!]! -= value * errors[moved[i]!]!;
      }
    }
  }
  for (let base = 0; base < weights.length; base += classes) {
    let mean = 0;
    for (let other = 0; other < classes; other++) mean += weights[base + other]! / classes;
    for (let other = 0; other < classes; other++) weights[base + other] = (weights[base + other]! - mean) * scale;
  }
  return { weights, bias };
}

/** Turns scores into the gradient of the loss: probabilities, less 1 for the right class. */
function toErrors(scores: Float64Array, bias: Float32Array, label: number): void {
  let max = -Infinity;
  for (let other = 0; other < scores.length; other++) {
    scores[other]! += bias[other]!;
    max = Math.max(max, scores[other]!);
  }
  let sum = 0;
  for (let other = 0; other < scores.length; other++) sum += scores[other] = Math.exp(scores[other]! - max);
  for (let other = 0; other < scores.length; other++) scores[other]! /= sum;
  scores[label]! -= 1;
}
