import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { evaluate, type Evaluation } from '../../engine/nlu/evaluate.ts';
import type { IntentModel } from '../../engine/nlu/intentModel.ts';
import { trainIntents } from '../../engine/nlu/train.ts';
import { understand } from '../../engine/nlu/understand.ts';

interface Line {
  readonly text: string;
  readonly intent: string | null;
  readonly split: string;
}

const lines = readFileSync(new URL('../fixtures/nlu/ru_bot.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Line);
const train = lines.filter((line) => line.split === 'train');
const ids = [...new Set(train.map((line) => line.intent))].filter((id) => id !== null);

describe('a Russian shop bot of 40 intents with ten phrases each', () => {
  let model: IntentModel;
  let result: Evaluation;

  beforeAll(() => {
    model = trainIntents({
      languages: ['ru'],
      intents: ids.map((id) => ({
        id,
        name: id,
        phrases: train.filter((line) => line.intent === id).map((line) => line.text),
      })),
    });
    const outcomes = lines
      .filter((line) => line.split !== 'train')
      .map((line) => {
        const [best] = understand(model, line.text).ranked;
        return { expected: line.intent, predicted: best?.intent ?? null, confidence: best?.confidence ?? 0 };
      });
    result = evaluate(outcomes, 0.4);
  });

  // Measured: accuracy 58.3, AUROC 88, out-of-scope recall 95.6, calibration error 9.8 (on the cautious side).
  test('understands phrases made hard on purpose', () => expect(result.accuracy).toBeGreaterThan(0.545));
  test('lets strangers by', () => expect(result.oosRecall).toBeGreaterThan(0.85));
  test('is surer of its own topics than of others', () => expect(result.auroc).toBeGreaterThan(0.84));
  test('says how sure it is with meaning', () => expect(result.ece).toBeLessThan(0.16));

  test('answers within a few milliseconds', () => {
    const times = lines.map((line) => {
      const from = performance.now();
      understand(model, line.text);
      return performance.now() - from;
    });
    // Typically 0.1 ms; the bound leaves room for a busy machine and still catches an answer that scans everything.
    expect(times.sort((a, b) => a - b)[times.length >> 1]).toBeLessThan(3);
  });
});
