import { isLast, type Learn, type Lesson } from './learn.ts';

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
      tell(data);
    },
    { signal },
  );
  worker.addEventListener('error', fail, { signal });
  worker.addEventListener('messageerror', fail, { signal });
  worker.postMessage(lessons);
  return () => {
    if (signal.aborted) return;
    listening.abort();
    worker.terminate();
  };
};
