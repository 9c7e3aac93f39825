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
   * Had the lead a new word since `since` (epoch ms)? `at`: as of when. Null = it cannot be told.
   */
  ask(lead: string, since: number): Promise<{ readonly there: boolean; readonly at: number } | null>;
}

/** The clocks differ, and the list may be cut to minutes. */
const SLACK_MS = 600_000;
const FRESH_MS = 2_000;
const MOST_LEADS = 1_000;

/**
 * Many leads are told of at once: one list of what really changed instead of a history each. Forged posts by the thousand
 * then cost a request every two seconds.
 */
export function createRoster({ clock, log, crm }: { clock: Clock; log: Log; crm: CurrentCrm }): Roster {
  let page: Page | null = null;
  let reading: Promise<void> | null = null;
  let triedAt = -Infinity;

  async function readPage(since: number): Promise<void> {
    const at = clock.now();
    triedAt = at;
    const { channel } = crm();
    const found = channel === null ? null : await channel.changedLeads(since, MOST_LEADS);
    if (found === null || !found.ok || found.value.length >= MOST_LEADS) {
      page = null;
      log.warn('roster.unknown', { fault: found?.ok === false ? found.fault.code : 'tooMany' });
      return;
    }
    page = { since, at, leads: new Set(found.value) };
  }

  return {
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
      return page === null || page.since > from ? null : { there: page.leads.has(lead), at: page.at };
    },
  };
}
