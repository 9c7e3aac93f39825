import { calibrate, cautious, DEFAULT_CALIBRATION, type Judged } from './calibrate.ts';
import { partsFor, trainClassifier } from './classifier.ts';
import { spellerOf } from './correct.ts';
import { crossValidate } from './crossValidate.ts';
import type { Embedder } from './embedder.ts';
import { embeddersFor } from './embedders.ts';
import { fingerprint } from './fingerprint.ts';
import type { IntentModel, TrainingSet } from './intentModel.ts';
import { prepare, type Prepared } from './prepare.ts';
import { rarityOf, weighCorpus, type SparseRows } from './vocabulary.ts';

export interface TrainOptions {
  /** False skips the cross-validation behind the confidence: five times faster, with typical weights instead. */
  readonly calibrate?: boolean;
  readonly seed?: number;
  /** Packs of sentence vectors; those of this process if not said. */
  readonly embedders?: readonly Embedder[];
}

const FEW_PHRASES = 100;
const MORE_PHRASES = 500;
const MANY_PHRASES = 1_000;

/** Learns the bot's intents. Deterministic: the same phrases, packs (and seed) give the same model, on any machine. */
export function trainIntents(set: TrainingSet, options: TrainOptions = {}): IntentModel {
  const seed = options.seed ?? 1;
  const embedders = options.embedders ?? embeddersFor(set);
  const prepared = prepare(set, embedders);
  const { corpus, sentences, classOf, own, intents, phrases } = prepared;
  const rarity = rarityOf(corpus, new Uint8Array(corpus.rows).fill(1), own);
  const { rows } = weighCorpus(corpus, rarity, sentences);
  const features = rarity.known.lastIndexOf(1) + 1;
  const training = Int32Array.from(classOf.keys());
  const classes = intents.length;
  const parts = partsFor(classOf, classes);
  const classifier = trainClassifier({ rows, training, classOf, classes, features, seed }, parts);
  const learned = options.calibrate === false ? DEFAULT_CALIBRATION : calibrateOn(prepared, seed);
  // Vectors of whole sentences tell strangers better than words do.
  const isOfWords = embedders.every(({ slow }) => slow !== true) && sentences.values.some((value) => value !== 0);
  const calibration = isOfWords ? cautious(learned, phrases.length) : learned;
  return {
    version: 1,
    fingerprint: fingerprint(set, embedders),
    languages: [...set.languages],
    intents,
    lexicon: corpus.lexicon,
    rarity,
    sentences: sentences.views,
    classifier,
    calibration,
    exact: prepared.exact,
    phrases,
    phraseClass: classOf.slice(0, phrases.length),
    phraseRows: firstRows(rows, phrases.length),
    speller: spellerOf(prepared.tokens, own, prepared.stem),
  };
}

/** More folds where phrases are few: each held-out model is then closer to the one the bot will really use. */
export function foldsFor(phrases: number): number {
  return phrases < FEW_PHRASES ? 10 : 5;
}

/** What each fold tells of is dear, and of many phrases a part tells enough: there are few numbers to learn from them. */
function foldsToJudge(phrases: number): { folds: number; judged: number } {
  if (phrases < MORE_PHRASES) return { folds: foldsFor(phrases), judged: foldsFor(phrases) };
  if (phrases < MANY_PHRASES) return { folds: 8, judged: 8 };
  return { folds: 10, judged: phrases < 2 * MANY_PHRASES ? 4 : phrases < 5 * MANY_PHRASES ? 3 : 2 };
}

function calibrateOn(prepared: Prepared, seed: number): readonly number[] {
  const { classOf, intents, phrases } = prepared;
  const sizes = new Int32Array(intents.length);
  classOf.subarray(0, phrases.length).forEach((label) => (sizes[label]! += 1));
  // An intent of one phrase has nothing to learn from once that phrase is held out: it cannot tell us anything.
  const usable = [...sizes].reduce((sum, size) => sum + (size > 1 ? size : 0), 0);
  if (usable === 0) return DEFAULT_CALIBRATION;
  const { folds, judged } = foldsToJudge(phrases.length);
  const own: Judged[] = [];
  const strangers: Judged[] = [];
  for (const { row, predicted, evidence } of crossValidate(prepared, folds, seed, judged)) {
    const label = classOf[row]!;
    if (label < 0) strangers.push({ evidence, correct: false, weight: 1 });
    else if (sizes[label]! > 1) own.push({ evidence, correct: predicted === label, weight: 1 });
  }
  return calibrate(own, strangers);
}

function firstRows(rows: SparseRows, count: number): SparseRows {
  const end = rows.starts[count]!;
  return { starts: rows.starts.slice(0, count + 1), ids: rows.ids.slice(0, end), values: rows.values.slice(0, end) };
}
