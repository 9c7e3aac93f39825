import type { FaultOf } from '../model/fault.ts';
import { fail, ok } from '../model/result.ts';
import type { Result } from '../model/result.ts';
import type { Clock } from '../ports/clock.ts';

/** A call waits in line for a pause this long; a longer one is told at once, so that its row can wait in the store. */
const LONGEST_WAIT_MS = 15_000;

type Entry = Result<void, FaultOf<'tooManyRequests'>>;
interface Waiting {
  readonly admit: (entry: Entry) => void;
}

export interface RateLimiter {
  /**
   * Resolves when the call may start. `urgent` ones (replies to customers) go before all others. A fault means that
   * the account is paused for longer than a call should hang; nothing was sent.
   */
  enter(urgent: boolean): Promise<Entry>;
  /** Nothing starts for the next `ms` (the service's `Retry-After`); a shorter pause never cuts a longer one. */
  pause(ms: number): void;
}

/**
 * At most `perSecond` starts within any second, for one account. A window of the last starts and not a bucket that
 * refills: after a silence a bucket lets through twice its rate within one second.
 */
export function rateLimiter(options: { readonly clock: Clock; readonly perSecond: number }): RateLimiter {
  const { clock, perSecond } = options;
  const room = Math.max(1, Math.floor(perSecond));
  const windowMs = (1000 * room) / perSecond; // 0 for Infinity
  const starts: number[] = [];
  const urgentLine: Waiting[] = [];
  const line: Waiting[] = [];
  let pausedUntil = 0;
  let wakeUp: (() => void) | undefined;

  function waitMs(): number {
    const now = clock.now();
    const paused = pausedUntil - now;
    const oldest = starts.length < room ? undefined : starts[0];
    // A clock set back must not hold the line for longer than the window is.
    const full = oldest === undefined ? 0 : Math.min(windowMs, oldest + windowMs - now);
    return Math.max(0, paused, full);
  }

  function note(): void {
    if (windowMs === 0) return;
    starts.push(clock.now());
    if (starts.length > room) starts.shift();
  }

  function pump(): void {
    wakeUp?.();
    wakeUp = undefined;
    while (urgentLine.length + line.length > 0) {
      const wait = waitMs();
      if (wait > 0) {
        wakeUp = clock.after(Math.ceil(wait), pump);
        return;
      }
      note();
      (urgentLine.shift() ?? line.shift())?.admit(ok(undefined));
    }
  }

  function pauseIsLong(): Entry | undefined {
    const left = pausedUntil - clock.now();
    return left > LONGEST_WAIT_MS ? fail({ code: 'tooManyRequests', retryAfterMs: left }) : undefined;
  }

  return {
    enter(urgent) {
      const refusal = pauseIsLong();
      if (refusal) return Promise.resolve(refusal);
      return new Promise((admit) => {
        (urgent ? urgentLine : line).push({ admit });
        pump();
      });
    },
    pause(ms) {
      pausedUntil = Math.max(pausedUntil, clock.now() + ms);
      const refusal = pauseIsLong();
      if (!refusal) return;
      for (const waiting of [...urgentLine.splice(0), ...line.splice(0)]) waiting.admit(refusal);
    },
  };
}
