import { LIMITS } from '../model/limits.ts';
import type { InboxRow } from '../ports/inboxStore.ts';

/**
 * Knows who sends more than anybody could want answered (reliability.md, 5): all of it is kept, the newest is answered once.
 * After a restart it begins anew: what waits in the store shows a flood again.
 */
export interface FloodWatch {
  /** What to do with these waiting messages of the lead. `isMore`: are others known of that cannot be read yet? */
  look(lead: string, messages: readonly InboxRow[], now: number, isMore?: () => boolean): Flow;
  /** So many messages were answered by a turn. */
  answered(lead: string, messages: number, now: number): void;
  forget(lead: string): void;
}
/**
 * `calm`: answer them; `setAside`: keep the newest, the others are for people to read (`begins`: the flood was not known of
 * before); `wait`: the newest alone is left, more is to be expected until `due` (epoch ms).
 */
export type Flow =
  | { readonly kind: 'calm' }
  | { readonly kind: 'setAside'; readonly begins: boolean }
  | { readonly kind: 'wait'; readonly due: number };

interface Flood {
  /** Since when nothing of it was answered. */
  since: number;
  heardAt: number;
  newest: number;
}

/** More than write at one time. */
const MOST_LEADS = 2_000;
/** Nothing was heard of a flood for so long: what comes now is another matter. */
const OVER_MS = 5 * LIMITS.floodLongestMs;
const CALM: Flow = { kind: 'calm' };

export function createFloodWatch(): FloodWatch {
  const floods = new Map<string, Flood>();
  const paces = new Map<string, { from: number; messages: number }>();

  /** How many were answered within the time in which as many are a flood. */
  function answeredOf(lead: string, now: number): number {
    const pace = paces.get(lead);
    return pace === undefined || now < pace.from || now - pace.from >= LIMITS.floodWithinMs ? 0 : pace.messages;
  }

  /** One that nobody saw the end of (people took the lead, the queue was emptied by hand) is over by itself. */
  function goingOn(lead: string, now: number): Flood | undefined {
    const known = floods.get(lead);
    if (known === undefined || now - Math.max(known.heardAt, known.since) <= OVER_MS) return known;
    floods.delete(lead);
    paces.delete(lead);
    return undefined;
  }

  return {
    look(lead, messages, now, isMore = () => false) {
      const [first] = messages;
      if (first === undefined) return CALM;
      const known = goingOn(lead, now);
      if (known === undefined) {
        if (messages.length + answeredOf(lead, now) <= LIMITS.floodMessages) return CALM;
        floods.set(lead, { since: now, heardAt: now, newest: 0 });
        return { kind: 'setAside', begins: true };
      }
      if (messages.length > 1) {
        known.heardAt = now;
        return { kind: 'setAside', begins: false };
      }
      if (known.newest !== first.id) Object.assign(known, { newest: first.id, heardAt: now });
      // A clock set back must not make it last for hours.
      known.heardAt = Math.min(known.heardAt, now);
      known.since = Math.min(known.since, now);
      const latest = known.since + LIMITS.floodLongestMs;
      if (now < latest && now >= known.heardAt + LIMITS.floodQuietMs && isMore()) known.heardAt = now;
      const quietAt = known.heardAt + LIMITS.floodQuietMs;
      const due = Math.min(quietAt, latest);
      if (now < due) return { kind: 'wait', due };
      if (now < quietAt) known.since = now;
      else {
        floods.delete(lead);
        paces.delete(lead);
      }
      return CALM;
    },
    answered(lead, messages, now) {
      const before = answeredOf(lead, now);
      const from = before === 0 ? now : (paces.get(lead)?.from ?? now);
      paces.delete(lead);
      paces.set(lead, { from, messages: before + messages });
      const [oldest] = paces.keys();
      if (paces.size > MOST_LEADS && oldest !== undefined) paces.delete(oldest);
    },
    forget(lead) {
      floods.delete(lead);
      paces.delete(lead);
    },
  };
}
