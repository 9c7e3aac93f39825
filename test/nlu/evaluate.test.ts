import { describe, expect, test } from 'vitest';
import { evaluate } from '../../engine/nlu/evaluate.ts';

const outcomes = [
  { expected: 'a', predicted: 'a', confidence: 0.9 },
  { expected: 'a', predicted: 'b', confidence: 0.6 },
  { expected: 'b', predicted: 'b', confidence: 0.2 },
  { expected: 'b', predicted: 'b', confidence: 0.8 },
  { expected: null, predicted: 'a', confidence: 0.1 },
  { expected: null, predicted: 'b', confidence: 0.7 },
];

describe('scoring a bot against the truth', () => {
  test('counts what was understood, what was let by and what was taken for strange', () => {
    const result = evaluate(outcomes, 0.4);
    expect(result.accuracy).toBe(0.75);
    expect(result.acceptedAccuracy).toBe(0.5);
    expect(result.oosRecall).toBe(0.5);
    expect(result.oosFalseAlarm).toBe(0.25);
    // Of 8 pairs (in scope, out of scope) 6 are in the right order.
    expect(result.auroc).toBe(0.75);
    expect(result.ece).toBeCloseTo((0.1 + 0.6 + 0.8 + 0.2) / 4, 10);
  });

  test('scores each intent by precision and recall', () => {
    const result = evaluate(outcomes, 0.4);
    expect(result.perIntent['a']).toEqual({ precision: 1, recall: 0.5, f1: 2 / 3, support: 2 });
    expect(result.perIntent['b']).toEqual({ precision: 2 / 3, recall: 1, f1: 0.8, support: 2 });
    expect(result.macroF1).toBeCloseTo((2 / 3 + 0.8) / 2, 10);
  });

  test('equal confidences are a coin toss', () => {
    const tie = evaluate(
      [
        { expected: 'a', predicted: 'a', confidence: 0.5 },
        { expected: null, predicted: 'a', confidence: 0.5 },
      ],
      0.4,
    );
    expect(tie.auroc).toBe(0.5);
  });

  test('what the test has nothing to measure on is null, not zero', () => {
    expect(evaluate([], 0.4)).toEqual({
      accuracy: null,
      acceptedAccuracy: null,
      macroF1: null,
      oosRecall: null,
      oosFalseAlarm: null,
      auroc: null,
      ece: null,
      perIntent: {},
    });
  });
});
