import { type Lessons, lessonsOf } from './learn.ts';
import { provideWordsInWorker } from './wordsInWorker.ts';

provideWordsInWorker();

/** Phrases in, lessons out. */
self.addEventListener('message', ({ data }: MessageEvent<Lessons>) => {
  for (const lesson of lessonsOf(data)) self.postMessage(lesson);
});
