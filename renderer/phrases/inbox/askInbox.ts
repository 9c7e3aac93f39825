import type { Answer, Ask, JobName } from './inboxJobs.ts';

/**
 * Asks for a piece of the inbox's work. Null = it could not be done; `superseded` = the same was asked of newer things
 * before its turn came, so nobody waits for it any more.
 */
export type AskInbox = <N extends JobName>(job: N, ask: Ask<N>) => Promise<Answer<N> | 'superseded' | null>;

interface Asked {
  readonly job: JobName;
  readonly ask: unknown;
  readonly tell: (answer: unknown) => void;
}

let worker: Worker | null = null;
let running: Asked | null = null;
/** At most one of each job; the one that took another's place keeps its turn. */
const waiting = new Map<JobName, Asked>();

function answered(answer: unknown): void {
  const done = running;
  running = null;
  done?.tell(answer);
  next();
}

function lost(): void {
  worker?.terminate();
  worker = null;
  answered(null);
}

/** One thread for the window, started when it is first needed. */
function thread(): Worker {
  if (worker !== null) return worker;
  worker = new Worker(new URL('./inboxWorker.ts', import.meta.url), { type: 'module' });
  worker.addEventListener('message', ({ data }: MessageEvent<{ readonly answer: unknown }>) => answered(data.answer));
  worker.addEventListener('error', lost);
  worker.addEventListener('messageerror', lost);
  return worker;
}

/** A job cannot be stopped once the thread has it, so the thread is given one at a time. */
function next(): void {
  const [asked] = waiting.values();
  if (running !== null || asked === undefined) return;
  waiting.delete(asked.job);
  running = asked;
  if (typeof Worker === 'undefined') return answered(null);
  thread().postMessage({ job: asked.job, ask: asked.ask });
}

export const askInbox: AskInbox = (job, ask) =>
  new Promise((tell) => {
    waiting.get(job)?.tell('superseded');
    // What comes back answers this very job: the thread runs the same table.
    waiting.set(job, { job, ask, tell: tell as (answer: unknown) => void });
    next();
  });
