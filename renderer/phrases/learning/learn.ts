import type { IntentModel, TrainingSet } from '../../../engine/nlu/intentModel.ts';
import { trainIntents } from '../../../engine/nlu/train.ts';
import { type Exam, examine } from './exam.ts';

/** How far the learning is. `quick`: it can be asked already, only how sure it is is still a guess. */
export type Lesson =
  | { readonly stage: 'quick' | 'calibrated'; readonly model: IntentModel }
  | { readonly stage: 'examined'; readonly exam: Exam }
  | { readonly stage: 'failed' };

/** Learns phrases and tells as it goes; `failed` or `examined` is the last it tells. The value stops it. */
export type Learn = (set: TrainingSet, tell: (lesson: Lesson) => void) => () => void;

/** The lessons one after the other, each only worked out when it is asked for. */
export function* lessons(set: TrainingSet): Generator<Lesson> {
  yield { stage: 'quick', model: trainIntents(set, { calibrate: false }) };
  const model = trainIntents(set);
  yield { stage: 'calibrated', model };
  yield { stage: 'examined', exam: examine(set, model) };
}
