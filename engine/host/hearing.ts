import type { Clock } from '../ports/clock.ts';
import type { CrmEvent } from '../ports/crmEvent.ts';
import type { NewInboxRow } from '../ports/inboxStore.ts';
import { leadNumber } from '../model/leadKey.ts';
import { BURST_SECONDS, createBursts, isWholeAnswer } from './burst.ts';
import type { CurrentCrm } from './crm.ts';
import type { Programs } from './programs.ts';
import type { Sessions } from './sessions.ts';
import type { Testers } from './testers.ts';

export type Message = Extract<CrmEvent, { type: 'message' }>;

export interface HearingDeps {
  readonly clock: Clock;
  readonly programs: Programs;
  readonly sessions: Sessions;
  readonly crm: CurrentCrm;
  readonly testers: Pick<Testers, 'mayMeet'>;
  /** The owner had this lead forgotten, with all it said until then. */
  readonly isForgotten: (lead: string, at: number) => boolean;
  /** Null = no bot answers this lead now. */
  readonly liveVersion: (lead: string) => number | null;
}

/** What the bot listens to, and for how long. */
export interface Hearing {
  /**
   * The row of a message that is for the bot, due when its burst may be over; null = it is not for the bot. `told`: by a
   * webhook alone, so that it is not known yet whether a test contact wrote it.
   */
  rowOf(event: Message, told?: 'told'): NewInboxRow | null;
}

export function createHearing(deps: HearingDeps): Hearing {
  const { clock, programs, sessions, crm } = deps;
  const bursts = createBursts();

  /** How the lead's bot listens; null = nobody listens. A version that cannot be read still means people (see `turn.ts`). */
  function listening(event: Message, told: boolean): { burst: number; comments: boolean; groups: boolean } | null {
    const version = deps.liveVersion(event.thread.lead);
    // A test contact under a lead not seen yet: it is one once the history has shown who writes.
    if (version === null)
      return told && deps.testers.mayMeet(event) ? { burst: BURST_SECONDS, comments: false, groups: false } : null;
    const loaded = programs.of(version);
    if (!loaded.ok) return { burst: 0, comments: false, groups: false };
    const { settings } = loaded.value.program.facts;
    return {
      burst: settings.burstSeconds ?? BURST_SECONDS,
      comments: settings.answerComments === true,
      groups: settings.answerGroups === true,
    };
  }

  return {
    rowOf(event, told) {
      const { lead, integration } = event.thread;
      if (deps.isForgotten(lead, event.at)) return null;
      const settings = listening(event, told === 'told');
      const { sources } = crm();
      const source = integration === undefined ? {} : { source: integration };
      if (settings === null || (event.comment && !settings.comments) || (event.group && !settings.groups)) return null;
      if (sources !== 'all' && (integration === undefined || !sources.includes(integration))) return null;
      const now = clock.now();
      const whole = settings.burst === 0 || isWholeAnswer(event.text, sessions.get(lead)?.state ?? null);
      if (whole) bursts.end(lead);
      const { key, content, at, thread, text, attachments, channel, customer } = event;
      return {
        key,
        content,
        lead,
        event: {
          type: 'message',
          text,
          attachments: [...attachments],
          channel,
          ...source,
          lead: leadNumber(lead),
          customer,
        },
        thread,
        at,
        due: whole ? now : bursts.due(lead, now, settings.burst),
        ref: event.messageId,
      };
    },
  };
}
