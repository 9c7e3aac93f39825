import { type Ask, INBOX_JOBS, type JobName } from '../../../../renderer/phrases/inbox/inboxJobs.ts';

interface Asked<N extends JobName> {
  readonly job: N;
  readonly ask: Ask<N>;
}

/** What the page asked of its thread, in order; `held` keeps the jobs from being done until `release`. */
export const thread = {
  asked: [] as JobName[],
  held: [] as (() => void)[],
  isHeld: false,
  hold(): void {
    this.isHeld = true;
  },
  release(): void {
    this.isHeld = false;
    for (const work of this.held.splice(0)) work();
  },
  /** The thread breaks off in the middle of its work. */
  die: (): void => undefined,
};

/** jsdom has no threads: the same table of jobs, run beside the page's own turn. */
class ThreadHere extends EventTarget {
  postMessage<N extends JobName>({ job, ask }: Asked<N>): void {
    thread.asked.push(job);
    thread.die = () => void this.dispatchEvent(new Event('error'));
    const work = (): void => {
      queueMicrotask(() => {
        this.dispatchEvent(new MessageEvent('message', { data: { answer: INBOX_JOBS[job](ask) } }));
      });
    };
    if (thread.isHeld) thread.held.push(work);
    else work();
  }
  terminate(): void {
    thread.held.length = 0;
  }
}

export function startInboxThread(): void {
  Object.assign(globalThis, { Worker: ThreadHere });
}
