import { addHiddenScores, trainHiddenLayer, type HiddenLayer } from './hiddenLayer.ts';
import { trainLogistic } from './logistic.ts';
import { addScores, trainSvm, type SparseVector, type SvmModel, type SvmProblem } from './svm.ts';

/** Two or three views of the same features whose scores are added up. */
export interface Classifier {
  /** One-vs-rest SVM, with the multinomial regression mixed in where that pays. */
  readonly linear: SvmModel;
  /** Null where phrases are too few for it to bring anything, or to be worth the time. */
  readonly hidden: HiddenLayer | null;
}

/** What the regression's scores count for beside the SVM's, while phrases are few. */
const SHARE = 0.15;
/** From so many phrases an intent the SVM is better without the regression ... */
const MANY = 60;
/** ... and up to so many the regression counts in full. */
const FEW = 30;
/** Phrases × intents: past this the regression would take longer than an author waits. */
const MOST_WORK = 600_000;

/** What the hidden layer's scores count for beside the SVM's. */
const HIDDEN_SHARE = 0.3;
/** From so many phrases an intent it pays, and from so many in all there is something to gain: +0.5 to +1.6 points. */
const HIDDEN_FROM = 30;
const HIDDEN_FROM_IN_ALL = 1_500;

/** What a bot's classifier is made of. */
interface Parts {
  readonly regression: boolean;
  readonly hidden: boolean;
}

/**
 * Decided once, by all of a bot's rows (class of each, -1 for strangers): models that judge held-out rows must be made like
 * the one the bot will use, or what their scores teach of confidence is of no use for its scores.
 */
export function partsFor(classOf: Int32Array, classes: number): Parts {
  const phrases = classOf.reduce((count, label) => count + (label >= 0 ? 1 : 0), 0);
  return {
    regression: classes > 1 && phrases * classes <= MOST_WORK,
    hidden: classes > 1 && phrases >= HIDDEN_FROM_IN_ALL && phrases >= HIDDEN_FROM * classes,
  };
}

export function trainClassifier(problem: SvmProblem, { regression, hidden }: Parts): Classifier {
  return {
    linear: regression ? trainLinear(problem) : trainSvm(problem),
    hidden: hidden ? trainHiddenLayer(problem) : null,
  };
}

/** Scores of every class for one sparse vector, written into `scores`. */
export function scoreInto({ linear, hidden }: Classifier, vector: SparseVector, scores: Float64Array): void {
  scores.set(linear.bias);
  addScores(linear, vector, scores);
  if (hidden !== null) addHiddenScores(hidden, vector, HIDDEN_SHARE, scores);
}

function trainLinear(problem: SvmProblem): SvmModel {
  const { training, classOf, classes } = problem;
  const svm = trainSvm(problem);
  const phrases = training.reduce((count, row) => count + (classOf[row]! >= 0 ? 1 : 0), 0);
  const share = SHARE * Math.min(1, Math.max(0, (MANY - phrases / classes) / (MANY - FEW)));
  if (share === 0) return svm;
  const other = trainLogistic(problem);
  other.weights.forEach((weight, at) => (svm.weights[at]! += share * weight));
  other.bias.forEach((weight, at) => (svm.bias[at]! += share * weight));
  return svm;
}
