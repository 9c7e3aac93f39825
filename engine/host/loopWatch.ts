import type { Effect } from '../model/effect.ts';
import type { SessionState } from '../model/state.ts';
import type { InboxRow, StoreReader } from '../ports/store.ts';
import { isHastier, isLoop, isRepeat, LOOP_REACH_MS, plainly, type Exchange } from '../runtime/isLoop.ts';
import { isWholeAnswer } from './burst.ts';

/** Remembers the last turns of those who write now. After a restart it begins anew, and a machine is found out anew. */
export interface LoopWatch {
  /** These rows are to be answered. Value: the rule against it, null = go on. */
  heard(turn: HeardTurn): ReturnType<typeof isLoop>;
  answered(lead: string, effects: readonly Effect[]): void;
  /** Somebody else has the talk, or had it. */
  forget(lead: string): void;
}

export interface HeardTurn {
  readonly lead: string;
  readonly rows: readonly InboxRow[];
  readonly state: SessionState;
  readonly now: number;
}

interface Turn extends Exchange {
  readonly key: string;
  /** When the customer's last message was written, by the CRM's clock. */
  readonly wroteAt: number;
  said: readonly string[];
}

/** More than any rule looks at. */
const MOST_TURNS = 40;
/** More than write in one such time; of the longest silent nothing is known then. */
const MOST_LEADS = 2_000;

export function createLoopWatch(read: Pick<StoreReader, 'outbox'>): LoopWatch {
  const talks = new Map<string, Turn[]>();

  /** Who writes before the answer is there does not answer it: that is no auto-reply. */
  function isHasty(lead: string, first: InboxRow, text: string, before: Turn | undefined): boolean {
    if (before === undefined || !isHastier(text, first.at - before.wroteAt)) return false;
    const sentAt = read.outbox(lead, 1)[0]?.sentAt ?? Infinity;
    return sentAt >= before.at && sentAt <= first.at;
  }

  return {
    heard(turn) {
      const { lead, rows, state, now } = turn;
      const [first] = rows;
      if (first?.event.type !== 'message' || state.owner !== 'bot') return null;
      const { text } = first.event;
      const before = (talks.get(lead) ?? []).filter(({ at, key }) => at > now - LOOP_REACH_MS && key !== first.key);
      const isChosen = isWholeAnswer(text, state);
      const heard = plainly(text);
      const made: Turn = {
        key: first.key,
        at: now,
        wroteAt: rows.at(-1)?.at ?? first.at,
        heard,
        said: [],
        isChosen,
        isRepeat: !isChosen && isRepeat(heard, before),
        isHasty: !isChosen && isHasty(lead, first, text, before.at(-1)),
      };
      const talk = [...before, made].slice(-MOST_TURNS);
      talks.delete(lead);
      talks.set(lead, talk);
      const [oldest] = talks.keys();
      if (talks.size > MOST_LEADS && oldest !== undefined) talks.delete(oldest);
      return isLoop(talk);
    },
    answered(lead, effects) {
      const last = talks.get(lead)?.at(-1);
      if (last === undefined) return;
      last.said = effects.flatMap((effect) => (effect.type === 'send' ? [plainly(effect.text)] : []));
    },
    forget: (lead) => void talks.delete(lead),
  };
}
