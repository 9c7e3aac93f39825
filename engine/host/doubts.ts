import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';

type What = 'message' | 'takeOver' | 'status';
/** Webhooks that told what never happened, since the engine began. */
export type ForgedCounts = Readonly<Record<What, number>>;

/** Leads of which somebody told lies: from then on nothing about them holds the bot up before it is proven. */
export interface Doubts {
  /** Webhooks told of this, and the account knows nothing of it. */
  note(lead: string, what: What, count: number): void;
  /** The like can come about by itself (a late webhook of a status that was changed back): only many of them are a lie. */
  slip(lead: string, what: What, count: number): void;
  has(lead: string): boolean;
  counts(): ForgedCounts;
}

/** Whoever forges goes on for a while; a slip of the account's own is long past by then. */
const REMEMBERED_MS = 600_000;
/** A flood names leads at random; the newest lies are those that still come. */
const MOST_LEADS = 10_000;
/** An account's own automation rarely moves a lead there and back oftener than this. */
const SLIPS = 5;

export function createDoubts(clock: Clock, log: Log): Doubts {
  const since = new Map<string, number>();
  const counts: Record<What, number> = { message: 0, takeOver: 0, status: 0 };
  const slips = new Map<string, { count: number; since: number }>();

  function keep<T>(map: Map<string, T>, lead: string, value: T): void {
    map.delete(lead);
    map.set(lead, value);
    const [oldest] = map.keys();
    if (map.size > MOST_LEADS && oldest !== undefined) map.delete(oldest);
  }

  function note(lead: string, what: What, count: number): void {
    counts[what] += count;
    keep(since, lead, clock.now());
    log.error('webhook.forged', { lead, what, count, total: counts[what] });
  }

  return {
    note,
    slip(lead, what, count) {
      const now = clock.now();
      const before = slips.get(lead);
      const isRecent = before !== undefined && now - before.since < REMEMBERED_MS;
      const all = { count: count + (isRecent ? before.count : 0), since: isRecent ? before.since : now };
      keep(slips, lead, all);
      if (all.count > SLIPS) note(lead, what, count);
    },
    has(lead) {
      const at = since.get(lead);
      if (at === undefined) return false;
      const age = clock.now() - at;
      // A clock set back by a day must not make a doubt of a day.
      return age >= 0 && age < REMEMBERED_MS;
    },
    counts: () => ({ ...counts }),
  };
}
