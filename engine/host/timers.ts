import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { Store } from '../ports/store.ts';

/** Wakes conversations whose time has come. Due times are wall clock and rows: they outlive restarts and sleep. */
export interface Timers {
  /** Timers changed: look when the next one is due. */
  look(): void;
  stop(): void;
}

export interface TimersDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  /** A stopped bot reminds nobody; what falls due meanwhile fires once when it is started. */
  readonly running: () => boolean;
  /** What the keys of the present account's leads begin with; timers of another one keep their time. Null = nobody's. */
  readonly scope: () => string | null;
  readonly onFired: (lead: string) => void;
}

/** A sleeping computer stops timers but not clocks: look at least this often. */
const LONGEST_MS = 20_000;
/** A disk that takes nothing must not be asked in a circle. */
const AFTER_FAILURE_MS = 1_000;

export function createTimers({ store, clock, log, running, scope, onFired }: TimersDeps): Timers {
  let cancel: (() => void) | null = null;
  let stopped = false;
  let firing = false;

  async function fire(): Promise<void> {
    if (stopped || firing) return;
    firing = true;
    let failed = false;
    try {
      const now = clock.now();
      const of = scope();
      const due = running() && of !== null ? store.read.dueTimers(now, of) : [];
      const fired = await Promise.all(due.map((row) => store.write((writer) => writer.fireTimer(row, now))));
      for (const [index, row] of due.entries()) {
        const done = fired[index];
        if (done?.ok !== true) failed = true;
        else if (done.value.kind === 'stored') onFired(row.lead);
      }
    } catch (error) {
      failed = true;
      log.error('timers.failed', { stack: error instanceof Error ? error.stack : String(error) });
    }
    firing = false;
    rest(failed);
  }

  function rest(failed: boolean): void {
    if (stopped || firing) return;
    cancel?.();
    const of = scope();
    const due = running() && !failed && of !== null ? store.read.nextTimer(of) : null;
    const wait = due === null ? (failed ? AFTER_FAILURE_MS : LONGEST_MS) : due - clock.now();
    cancel = clock.after(Math.min(LONGEST_MS, Math.max(0, wait)), () => void fire());
  }

  return {
    look: () => rest(false),
    stop() {
      stopped = true;
      cancel?.();
    },
  };
}
