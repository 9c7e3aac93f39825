import type { Fault } from '../model/fault.ts';
import { fail } from '../model/result.ts';
import type { ChannelLead } from '../ports/channel.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { Store } from '../ports/store.ts';
import type { Patience } from './askPatiently.ts';
import { statusNews } from '../runtime/statusNews.ts';
import { standingOf, type CurrentCrm } from './crm.ts';
import { changesStatus } from './ownChange.ts';
import type { Receive } from './receive.ts';
import type { Sessions } from './sessions.ts';

/**
 * While nobody listened a person may have taken a lead, and no webhook tells of it afterwards. So after every such gap the
 * account is asked where a lead stands before the bot says a word there again. What the bot sets itself would write over
 * what a person has set and no webhook has told yet: before that it is asked each time.
 */
export interface Standings {
  /** Nobody listened until now. */
  gap(): void;
  /** The account has just said where it stands. */
  note(lead: string): void;
  /** `now`: not only since the last gap, but at this moment. */
  isKnown(lead: string, now: boolean): boolean;
  /** Asks; what has changed is in the inbox then. Value: when to ask again (epoch ms), null = it is known, as far as it can be. */
  ask(lead: string): Promise<number | null>;
}

export interface StandingsDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly patience: Patience;
  readonly crm: CurrentCrm;
  readonly sessions: Pick<Sessions, 'get'>;
  /** A call failed. */
  readonly onFault: (fault: Fault) => unknown;
  readonly take: Receive['take'];
}

/** Of so many the answer is remembered; one that fell out is asked about once more. */
const MOST_LEADS = 50_000;
const RETRY_MS = 1_000;
const CONNECTION: readonly Fault['code'][] = ['network', 'badToken', 'notConnected'];
/** An answer of this age is news still. */
const FRESH_MS = 100;

export function createStandings({
  store,
  clock,
  log,
  patience,
  crm,
  sessions,
  onFault,
  take,
}: StandingsDeps): Standings {
  const known = new Map<string, number>();
  let gaps = 0;

  function note(lead: string): void {
    known.delete(lead);
    known.set(lead, clock.now());
    const [oldest] = known.keys();
    if (known.size > MOST_LEADS && oldest !== undefined) known.delete(oldest);
  }

  /**
   * It stands where the conversation has it. A row that says so would be read before the bot goes on, and where that takes
   * longer than an answer is fresh, be asked for and read for ever.
   */
  function isNoNews(lead: string, external: string | null): boolean {
    const session = sessions.get(lead);
    const bot = session === null ? undefined : store.read.version(session.version)?.row.bot;
    if (session === null || bot === undefined) return true;
    return statusNews(standingOf(store.read, bot, external), session.state) === 'same';
  }

  return {
    gap() {
      gaps += 1;
      known.clear();
    },
    note,
    isKnown(lead, now) {
      const at = known.get(lead);
      return at !== undefined && (!now || Math.abs(clock.now() - at) < FRESH_MS);
    },
    async ask(lead) {
      // Until our own change is made, what the account has is the past.
      if (changesStatus(store.read, lead)) return null;
      const before = gaps;
      const { channel, account } = crm();
      const asked = await patience.ask<ChannelLead>(lead, async () => {
        const found = (await channel?.lead(lead)) ?? fail({ code: 'notConnected' });
        // Whoever looks after the connection waits for all: each lead by itself would ask on and on.
        if (!found.ok && CONNECTION.includes(found.fault.code) && crm().channel === channel) onFault(found.fault);
        return found;
      });
      if (asked.kind === 'later') return asked.due;
      if (asked.kind === 'never') log.warn('lead.notAsked', { lead, fault: asked.fault.code });
      else if (account !== null && !isNoNews(lead, asked.value.statusId ?? null)) {
        const at = clock.now();
        const externalStatus = asked.value.statusId ?? null;
        const told = { type: 'status', key: `standing:${lead}:${String(at)}`, content: '', at } as const;
        const kept = await take({ ...told, account, lead, externalStatus });
        if (!kept.ok) return at + RETRY_MS;
      }
      if (gaps === before) note(lead);
      return null;
    },
  };
}
