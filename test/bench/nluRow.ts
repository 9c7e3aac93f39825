import { evaluate, type Evaluation, type Outcome } from '../../engine/nlu/evaluate.ts';
import type { IntentModel, TrainingSet } from '../../engine/nlu/intentModel.ts';
import { seededRandom } from '../../engine/nlu/seededRandom.ts';
import { trainIntents } from '../../engine/nlu/train.ts';
import { understand } from '../../engine/nlu/understand.ts';
import { quantile } from './figure.ts';
import type { Phrase, Row } from './nluSets.ts';

export interface Measured extends Evaluation {
  /** Accuracy with a random edit in a third of the words, whatever was put right again. */
  readonly typoAccuracy: number | null;
  readonly trainMs: number;
  readonly calibrateMs: number;
  readonly medianUs: number;
  readonly p99Us: number;
}

/** The one threshold of `nlu.md`, between «not understood» and «sure». */
export const THRESHOLD = 0.4;
const TYPO_SHARE = 0.35;
const SHORTEST = 4;

/**
 * Trains on a row of the table and asks all its questions, plain and mistyped. `negatives`: what the author says is not for the
 * bot. `isFirst`: the time of an answer is that of the first time it is asked; the second is remembered.
 */
export function measureRow(row: Row, negatives: readonly string[] = [], isFirst = false): Measured {
  const outcomes: Outcome[] = [];
  const mistyped: Outcome[] = [];
  const times: number[] = [];
  const random = seededRandom(1);
  let trainMs = 0;
  let calibrateMs = 0;
  for (const { train, asked } of row.rounds) {
    const set = { ...setOf(train, row.languages), negatives };
    const quick = spent(() => trainIntents(set, { calibrate: false }));
    const whole = spent(() => trainIntents(set));
    trainMs += quick.ms;
    calibrateMs += whole.ms;
    for (const { text, intent } of asked) {
      const answered = (isFirst ? firstMicroseconds : answerMicroseconds)(() => answer(whole.value, text, intent));
      times.push(answered.spent);
      outcomes.push(answered.value);
      if (intent !== null) mistyped.push(answer(whole.value, mistype(text, random), intent));
    }
  }
  times.sort((a, b) => a - b);
  return {
    ...evaluate(outcomes, THRESHOLD),
    typoAccuracy: evaluate(mistyped, THRESHOLD).accuracy,
    trainMs: trainMs / row.rounds.length,
    calibrateMs: calibrateMs / row.rounds.length,
    medianUs: quantile(times, 0.5),
    p99Us: quantile(times, 0.99),
  };
}

export function setOf(phrases: readonly Phrase[], languages: readonly string[]): TrainingSet {
  const byIntent = new Map<string, string[]>();
  for (const { text, intent } of phrases)
    if (intent !== null) byIntent.set(intent, [...(byIntent.get(intent) ?? []), text]);
  return { languages, intents: [...byIntent].map(([id, texts]) => ({ id, name: id, phrases: texts })) };
}

function answer(model: IntentModel, text: string, expected: string | null): Outcome {
  const [best] = understand(model, text).ranked;
  return { expected, predicted: best?.intent ?? null, confidence: best?.confidence ?? 0 };
}

/** The processor's time, not the wall's: other programs of a busy machine are not measured. */
export function spent<T>(work: () => T): { readonly value: T; readonly ms: number } {
  const began = process.cpuUsage();
  const value = work();
  const { user, system } = process.cpuUsage(began);
  return { value, ms: (user + system) / 1_000 };
}

/** The quickest of three: neither waiting for a busy processor nor another's garbage is an answer's work. */
export function answerMicroseconds<T>(work: () => T): { readonly value: T; readonly spent: number } {
  let value = work();
  let quickest = Infinity;
  for (let times = 0; times < 3; times += 1) {
    const began = performance.now();
    value = work();
    quickest = Math.min(quickest, (performance.now() - began) * 1_000);
  }
  return { value, spent: quickest };
}

function firstMicroseconds<T>(work: () => T): { readonly value: T; readonly spent: number } {
  const began = performance.now();
  const value = work();
  return { value, spent: (performance.now() - began) * 1_000 };
}

/** One random slip (a letter dropped, doubled, changed or swapped with the next) in about a third of the words of four letters and more. */
function mistype(text: string, random: () => number): string {
  return text.replace(/[\p{L}]{2,}/gu, (word) => {
    const letters = Array.from(word);
    if (letters.length < SHORTEST || random() >= TYPO_SHARE) return word;
    const at = Math.floor(random() * letters.length);
    const [letter = '', next = ''] = letters.slice(at, at + 2);
    const other = letters[Math.floor(random() * letters.length)] ?? letter;
    const slips: readonly (readonly [number, string])[] = [
      [1, ''],
      [1, letter + letter],
      [1, other],
      [2, next + letter],
    ];
    const [cut, put] = slips[Math.floor(random() * slips.length)] ?? [0, ''];
    letters.splice(at, cut, put);
    return letters.join('');
  });
}
