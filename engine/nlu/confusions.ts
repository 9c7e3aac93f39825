import { crossValidate } from './crossValidate.ts';
import type { TrainingSet } from './intentModel.ts';
import { prepare } from './prepare.ts';
import { foldsFor } from './train.ts';

export interface Confusions {
  readonly folds: number;
  /** Share of phrases understood by a model that had not seen them, 0..1; null if no intent has two phrases. */
  readonly accuracy: number | null;
  /** Phrases of intent `a` taken for intent `b`, the most confused pair first. */
  readonly pairs: readonly { readonly a: string; readonly b: string; readonly phrases: readonly string[] }[];
}

/** Which intents the bot would mix up: k-fold cross-validation over the author's own phrases. Deterministic. */
export function confusions(set: TrainingSet, seed = 1): Confusions {
  const prepared = prepare(set);
  const { intents, phrases, classOf } = prepared;
  const folds = foldsFor(phrases.length);
  const sizes = new Int32Array(intents.length);
  classOf.subarray(0, phrases.length).forEach((label) => (sizes[label]! += 1));
  const pairs = new Map<string, { a: string; b: string; phrases: string[] }>();
  let judged = 0;
  let right = 0;
  for (const { row, predicted } of intents.length === 0 ? [] : crossValidate(prepared, folds, seed)) {
    const label = classOf[row]!;
    // The only phrase of an intent cannot be recognised once it is held out: that says nothing.
    if (label < 0 || sizes[label]! < 2) continue;
    judged++;
    if (predicted === label) {
      right++;
      continue;
    }
    const key = `${label} ${predicted}`;
    const pair = pairs.get(key) ?? { a: intents[label]!, b: intents[predicted]!, phrases: [] };
    pair.phrases.push(phrases[row]!);
    pairs.set(key, pair);
  }
  return {
    folds,
    accuracy: judged === 0 ? null : right / judged,
    pairs: [...pairs.values()].sort((one, other) => other.phrases.length - one.phrases.length),
  };
}
