import type { FaultOf } from '../model/fault.ts';
import { fail, ok } from '../model/result.ts';
import type { Result } from '../model/result.ts';
import type { Clock } from '../ports/clock.ts';

/** A call waits in line for a pause this long; a longer one is told at once, so that its row can wait in the store. */
const LONGEST_WAIT_MS = 15_000;
/** While others are at work what nobody waits for takes a fifth of the pace at most (reliability.md, 5, catch-up cost). */
const BACKGROUND_PART = 5;
/** A reply waits there less: a person who comes meanwhile must find it still in the store, where it can be dropped. */
const LONGEST_REPLY_WAIT_MS = 1_000;

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
  /** The service's pause: when it began and how long it is, so that a clock set back does not make it longer. */
  let pause = { from: 0, ms: 0 };
  /** After a pause: `due` = the next call tries for all, `out` = it is under way. */
  let probe: 'none' | 'due' | 'out' = 'none';
  let othersAt = -Infinity;
  let backgroundAt = -Infinity;
  let wakeUp: (() => void) | undefined;

  function pauseLeft(now: number): number {
    if (now < pause.from) pause = { ...pause, from: now };
    return pause.from + pause.ms - now;
  }

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
    // A clock set back: what has started counts as started now.
    othersAt = Math.min(othersAt, now);
    backgroundAt = Math.min(backgroundAt, now);
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
      const paused = pauseLeft(now);
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

  function refusal(lane: Lane): Entry | undefined {
    const left = pauseLeft(clock.now());
    const most = lane === 'reply' ? LONGEST_REPLY_WAIT_MS : LONGEST_WAIT_MS;
    return left > most ? fail({ code: 'tooManyRequests', retryAfterMs: left }) : undefined;
  }

  return {
    enter(lane, source) {
      const refused = refusal(lane);
      if (refused) return Promise.resolve(refused);
      return new Promise((admit) => {
        lines[lane].push({ source, admit });
        pump();
      });
    },
    pause(ms) {
      const now = clock.now();
      if (ms > pauseLeft(now)) pause = { from: now, ms };
      probe = 'due';
      for (const lane of LANES) {
        const refused = refusal(lane);
        if (refused) for (const waiting of lines[lane].splice(0)) waiting.admit(refused);
      }
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
      // A clock set back: what has started counts as started now, or the line would stand until that time comes again.
      if ((starts.at(-1) ?? 0) > now) starts.fill(now);
      const oldest = starts.length < room ? undefined : starts[0];
      return oldest === undefined ? 0 : Math.max(0, oldest + windowMs - now);
    },
    note(now) {
      if (windowMs === 0) return;
      starts.push(now);
      if (starts.length > room) starts.shift();
    },
  };
}
