import type { Speller } from './correct.ts';
import type { SentenceView } from './sentenceBlock.ts';
import type { Classifier } from './classifier.ts';
import type { Lexicon, Rarity, SparseRows } from './vocabulary.ts';

export interface TrainingSet {
  /** `name`: what the author calls it («Доставка: сроки»). Said in words, it teaches as a phrase does. */
  readonly intents: readonly { readonly id: string; readonly name?: string; readonly phrases: readonly string[] }[];
  /** ISO 639-1 codes of the languages the bot speaks, the main one first. */
  readonly languages: readonly string[];
  /** Phrases the author marked as "not for the bot". */
  readonly negatives?: readonly string[];
}

/**
 * A trained classifier: plain data and typed arrays, so a worker can post it. Opaque to callers; keep the phrases and
 * train again rather than store it (40 intents × 10 phrases take a fraction of a second).
 */
export interface IntentModel {
  readonly version: 1;
  readonly fingerprint: string;
  readonly languages: readonly string[];
  readonly intents: readonly string[];
  readonly lexicon: Lexicon;
  readonly rarity: Rarity;
  /** Packs it was learned with; the same are asked when it answers. */
  readonly sentences: readonly SentenceView[];
  readonly classifier: Classifier;
  readonly calibration: readonly number[];
  /** Key of a phrase → the classes that have it; -1 is a phrase the author marked as not for the bot. */
  readonly exact: ReadonlyMap<string, readonly number[]>;
  readonly phrases: readonly string[];
  readonly phraseClass: Int32Array;
  /** Vectors of `phrases`. */
  readonly phraseRows: SparseRows;
  readonly speller: Speller;
}
