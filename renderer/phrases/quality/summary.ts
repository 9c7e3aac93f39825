import type { Intent } from '../../../engine/model/definitions.ts';
import type { Caution, Exam, Outcome } from '../learning/exam.ts';

type Summary = Readonly<Record<Outcome, number>> & { readonly total: number };

/** Without what has been deleted, reworded or moved since. */
export function stillThere(exam: Exam, topics: readonly Intent[]): Exam {
  const present = new Map(topics.map(({ id, phrases }) => [id, new Set(phrases)]));
  return exam.filter(({ topic, phrase }) => present.get(topic)?.has(phrase));
}

/** How many phrases end how, at this much caution. */
export function summarise(exam: Exam, caution: Caution): Summary {
  const counts = { known: 0, asked: 0, wrong: 0, silent: 0 };
  for (const { outcome } of exam) counts[outcome[caution]] += 1;
  return { ...counts, total: exam.length };
}

/** Phrases of one topic that were taken for another's. */
export interface Confusion {
  readonly from: string;
  readonly to: string;
  readonly phrases: readonly { readonly phrase: string; readonly like?: string }[];
}

/** What is mixed up with what, the most confused pair first. */
export function confusionsIn(exam: Exam): readonly Confusion[] {
  const pairs = new Map<string, { from: string; to: string; phrases: { phrase: string; like?: string }[] }>();
  for (const { topic, phrase, taken, outcome } of exam) {
    // Where even a bold bot says nothing, it took it for nothing.
    if (taken === undefined || outcome.bold === 'silent') continue;
    const key = `${topic}\n${taken.topic}`;
    const pair = pairs.get(key) ?? { from: topic, to: taken.topic, phrases: [] };
    pair.phrases.push({ phrase, ...(taken.like !== undefined && { like: taken.like }) });
    pairs.set(key, pair);
  }
  return [...pairs.values()].sort((a, b) => b.phrases.length - a.phrases.length);
}
