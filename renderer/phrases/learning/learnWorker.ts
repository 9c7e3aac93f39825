import type { TrainingSet } from '../../../engine/nlu/intentModel.ts';
import { lessons } from './learn.ts';

/** A set in, its lessons out. */
self.addEventListener('message', ({ data }: MessageEvent<TrainingSet>) => {
  for (const lesson of lessons(data)) self.postMessage(lesson);
});
