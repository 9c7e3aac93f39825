import { z } from 'zod';
import type { Fault } from '../model/fault.ts';
import { fail, ok } from '../model/result.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { Store } from '../ports/store.ts';
import { answeredSince } from './answeredSince.ts';
import type { CurrentCrm } from './crm.ts';
import type { Pace } from './pace.ts';
import type { Receive } from './receive.ts';

/** Fetches what customers wrote while nobody listened: a stop, a sleep, a changed address, a webhook switched off. */
export interface CatchUp {
  /** Once more from now on; what runs is let end first. Never rejects. */
  run(): Promise<void>;
  /** Goes on doing it now and then, and at once when the computer has slept. */
  start(): void;
  stop(): Promise<void>;
}

export interface CatchUpDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly pace: Pace;
  readonly crm: CurrentCrm;
  readonly receive: Receive;
  /** Does a bot answer now? */
  readonly answers: () => boolean;
  /** By how much this clock is ahead of the account's, ms; 0 = it is right. */
  readonly aheadMs: () => number;
  /** How old a question of this lead may be when it is answered, ms. */
  readonly staleMs: (lead: string) => number;
  /** Nothing can be asked now; a run follows when it can. */
  readonly isDown: () => boolean;
  /** The clock jumped: everything that waits for a time is to be looked at again. Settled when the account has been asked. */
  readonly onWoken: () => Promise<void>;
  /** The clock was set back by about `ms`. */
  readonly onSetBack: (ms: number) => void;
}

/** How far back a first catch-up looks, ms. */
const REACH_MS = 24 * 3_600_000;
/** The same where it is known since when nobody listened: holidays, or a copy that is a week old when it is needed. */
const LONGEST_REACH_MS = 14 * REACH_MS;
/** Set by `restore` (engine/store/restoreBackup.ts): the store knows less than happened. */
const RESTORED = 'restored';
/** As many as the walk through the list gives at most. */
const MOST_LEADS = 10_000;
/** Overlap of two catch-ups: clocks differ. */
const OVERLAP_MS = 10 * 60_000;
const TICK_MS = 10_000;
/** Timers stand still while a computer sleeps, its clock does not (reliability.md, 5, sleep). */
const SLEPT_MS = 30_000;
/** Set right by a little, as time servers do all day, a clock is the same clock. */
const SET_BACK_MS = 5_000;
/** How long anything in the queues waits of its own will. */
const LONGEST_WAIT_MS = 60_000;
/** The mark of the last catch-up lies in the future now; what came since must be seen once more. */
const SET_BACK_REACH_MS = 3_600_000;

export function createCatchUp(deps: CatchUpDeps): CatchUp {
  const { store, clock, log, pace, crm, receive } = deps;
  let running: Promise<void> | null = null;
  let next: Promise<void> | null = null;
  const ending = new AbortController();
  const ended = (): boolean => ending.signal.aborted;
  let cancel: (() => void) | null = null;
  let sweptAt = clock.now();
  let failures = 0;
  let cancelRetry: (() => void) | null = null;

  async function fetchMissed(): Promise<void> {
    const { channel, account } = crm();
    if (ended() || channel === null || account === null || !deps.answers()) return;
    // What the account of before still brings is nobody's here, and its mark says nothing of the next one.
    const isOver = (): boolean => ended() || crm().channel !== channel;
    const begun = clock.now();
    sweptAt = begun;
    const there = begun - deps.aheadMs();
    const last = markOf(store);
    const restored = store.read.setting(RESTORED) !== undefined;
    const reach = last === undefined && !restored ? REACH_MS : LONGEST_REACH_MS;
    const since = Math.max(Math.min(last ?? 0, there) - OVERLAP_MS, there - reach);
    const answered = restored ? answeredSince(channel) : null;
    // By the CRM's clock, in which messages are dated: ours may be hours ahead, and nothing would be missed any more.
    let newest = last ?? there - reach;
    const missed = await channel.missed(
      {
        account,
        since,
        most: MOST_LEADS,
        ...(restored ? {} : { answeredBefore: there - pace.staleMs }),
        thread: (lead) => store.read.session(lead)?.thread,
      },
      async (event) => {
        if (isOver()) return fail({ code: 'engineGone' });
        // The engine of then is not known by its words everywhere: a channel may drop our mark.
        if (restored && event.type === 'outgoing') return ok(undefined);
        const isAnswered = answered !== null && (await answered(event));
        const lead = event.type === 'message' ? event.thread.lead : '';
        newest = Math.max(newest, event.at);
        // Messages are dated by the account's clock; one of a computer that is a day ahead would call them all old.
        return receive.takeMissed(event, isAnswered ? Infinity : clock.now() - deps.aheadMs() - deps.staleMs(lead));
      },
    );
    if (!missed.ok) {
      if (isOver()) return;
      log.warn('catchUp.failed', { fault: missed.fault.code });
      retry(missed.fault);
      return;
    }
    failures = 0;
    const { events, more } = missed.value;
    // The mark stands still where some were left out; what was brought is known by its key the next time.
    if (more) log.warn('catchUp.tooMany', { events });
    else
      await store.write((writer) => {
        if (isOver()) return;
        writer.putSetting('caughtUp', newest);
        if (restored) writer.deleteSetting(RESTORED);
      });
    log.info('catchUp.done', { events });
  }

  /** What waits for «in a second» by the clock of before would wait for a day. Timers mean the time on the wall and stay. */
  async function catchUpWithClock(now: number): Promise<void> {
    await store.write((writer) => {
      writer.bringForward(now + LONGEST_WAIT_MS);
      // An older mark is right as it is: what came since has not been fetched yet.
      const last = markOf(store);
      if (last !== undefined) writer.putSetting('caughtUp', Math.min(last, now - SET_BACK_REACH_MS));
    });
  }

  /** One bad answer must not leave customers unheard until the next sweep (reliability.md, P4). */
  function retry(fault: Fault): void {
    const pause = pace.retryMs[Math.min(failures, pace.retryMs.length - 1)] ?? pace.sweepMs;
    const wait = fault.code === 'tooManyRequests' ? Math.max(pause, fault.retryAfterMs) : pause;
    failures += 1;
    cancelRetry?.();
    cancelRetry = clock.after(wait, () => {
      // Without the connection it could only fail; whoever restores it runs this.
      if (!ended() && !deps.isDown()) void run();
    });
  }

  async function attempt(): Promise<void> {
    try {
      await fetchMissed();
    } catch (error) {
      log.error('catchUp.surprise', { stack: error instanceof Error ? error.stack : String(error) });
    }
  }

  function begin(): Promise<void> {
    running = attempt().finally(() => {
      running = null;
    });
    return running;
  }

  function run(): Promise<void> {
    if (running === null) return begin();
    // Whoever asks while one runs may know of something it has passed already.
    next ??= running.then(() => {
      next = null;
      return begin();
    });
    return next;
  }

  function tick(from: number): void {
    if (ended()) return;
    cancel = clock.after(TICK_MS, () => {
      const now = clock.now();
      if (now - from > SLEPT_MS || now < from - SET_BACK_MS) {
        log.warn('clock.jumped', { ms: now - from });
        // Woken after the write, whatever came of it.
        const ready = now < from ? catchUpWithClock(now) : Promise.resolve();
        if (now < from) deps.onSetBack(from - now);
        sweptAt = Math.min(sweptAt, now);
        // What is old is known when the account has said what time it is there.
        void ready.then(deps.onWoken).then(run);
      } else if (now - sweptAt >= pace.sweepMs) void run();
      tick(now);
    });
  }

  return {
    run,
    start: () => tick(clock.now()),
    async stop() {
      ending.abort();
      cancel?.();
      cancelRetry?.();
      await next;
      await running;
    },
  };
}

/** Up to when all has been fetched; undefined = nothing ever was. */
function markOf({ read }: Pick<Store, 'read'>): number | undefined {
  return z.number().optional().catch(undefined).parse(read.setting('caughtUp'));
}
