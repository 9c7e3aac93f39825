import type { TrainingSet } from '../../engine/nlu/intentModel.ts';
import { phraseGate } from '../../engine/nlu/phraseGate.ts';
import { provideWordsInWorker } from '../phrases/learning/wordsInWorker.ts';

provideWordsInWorker();

/** Two sets in; how far it is, and in the end what it found. */
self.addEventListener('message', ({ data }: MessageEvent<{ before: TrainingSet; after: TrainingSet }>) => {
  const run = phraseGate(data.before, data.after);
  for (;;) {
    const { done, value } = run.next();
    self.postMessage(done === true ? { gate: value } : { share: value });
    if (done === true) return;
  }
});
