import { isLast, type Learn, type Lesson } from './learn.ts';
import { useWords, wordsFor } from './words.ts';

/** A thread that has done its work waits for the next: it is started and warm. */
let idle: Worker | null = null;

/** Null where there are no threads, or none can be had. */
function take(): Worker | null {
  try {
    const worker = idle ?? new Worker(new URL('./learnWorker.ts', import.meta.url), { type: 'module' });
    idle = null;
    return worker;
  } catch {
    return null;
  }
}

/** Learns beside the window, in a thread of its own. Stopped in the middle of its work, the thread is ended. */
export const learnInWorker: Learn = (lessons, tell) => {
  const worker = take();
  if (worker === null) {
    tell({ stage: 'failed' });
    return () => undefined;
  }
  const listening = new AbortController();
  const { signal } = listening;
  let stopped = false;
  let waiting: Promise<unknown> | null = null;
  /** In the order they came, each once the window can ask its model. */
  const pass = (lesson: Lesson): void => {
    const words = 'model' in lesson ? wordsFor(lesson.model, lessons.set) : null;
    if (words === null && waiting === null) tell(lesson);
    else
      waiting = Promise.all([waiting, words]).then(() => {
        if (!stopped) tell(lesson);
      });
  };
  const fail = (): void => {
    listening.abort();
    worker.terminate();
    tell({ stage: 'failed' });
  };
  worker.addEventListener(
    'message',
    ({ data }: MessageEvent<Lesson>) => {
      if (isLast(data, lessons)) {
        listening.abort();
        idle?.terminate();
        idle = worker;
      }
      pass(data);
      // It has found no words to learn with, and would not look for them again: the next lesson has a thread that does.
      if (idle === worker && useWords.getState().missing.length > 0) {
        idle = null;
        worker.terminate();
      }
    },
    { signal },
  );
  worker.addEventListener('error', fail, { signal });
  worker.addEventListener('messageerror', fail, { signal });
  worker.postMessage(lessons);
  return () => {
    stopped = true;
    if (signal.aborted) return;
    listening.abort();
    worker.terminate();
  };
};
