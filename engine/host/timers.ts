import type { Clock } from '../ports/clock.ts';
import type { Store } from '../ports/store.ts';

/** Wakes conversations whose time has come. Due times are wall clock and rows: they outlive restarts and sleep. */
export interface Timers {
  /** Timers changed: look when the next one is due. */
  look(): void;
  stop(): void;
}

/** A sleeping computer stops timers but not clocks: look at least this often. */
const LONGEST_MS = 20_000;

export function createTimers(store: Store, clock: Clock, onFired: (lead: string) => void): Timers {
  let cancel: (() => void) | null = null;
  let stopped = false;
  let firing = false;

  async function fire(): Promise<void> {
    firing = true;
    const now = clock.now();
    for (const row of store.read.dueTimers(now)) {
      const fired = await store.write((writer) => writer.fireTimer(row, now));
      if (fired.ok && fired.value.kind === 'stored') onFired(row.lead);
    }
    firing = false;
    look();
  }

  function look(): void {
    if (stopped || firing) return;
    cancel?.();
    const due = store.read.nextTimer();
    const wait = due === null ? LONGEST_MS : Math.min(LONGEST_MS, Math.max(0, due - clock.now()));
    cancel = clock.after(wait, () => void fire());
  }

  return {
    look,
    stop() {
      stopped = true;
      cancel?.();
    },
  };
}
