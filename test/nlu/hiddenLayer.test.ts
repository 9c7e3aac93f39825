import { expect, test } from 'vitest';
import { addHiddenScores, trainHiddenLayer } from '../../engine/nlu/hiddenLayer.ts';
import type { SvmProblem } from '../../engine/nlu/svm.ts';

/** Two features that mean one thing together and another each: what no sum of single features can tell. */
const TOGETHER = [
  { ids: [0, 1], label: 0 },
  { ids: [2, 3], label: 0 },
  { ids: [0, 3], label: 1 },
  { ids: [1, 2], label: 1 },
] as const;

function repeated(times: number): SvmProblem {
  const phrases = Array.from({ length: times }, () => TOGETHER).flat();
  return {
    rows: {
      starts: Int32Array.from({ length: phrases.length + 1 }, (_, row) => row * 2),
      ids: Int32Array.from(phrases.flatMap(({ ids }) => ids)),
      values: new Float32Array(phrases.length * 2).fill(1),
    },
    training: Int32Array.from(phrases.keys()),
    classOf: Int32Array.from(phrases, ({ label }) => label),
    classes: 2,
    features: 4,
    seed: 1,
  };
}

test('learns what features mean together, where each alone says nothing', () => {
  const layer = trainHiddenLayer(repeated(200));
  for (const { ids, label } of TOGETHER) {
    const scores = new Float64Array(2);
    addHiddenScores(layer, { ids: Int32Array.from(ids), values: Float32Array.of(1, 1), from: 0, to: 2 }, 1, scores);
    expect(scores[label]).toBeGreaterThan(1);
    expect(scores[1 - label]).toBeCloseTo(-scores[label]!, 6);
  }
});

test('is the same for the same phrases', () => {
  expect(trainHiddenLayer(repeated(20))).toEqual(trainHiddenLayer(repeated(20)));
});
