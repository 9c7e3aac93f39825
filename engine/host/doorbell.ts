import type { Fault } from '../model/fault.ts';
import { LIMITS } from '../model/limits.ts';
import type { Channel } from '../ports/channel.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { UnprovenRow } from '../ports/inboxStore.ts';
import type { Store } from '../ports/store.ts';
import type { CurrentCrm } from './crm.ts';
import type { Doubts } from './doubts.ts';
import { lookUp } from './lookUp.ts';
import { createMailbox } from './mailbox.ts';
import { createRoster } from './roster.ts';
import type { Witness } from './witness.ts';

/**
 * A webhook only rings (reliability.md, 4.1): what it told waits in the inbox until the account's history has shown it, and
 * what runs is what the history shows. One read a lead and burst, made while the burst is still open.
 */
export interface Doorbell {
  /** Something of this lead was told of. */
  ring(lead: string, due?: number): void;
  /** A webhook says that a person wrote: the bot holds its tongue until that is proven, unless it was lied to before. */
  ringTakeOver(lead: string): void;
  /** Until when (epoch ms) the bot says nothing to this lead; null = it may speak. */
  holds(lead: string): number | null;
  /** Looks at all that was told of and not seen: at the start, and when the account answers again. */
  ringAll(): void;
  stop(): Promise<void>;
}

export interface DoorbellDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly crm: CurrentCrm;
  readonly doubts: Doubts;
  readonly settleMs: number;
  readonly aheadMs: () => number;
  readonly witness: Witness;
  readonly isDown: () => boolean;
  /** Value: is it the connection's fault, so that `isDown` holds until it is restored? */
  readonly onFault: (fault: Fault) => boolean;
  /** The lead may go on: something was proven, or nothing holds it any more. */
  readonly onSettled: (lead: string) => void;
}

/** The read begins so long before the end of a burst: longer than a request takes, and a burst still counts as one. */
const HEAD_START_MS = 700;
/** A history that lags is asked again soon, one that shows nothing (a forged message) ever more seldom. */
const AGAIN_MS = [150, 300, 600, 1_200, 2_000];
const WITHOUT_CONNECTION_MS = 5_000;
/**
 * While the history alone cannot be read a take-over holds the bot no longer than this. Where the account takes nothing at all,
 * nothing can be said either: the hold is as long as that, and then the history is read first.
 */
const LONGEST_HOLD_MS = 60_000;
/** More leads than this at once are no shop's morning: first one list of who wrote at all. */
const CROWD = 20;
/** Reads under way: what is sent goes before them, and has to find room. */
const PARALLEL = 16;
const FEW = 6;

export function createDoorbell(deps: DoorbellDeps): Doorbell {
  const { store, clock, log, crm, doubts } = deps;
  const pauses = new Map<string, { tries: number; until: number }>();
  const holding = new Map<string, number>();
  const roster = createRoster(deps);
  const unlisted = new Set<string>();
  const looks = createMailbox({ name: 'doorbell', clock, log, parallel: PARALLEL, work: look });

  async function look(lead: string): Promise<number | null> {
    const rows = store.read.unproven(lead, 'told');
    if (rows.length === 0) return done(lead);
    const { channel, account } = crm();
    if (channel === null || account === null || deps.isDown()) return null;
    const now = clock.now();
    const from = Math.max(pauses.get(lead)?.until ?? 0, Math.min(...rows.map(whenToLook)));
    if (from > now) return from;
    if (looks.queued() > CROWD) {
      const known = await roster.ask(lead, Math.min(...rows.map((row) => row.toldAt)));
      if (known?.there === false && known.sure) return strangers(lead, rows, known.at, channel);
      // Perhaps the list knows nothing. A few at a time are looked up all the same, beside those it does know.
      if (known?.there === false) {
        if (unlisted.size >= FEW) return now + (AGAIN_MS[0] ?? 0);
        unlisted.add(lead);
        return read(lead, rows, channel, account).finally(() => unlisted.delete(lead));
      }
    }
    return read(lead, rows, channel, account);
  }

  async function read(
    lead: string,
    rows: readonly UnprovenRow[],
    channel: Channel,
    account: string,
  ): Promise<number | null> {
    const found = await lookUp(rows, channel, account, { read: store.read, clock, settleMs: deps.settleMs });
    if (found.kind === 'failed') return failed(lead, found.fault);
    const kept = await deps.witness.settle(lead, found.seen, found.nobody, () => crm().channel === channel);
    if (!kept) return again(lead, found.wait, 1);
    if (found.seen.length > 0) {
      pauses.delete(lead);
      roster.saw(lead);
    }
    releaseUnlessTold(lead);
    deps.onSettled(lead);
    return found.wait.length === 0 ? clock.now() : again(lead, found.wait, found.seen.length > 0 ? 0 : 1);
  }

  /** A crowd is told of, and the account's list does not have this lead in it. */
  async function strangers(lead: string, rows: readonly UnprovenRow[], at: number, channel: Channel): Promise<number> {
    const nobody = rows.filter((row) => row.toldAt + deps.settleMs <= at);
    const wait = rows.filter((row) => row.toldAt + deps.settleMs > at);
    const kept = nobody.length === 0 || (await deps.witness.settle(lead, [], nobody, () => crm().channel === channel));
    if (!kept) return again(lead, rows, 1);
    releaseUnlessTold(lead);
    deps.onSettled(lead);
    if (wait.length === 0) return clock.now();
    return Math.max(clock.now() + (AGAIN_MS[0] ?? 0), Math.min(...wait.map((row) => row.toldAt + deps.settleMs)));
  }

  function again(lead: string, wait: readonly UnprovenRow[], step: number): number {
    const now = clock.now();
    // Of whom lies were told before, more are to come.
    const tries = Math.max((pauses.get(lead)?.tries ?? 0) + step, doubts.has(lead) ? AGAIN_MS.length : 0);
    const pause = AGAIN_MS[Math.min(tries, AGAIN_MS.length) - 1] ?? AGAIN_MS[0] ?? 0;
    // The last look is the one after which «not there» is certain; it is not put off for the sake of the pace.
    const certain = wait.map((row) => row.toldAt + deps.settleMs).filter((at) => at > now);
    const until = Math.min(now + pause, ...certain);
    pauses.set(lead, { tries, until });
    return until;
  }

  function failed(lead: string, fault: Fault): number | null {
    const now = clock.now();
    log.warn('doorbell.failed', { lead, fault: fault.code });
    if (fault.code === 'tooManyRequests') {
      holdOn(lead, now + fault.retryAfterMs);
      return now + fault.retryAfterMs;
    }
    if (['network', 'badToken', 'notConnected'].includes(fault.code)) {
      holdOn(lead, now);
      return deps.onFault(fault) ? null : now + WITHOUT_CONNECTION_MS;
    }
    // Nothing is dropped because it cannot be looked up: what grows too old meanwhile is left to people.
    const tries = (pauses.get(lead)?.tries ?? 0) + 1;
    const until = now + (LIMITS.outboxBackoffMs[Math.min(tries, LIMITS.outboxBackoffMs.length) - 1] ?? 0);
    pauses.set(lead, { tries, until });
    return until;
  }

  function done(lead: string): null {
    pauses.delete(lead);
    release(lead);
    return null;
  }

  function release(lead: string): void {
    if (holding.delete(lead)) deps.onSettled(lead);
  }

  /** One may have been told of while the account was asked: the rows that were looked up do not know of it. */
  function releaseUnlessTold(lead: string): void {
    if (!store.read.unproven(lead, 'told').some(isTakeOver)) release(lead);
  }

  function hold(lead: string, from: number): void {
    if (!doubts.has(lead) && !holding.has(lead)) holding.set(lead, from + LONGEST_HOLD_MS);
  }

  /** It could not even be asked before `from`. */
  function holdOn(lead: string, from: number): void {
    const until = holding.get(lead);
    if (until !== undefined) holding.set(lead, Math.max(until, from + LONGEST_HOLD_MS));
  }

  return {
    ring: (lead, due = 0) => looks.wake(lead, due - HEAD_START_MS),
    ringTakeOver(lead) {
      hold(lead, clock.now());
      looks.wake(lead, 0);
    },
    holds(lead) {
      const until = holding.get(lead);
      return until === undefined || until <= clock.now() ? null : until;
    },
    ringAll() {
      // Whatever kept it waiting until now, a clock that was set among it, it is asked anew, and held from here on.
      pauses.clear();
      const until = clock.now() + LONGEST_HOLD_MS;
      for (const lead of store.read.unprovenLeads()) {
        const isHeld = holding.has(lead) || !doubts.has(lead);
        if (isHeld && store.read.unproven(lead, 'told').some(isTakeOver)) holding.set(lead, until);
        looks.wake(lead, 0);
      }
    },
    stop: () => looks.stop(),
  };
}

function whenToLook(row: UnprovenRow): number {
  return row.event.type === 'message' ? row.due - HEAD_START_MS : row.toldAt;
}

function isTakeOver(row: UnprovenRow): boolean {
  return row.event.type === 'managerMessage';
}
