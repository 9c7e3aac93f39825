import { evidenceOf, type Evidence } from './calibrate.ts';
import { partsFor, scoreInto, trainClassifier } from './classifier.ts';
import type { Prepared } from './prepare.ts';
import { seededRandom, shuffle } from './seededRandom.ts';
import { rarityOf, weighCorpus } from './vocabulary.ts';

/** What a model that had not seen this row made of it. */
export interface HeldOut {
  readonly row: number;
  /** Predicted class. */
  readonly predicted: number;
  readonly evidence: Evidence;
}

/** With one intent there is no runner-up: its rival is "none of the bot's business", which the SVM puts at -1. */
export const NO_RIVAL = -1;

/**
 * Predictions by models trained without the row: stratified k folds, the same for the same seed. Every row is judged, or
 * those of the first `judgedFolds` folds.
 */
export function crossValidate(prepared: Prepared, folds: number, seed: number, judgedFolds = folds): HeldOut[] {
  const { corpus, sentences, classOf, own, intents, names } = prepared;
  const foldOf = dealFolds(classOf, intents.length, folds, seed);
  // What an intent is called is known to every model.
  foldOf.fill(-1, names.from, names.to);
  const classes = intents.length;
  const parts = partsFor(classOf, classes);
  const scores = new Float64Array(classes);
  const judged: HeldOut[] = [];
  for (let fold = 0; fold < judgedFolds; fold++) {
    const training = new Uint8Array(corpus.rows);
    for (let row = 0; row < corpus.rows; row++) training[row] = foldOf[row] === fold ? 0 : 1;
    const rarity = rarityOf(corpus, training, own);
    const { rows, coverage } = weighCorpus(corpus, rarity, sentences);
    const picked = Int32Array.from(training.keys()).filter((row) => training[row] === 1);
    const features = rarity.known.lastIndexOf(1) + 1;
    const classifier = trainClassifier({ rows, training: picked, classOf, classes, features, seed }, parts);
    for (let row = 0; row < corpus.rows; row++) {
      if (training[row] === 1) continue;
      const { ids, values, starts } = rows;
      scoreInto(classifier, { ids, values, from: starts[row]!, to: starts[row + 1]! }, scores);
      const { best, top, second } = topTwo(scores);
      judged.push({ row, predicted: best, evidence: evidenceOf(top, second, coverage[row]!) });
    }
  }
  return judged;
}

export function topTwo(scores: Float64Array): { best: number; top: number; second: number } {
  let best = 0;
  let top = -Infinity;
  let second = scores.length > 1 ? -Infinity : NO_RIVAL;
  scores.forEach((score, label) => {
    if (score > top) {
      if (label > 0) second = top;
      top = score;
      best = label;
    } else if (score > second) second = score;
  });
  return { best, top, second };
}

/** Deals each class round the folds in shuffled order, going on where the class before stopped. */
function dealFolds(classOf: Int32Array, classes: number, folds: number, seed: number): Int32Array {
  const random = seededRandom(seed);
  const foldOf = new Int32Array(classOf.length);
  const rowsOf = Array.from({ length: classes + 1 }, (): number[] => []);
  classOf.forEach((label, row) => rowsOf[label + 1]!.push(row));
  let next = 0;
  for (const rows of rowsOf) {
    const order = Int32Array.from(rows);
    shuffle(order, order.length, random);
    for (const row of order) foldOf[row] = next++ % folds;
  }
  return foldOf;
}
