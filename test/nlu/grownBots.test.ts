import { expect, test } from 'vitest';
import { trainClassifier, partsFor } from '../../engine/nlu/classifier.ts';
import { decide, THRESHOLDS } from '../../engine/nlu/decide.ts';
import type { TrainingSet } from '../../engine/nlu/intentModel.ts';
import { seededRandom } from '../../engine/nlu/seededRandom.ts';
import { trainIntents } from '../../engine/nlu/train.ts';
import { understand } from '../../engine/nlu/understand.ts';

const TOPICS = 16;
const NO_TOPIC = TOPICS;

/** Messages of four words: some are said of one topic only, the others of any. */
function speaker(): (topic: number) => string {
  const random = seededRandom(7);
  const oneOf = (count: number): string => String(Math.floor(random() * count));
  const word = (topic: number): string => (random() < 0.4 ? `w${String(topic)}q${oneOf(12)}` : `c${oneOf(40)}`);
  return (topic) => Array.from({ length: 4 }, () => word(topic)).join(' ');
}

/** How many of 400 strangers and of 400 customers with the bot's own questions are answered. */
function answered(phrasesEach: number): { isRich: boolean; strangers: number; own: number } {
  const say = speaker();
  const set: TrainingSet = {
    languages: ['ru'],
    negatives: Array.from({ length: 100 }, () => say(NO_TOPIC)),
    intents: Array.from({ length: TOPICS }, (_, topic) => ({
      id: `t${String(topic)}`,
      phrases: Array.from({ length: phrasesEach }, () => say(topic)),
    })),
  };
  const model = trainIntents(set, { embedders: [] });
  const sure = (messages: string[]): number =>
    messages.filter((message) => decide(understand(model, message), THRESHOLDS.normal).kind === 'sure').length;
  return {
    isRich: model.classifier.hidden !== null,
    strangers: sure(Array.from({ length: 400 }, () => say(NO_TOPIC))),
    own: sure(Array.from({ length: 400 }, (_, at) => say(at % TOPICS))),
  };
}

test('a bot that has just grown enough for a hidden layer answers strangers no sooner than before', () => {
  const before = answered(93);
  const after = answered(95);
  expect([before.isRich, after.isRich]).toEqual([false, true]);
  for (const { strangers, own } of [before, after]) {
    expect(strangers).toBeLessThan(20);
    expect(own).toBeGreaterThan(320);
  }
});

test('what a classifier is made of follows from all of the phrases, not from those it learns', () => {
  const starts = Int32Array.from({ length: 1_521 }, (_, row) => row);
  const classOf = Int32Array.from({ length: 1_520 }, (_, row) => row % TOPICS);
  const problem = {
    rows: { starts, ids: classOf, values: new Float32Array(1_520).fill(1) },
    training: Int32Array.from({ length: 1_368 }, (_, row) => row),
    classOf,
    classes: TOPICS,
    features: TOPICS,
    seed: 1,
  };
  expect(trainClassifier(problem, partsFor(classOf, TOPICS)).hidden).not.toBeNull();
  expect(partsFor(classOf.subarray(0, 1_368), TOPICS).hidden).toBe(false);
  // Strangers are no phrases of the bot.
  expect(partsFor(new Int32Array(2_000).fill(-1), TOPICS).hidden).toBe(false);
  // The regression goes where phrases × intents would take too long.
  expect(partsFor(new Int32Array(3_600), 166)).toEqual({ regression: true, hidden: false });
  expect(partsFor(new Int32Array(3_600), 167)).toEqual({ regression: false, hidden: false });
});
