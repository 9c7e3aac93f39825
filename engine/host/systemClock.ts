import type { Clock } from '../ports/clock.ts';

/** The machine's clock. Timers do not keep the process alive: what must happen is in the database. */
export const systemClock: Clock = {
  now: () => Date.now(),
  after(ms, run) {
    // setTimeout takes 31 bits; a longer wait is looked at again by whoever asked.
    const timer = setTimeout(run, Math.min(Math.max(0, ms), 0x7fffffff));
    timer.unref();
    return () => clearTimeout(timer);
  },
};
