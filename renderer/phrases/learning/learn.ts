import type { IntentModel, TrainingSet } from '../../../engine/nlu/intentModel.ts';
import { trainIntents } from '../../../engine/nlu/train.ts';
import { type Exam, examine } from './exam.ts';

/** How far the learning is. `quick`: it can be asked already, only how sure it is is still a guess. */
export type Lesson =
  | { readonly stage: 'quick' | 'calibrated'; readonly model: IntentModel }
  | { readonly stage: 'examined'; readonly exam: Exam }
  | { readonly stage: 'failed' };

/** What is asked of the thread: everything, or just a model to run with. */
export interface Lessons {
  readonly set: TrainingSet;
  readonly only?: 'calibrated';
}

/** Learns phrases and tells as it goes. The value stops it. */
export type Learn = (lessons: Lessons, tell: (lesson: Lesson) => void) => () => void;

/** The lessons one after the other, each only worked out when it is asked for. */
export function* lessonsOf({ set, only }: Lessons): Generator<Lesson> {
  if (only === undefined) yield { stage: 'quick', model: trainIntents(set, { calibrate: false }) };
  const model = trainIntents(set);
  yield { stage: 'calibrated', model };
  if (only === undefined) yield { stage: 'examined', exam: examine(set, model) };
}

/** Is this the last that is told? */
export function isLast({ stage }: Lesson, { only }: Lessons): boolean {
  return stage === 'failed' || stage === (only ?? 'examined');
}
