import { trainLogistic } from './logistic.ts';
import { trainSvm, type SvmModel, type SvmProblem } from './svm.ts';

/** What the regression's scores count for beside the SVM's, while phrases are few. */
const SHARE = 0.15;
/** From so many phrases an intent the SVM is better alone ... */
const MANY = 60;
/** ... and up to so many the regression counts in full. */
const FEW = 30;
/** Phrases × intents: past this the regression would take longer than an author waits. */
const MOST_WORK = 600_000;

/** One linear model of two views of the same features: one-vs-rest SVM, and multinomial regression where it pays. */
export function trainClassifier(problem: SvmProblem): SvmModel {
  const svm = trainSvm(problem);
  const share = shareOf(problem);
  if (share === 0) return svm;
  const other = trainLogistic(problem);
  other.weights.forEach((weight, at) => (svm.weights[at]! += share * weight));
  other.bias.forEach((weight, at) => (svm.bias[at]! += share * weight));
  return svm;
}

function shareOf({ training, classOf, classes }: SvmProblem): number {
  const phrases = training.reduce((count, row) => count + (classOf[row]! >= 0 ? 1 : 0), 0);
  if (classes < 2 || phrases * classes > MOST_WORK) return 0;
  return SHARE * Math.min(1, Math.max(0, (MANY - phrases / classes) / (MANY - FEW)));
}
