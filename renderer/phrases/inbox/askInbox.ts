import type { Answer, Ask, JobName } from './inboxJobs.ts';

/** Asks for a piece of the inbox's work. Null = it could not be done. */
export type AskInbox = <N extends JobName>(job: N, ask: Ask<N>) => Promise<Answer<N> | null>;

let worker: Worker | null = null;
let last = 0;
const waiting = new Map<number, (answer: unknown) => void>();

function lost(): void {
  worker?.terminate();
  worker = null;
  for (const tell of waiting.values()) tell(null);
  waiting.clear();
}

/** One thread for the window, started when it is first needed; jobs are done one after the other. */
function thread(): Worker {
  if (worker !== null) return worker;
  worker = new Worker(new URL('./inboxWorker.ts', import.meta.url), { type: 'module' });
  worker.addEventListener('message', ({ data }: MessageEvent<{ readonly id: number; readonly answer: unknown }>) => {
    waiting.get(data.id)?.(data.answer);
    waiting.delete(data.id);
  });
  worker.addEventListener('error', lost);
  worker.addEventListener('messageerror', lost);
  return worker;
}

export const askInbox: AskInbox = (job, ask) => {
  last += 1;
  const id = last;
  return new Promise((tell) => {
    // What comes back answers this very job: the thread runs the same table.
    waiting.set(id, tell as (answer: unknown) => void);
    thread().postMessage({ id, job, ask });
  });
};
