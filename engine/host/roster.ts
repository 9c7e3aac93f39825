import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { CurrentCrm } from './crm.ts';

/** Leads the account itself says something happened in, as it was at a moment. */
interface Page {
  readonly since: number;
  readonly at: number;
  readonly leads: ReadonlySet<string>;
}

export interface Roster {
  /**
   * Had the lead a new word since `since` (epoch ms)? `at`: as of when; `sure`: the list is known to tell of such leads.
   * Null = it cannot be told.
   */
  ask(lead: string, since: number): Promise<Told | null>;
  /** The lead's own history has just shown a new word: the list is measured by it. */
  saw(lead: string): void;
}
interface Told {
  readonly there: boolean;
  readonly at: number;
  readonly sure: boolean;
}

/** The clocks differ, and the list may be cut to minutes. */
const SLACK_MS = 600_000;
const FRESH_MS = 2_000;
const MOST_LEADS = 1_000;
/** So many leads lately seen are kept to measure the list by. */
const WITNESSES = 50;

export interface RosterDeps {
  readonly clock: Clock;
  readonly log: Log;
  readonly crm: CurrentCrm;
  /** Longer than the list can lag behind what happens, ms. */
  readonly settleMs: number;
  /** By how much this clock is ahead of the account's, ms. */
  readonly aheadMs: () => number;
}

/**
 * Many leads are told of at once: one list of what really changed instead of a history each. Forged posts by the thousand
 * then cost a request every two seconds.
 */
export function createRoster({ clock, log, crm, settleMs, aheadMs }: RosterDeps): Roster {
  const witnesses = new Map<string, number>();
  let page: Page | null = null;
  let reading: Promise<void> | null = null;
  let triedAt = -Infinity;

  async function readPage(since: number): Promise<void> {
    const at = clock.now();
    triedAt = at;
    const { channel } = crm();
    const found = channel === null ? null : await channel.changedLeads(since - aheadMs(), MOST_LEADS);
    if (found === null || !found.ok || found.value.length >= MOST_LEADS) {
      page = null;
      log.warn('roster.unknown', { fault: found?.ok === false ? found.fault.code : 'tooMany' });
      return;
    }
    page = { since, at, leads: new Set(found.value) };
  }

  /** Null: a lead is missing that had a new word for certain, so that the list tells nothing of others either. */
  function judged(lead: string, { since, at, leads }: Page): Told | null {
    const met = [...witnesses].filter(([, seenAt]) => seenAt >= since && seenAt + settleMs <= at);
    if (met.some(([known]) => !leads.has(known))) return null;
    return { there: leads.has(lead), at, sure: met.length > 0 };
  }

  return {
    saw(lead) {
      witnesses.delete(lead);
      witnesses.set(lead, clock.now());
      const [oldest] = witnesses.keys();
      if (witnesses.size > WITNESSES && oldest !== undefined) witnesses.delete(oldest);
    },
    async ask(lead, since) {
      const from = since - SLACK_MS;
      const now = clock.now();
      const isFresh = now - triedAt < FRESH_MS && (page === null || page.since <= from);
      if (!isFresh) {
        reading ??= readPage(Math.min(from, now - SLACK_MS)).finally(() => {
          reading = null;
        });
        await reading;
      } else if (reading !== null) await reading;
      return page === null || page.since > from ? null : judged(lead, page);
    },
  };
}
