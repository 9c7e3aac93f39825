import type { FaultOf } from '../model/fault.ts';
import { fail, ok } from '../model/result.ts';
import type { Result } from '../model/result.ts';
import type { Clock } from '../ports/clock.ts';

/** A call waits in line for a pause this long; a longer one is told at once, so that its row can wait in the store. */
const LONGEST_WAIT_MS = 15_000;
/** While others are at work what nobody waits for takes a fifth of the pace at most (reliability.md, 5, catch-up cost). */
const BACKGROUND_PART = 5;

/** Who goes first: replies to customers, then what somebody waits for, then catching up. */
export type Lane = 'reply' | 'usual' | 'background';
const LANES: readonly Lane[] = ['reply', 'usual', 'background'];

/** A call that may start. */
export interface Pass {
  /** It has ended, in whatever way, and `pause` was told if the service asked for one. To be called once. */
  done(): void;
}
type Entry = Result<Pass, FaultOf<'tooManyRequests'>>;
interface Waiting {
  readonly source: string | undefined;
  readonly admit: (entry: Entry) => void;
}

export interface RateLimiter {
  /**
   * Resolves when the call may start. `source`: the integration it writes to, which has a pace of its own. A fault means
   * that the account is paused for longer than a call should hang; nothing was sent.
   */
  enter(lane: Lane, source?: string): Promise<Entry>;
  /**
   * Nothing starts for the next `ms` (the service's `Retry-After`); a shorter pause never cuts a longer one. Then one
   * call goes ahead, and the others only when it has ended without another pause.
   */
  pause(ms: number): void;
}

export interface Limits {
  readonly clock: Clock;
  /** Starts within any second, over the whole account. */
  readonly perSecond: number;
  /** The same for one integration: a busy one leaves room for the others. Default: three fifths. */
  readonly perSource?: number;
}

/**
 * The pace of one account. A window of the last starts and not a bucket that refills: after a silence a bucket lets
 * through twice its rate within one second.
 */
export function rateLimiter({ clock, perSecond, perSource = perSecond * 0.6 }: Limits): RateLimiter {
  const account = startWindow(perSecond);
  const sources = new Map<string, StartWindow>();
  const lines: Record<Lane, Waiting[]> = { reply: [], usual: [], background: [] };
  let pausedUntil = 0;
  /** After a pause: `due` = the next call tries for all, `out` = it is under way. */
  let probe: 'none' | 'due' | 'out' = 'none';
  let othersAt = -Infinity;
  let backgroundAt = -Infinity;
  let wakeUp: (() => void) | undefined;

  const windowOf = (source: string): StartWindow => {
    const known = sources.get(source) ?? startWindow(perSource);
    sources.set(source, known);
    return known;
  };

  /** How long the lane's first call that is not held by its own source has to wait; undefined = nobody is in line. */
  function next(lane: Lane, now: number): { readonly wait: number; readonly at: number } | undefined {
    let best: { wait: number; at: number } | undefined;
    const held = new Set<string>();
    for (const [at, { source }] of lines[lane].entries()) {
      if (source !== undefined && held.has(source)) continue;
      const wait = source === undefined ? 0 : windowOf(source).waitMs(now);
      if (best === undefined || wait < best.wait) best = { wait, at };
      if (wait === 0 || source === undefined) break;
      // Those of one source keep their order.
      held.add(source);
    }
    if (best === undefined || lane !== 'background' || account.spacingMs === 0) return best;
    // Evenly spread, so that a reply that comes meanwhile finds the window free soon.
    const isBusy = now - othersAt < account.windowMs;
    const gap = account.spacingMs * (isBusy ? BACKGROUND_PART : 1);
    return { ...best, wait: Math.max(best.wait, Math.min(gap, backgroundAt + gap - now)) };
  }

  function start(lane: Lane, at: number, now: number): void {
    const [call] = lines[lane].splice(at, 1);
    if (call === undefined) return;
    account.note(now);
    if (call.source !== undefined) windowOf(call.source).note(now);
    if (lane === 'background') backgroundAt = now;
    else othersAt = now;
    const isProbe = probe === 'due';
    if (isProbe) probe = 'out';
    call.admit(ok({ done: () => (isProbe ? ended() : undefined) }));
  }

  function ended(): void {
    if (probe === 'out') probe = 'none';
    pump();
  }

  function pump(): void {
    wakeUp?.();
    wakeUp = undefined;
    for (;;) {
      const now = clock.now();
      const paused = pausedUntil - now;
      if (paused <= 0 && probe === 'out') return;
      let soonest = Infinity;
      let started = false;
      for (const lane of LANES) {
        const first = next(lane, now);
        if (first === undefined) continue;
        const wait = Math.max(0, paused, account.waitMs(now), first.wait);
        if (wait > 0) {
          soonest = Math.min(soonest, wait);
          continue;
        }
        start(lane, first.at, now);
        started = true;
        break;
      }
      if (started) continue;
      if (soonest < Infinity) wakeUp = clock.after(Math.ceil(soonest), pump);
      return;
    }
  }

  function pauseIsLong(): Entry | undefined {
    const left = pausedUntil - clock.now();
    return left > LONGEST_WAIT_MS ? fail({ code: 'tooManyRequests', retryAfterMs: left }) : undefined;
  }

  return {
    enter(lane, source) {
      const refusal = pauseIsLong();
      if (refusal) return Promise.resolve(refusal);
      return new Promise((admit) => {
        lines[lane].push({ source, admit });
        pump();
      });
    },
    pause(ms) {
      pausedUntil = Math.max(pausedUntil, clock.now() + ms);
      probe = 'due';
      const refusal = pauseIsLong();
      if (refusal) for (const lane of LANES) for (const waiting of lines[lane].splice(0)) waiting.admit(refusal);
      pump();
    },
  };
}

interface StartWindow {
  /** 0 = no limit. */
  readonly windowMs: number;
  readonly spacingMs: number;
  waitMs(now: number): number;
  note(now: number): void;
}

function startWindow(perSecond: number): StartWindow {
  const room = Math.max(1, Math.floor(perSecond));
  const windowMs = Number.isFinite(perSecond) ? (1000 * room) / perSecond : 0;
  const starts: number[] = [];
  return {
    windowMs,
    spacingMs: windowMs / room,
    waitMs(now) {
      const oldest = starts.length < room ? undefined : starts[0];
      // A clock set back must not hold the line for longer than the window is.
      return oldest === undefined ? 0 : Math.max(0, Math.min(windowMs, oldest + windowMs - now));
    },
    note(now) {
      if (windowMs === 0) return;
      starts.push(now);
      if (starts.length > room) starts.shift();
    },
  };
}
