import type { Fault } from '../model/fault.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { Store } from '../ports/store.ts';

/** What an administrator would do every day: a copy, and a look at the disk. */
export interface Upkeep {
  /** Why the last daily copy was not made; null = it was, or is not due. */
  failed(): Fault | null;
  stop(): Promise<void>;
}

export interface UpkeepDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  /** The state of the disk or of the copies changed: windows show it. */
  readonly onChange: () => void;
}

const DAY_MS = 24 * 3_600_000;
/** The start belongs to the customers who waited. */
const FIRST_MS = 60_000;
const LOOK_MS = 60_000;
const AFTER_FAILURE_MS = 3_600_000;
/** Clocks are set right now and then; a copy «from tomorrow» is today's. */
const CLOCK_MS = 3_600_000;

/** Looks by the wall clock once a minute, for a laptop sleeps through daily timers. */
export function startUpkeep({ store, clock, log, onChange }: UpkeepDeps): Upkeep {
  let stopped = false;
  let fault: Fault | null = null;
  let failedAt = -Infinity;
  let running: Promise<void> | null = null;
  let last = '';
  let cancel = clock.after(FIRST_MS, look);

  function look(): void {
    lookAtDisk();
    if (isDue()) running ??= copy().finally(() => (running = null));
    if (!stopped) cancel = clock.after(LOOK_MS, look);
  }

  function lookAtDisk(): void {
    const { low, full, free } = store.care.disk();
    const state = full ? 'full' : low ? 'low' : 'fine';
    if (state !== last && state === 'low') log.warn('disk.low', { free });
    if (state !== last) onChange();
    last = state;
  }

  function isDue(): boolean {
    const now = clock.now();
    // An hour after a failure; and a clock that was set back since must not make it wait for ever.
    if (now >= failedAt && now - failedAt < AFTER_FAILURE_MS) return false;
    const newest = store.care.backups().find(({ kind, at }) => kind === 'daily' && at <= now + CLOCK_MS);
    return newest === undefined || now - newest.at >= DAY_MS;
  }

  async function copy(): Promise<void> {
    const begun = clock.now();
    const done = await store.care.backUp('daily');
    fault = done.ok ? null : done.fault;
    failedAt = done.ok ? -Infinity : clock.now();
    if (done.ok) log.info('backup.made', { bytes: done.value.bytes, ms: clock.now() - begun });
    else log.error('backup.failed', { fault: done.fault.code });
    onChange();
  }

  return {
    failed: () => fault,
    async stop() {
      stopped = true;
      cancel();
      await running;
    },
  };
}
