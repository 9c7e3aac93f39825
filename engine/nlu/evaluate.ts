/** One test phrase: what it means (null = none of the intents) and what the bot made of it. */
export interface Outcome {
  readonly expected: string | null;
  /** Best intent, null if the bot had none to offer. */
  readonly predicted: string | null;
  /** Confidence of the best intent, 0..1. */
  readonly confidence: number;
}

export interface IntentScore {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  /** Test phrases of this intent. */
  readonly support: number;
}

/** Shares are 0..1; `null` where the test has nothing to measure them on. */
export interface Evaluation {
  /** In-scope phrases whose best intent is right, whatever the confidence. */
  readonly accuracy: number | null;
  /** In-scope phrases whose best intent is right and clears the threshold. */
  readonly acceptedAccuracy: number | null;
  /** Mean F1 of the intents in the test, whatever the confidence. */
  readonly macroF1: number | null;
  /** Out-of-scope phrases below the threshold. */
  readonly oosRecall: number | null;
  /** In-scope phrases below the threshold, wrongly taken for out of scope. */
  readonly oosFalseAlarm: number | null;
  /** Chance that an in-scope phrase has a higher confidence than an out-of-scope one. */
  readonly auroc: number | null;
  /** Expected calibration error over ten equal bins of confidence, in-scope phrases. */
  readonly ece: number | null;
  readonly perIntent: Readonly<Record<string, IntentScore>>;
}

const BINS = 10;

/** Scores answers against the truth. `threshold`: the confidence below which the bot says it did not understand. */
export function evaluate(outcomes: readonly Outcome[], threshold: number): Evaluation {
  const inside = outcomes.filter((outcome) => outcome.expected !== null);
  const outside = outcomes.filter((outcome) => outcome.expected === null);
  const perIntent = scoreIntents(inside);
  const intents = Object.values(perIntent);
  return {
    accuracy: share(inside, isRight),
    acceptedAccuracy: share(inside, (outcome) => isRight(outcome) && outcome.confidence >= threshold),
    macroF1: intents.length === 0 ? null : intents.reduce((sum, one) => sum + one.f1, 0) / intents.length,
    oosRecall: share(outside, (outcome) => outcome.confidence < threshold),
    oosFalseAlarm: share(inside, (outcome) => outcome.confidence < threshold),
    auroc: auroc(inside, outside),
    ece: calibrationError(inside),
    perIntent,
  };
}

function isRight({ expected, predicted }: Outcome): boolean {
  return expected === predicted;
}

function share(outcomes: readonly Outcome[], holds: (outcome: Outcome) => boolean): number | null {
  return outcomes.length === 0 ? null : outcomes.filter(holds).length / outcomes.length;
}

function scoreIntents(inside: readonly Outcome[]): Record<string, IntentScore> {
  const counts = new Map<string, { support: number; predicted: number; right: number }>();
  const countOf = (intent: string) => {
    const count = counts.get(intent) ?? { support: 0, predicted: 0, right: 0 };
    counts.set(intent, count);
    return count;
  };
  for (const outcome of inside) {
    if (outcome.expected !== null) countOf(outcome.expected).support++;
    if (outcome.predicted !== null) countOf(outcome.predicted).predicted++;
    if (outcome.predicted !== null && isRight(outcome)) countOf(outcome.predicted).right++;
  }
  const scored = [...counts]
    .filter(([, { support }]) => support > 0)
    .map(([intent, { support, predicted, right }]): [string, IntentScore] => [
      intent,
      {
        precision: predicted === 0 ? 0 : right / predicted,
        recall: right / support,
        f1: (2 * right) / (predicted + support),
        support,
      },
    ]);
  return Object.fromEntries(scored);
}

/** Mann–Whitney U over confidences, ties counted as half. */
function auroc(inside: readonly Outcome[], outside: readonly Outcome[]): number | null {
  if (inside.length === 0 || outside.length === 0) return null;
  const sorted = [...inside, ...outside].sort((a, b) => a.confidence - b.confidence);
  let rankSum = 0;
  for (let from = 0; from < sorted.length;) {
    let to = from + 1;
    while (to < sorted.length && sorted[to]!.confidence === sorted[from]!.confidence) to++;
    const meanRank = (from + 1 + to) / 2;
    for (let at = from; at < to; at++) if (sorted[at]!.expected !== null) rankSum += meanRank;
    from = to;
  }
  const wins = rankSum - (inside.length * (inside.length + 1)) / 2;
  return wins / (inside.length * outside.length);
}

function calibrationError(inside: readonly Outcome[]): number | null {
  if (inside.length === 0) return null;
  const gaps = new Float64Array(BINS);
  for (const outcome of inside) {
    const bin = Math.min(BINS - 1, Math.floor(outcome.confidence * BINS));
    gaps[bin]! += outcome.confidence - (isRight(outcome) ? 1 : 0);
  }
  return gaps.reduce((sum, gap) => sum + Math.abs(gap), 0) / inside.length;
}
