import { z } from 'zod';
import type { Effect } from '../model/effect.ts';
import type { SessionState } from '../model/state.ts';
import type { Clock } from '../ports/clock.ts';
import type { InboxRow } from '../ports/inboxStore.ts';
import type { Store } from '../ports/store.ts';
import { isHastier, isLoop, isMachine, isRepeat, LOOP_REACH_MS, plainly } from '../runtime/isLoop.ts';
import { isWholeAnswer } from './burst.ts';

/**
 * Remembers the last turns of those who write now. Talks that look like a machine's are kept over a restart, or an engine that
 * is restarted often would never find one out; all others begin anew with it.
 */
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

const turnSchema = z.object({
  key: z.string(),
  at: z.number(),
  /** When the customer's last message was written, by the CRM's clock. */
  wroteAt: z.number(),
  heard: z.string(),
  said: z.array(z.string()),
  isChosen: z.boolean(),
  isRepeat: z.boolean(),
  isHasty: z.boolean(),
});
type Turn = z.infer<typeof turnSchema>;
const talksSchema = z.record(z.string(), z.array(turnSchema));

/** More than any rule looks at. */
const MOST_TURNS = 40;
/** More than write in one such time; of the longest silent nothing is known then. */
const MOST_LEADS = 2_000;
/** Emptied when a customer is erased (engine/store/eraseRows.ts). */
const KEPT = 'talks';
/** More machines than ever write to one shop at once. */
const MOST_KEPT = 50;
/** Two texts that begin alike for so long are the same text. */
const LONGEST_TEXT = 300;

const clipped = (text: string): string => plainly(text).slice(0, LONGEST_TEXT);

export function createLoopWatch({ read, write }: Pick<Store, 'read' | 'write'>, clock: Pick<Clock, 'now'>): LoopWatch {
  const kept = talksSchema.catch({}).parse(read.setting(KEPT) ?? {});
  const talks = new Map<string, Turn[]>(Object.entries(kept));
  const machines = new Set(talks.keys());
  dropPast();

  /** What no rule looks at any more is not kept either: it is what customers wrote. */
  function dropPast(): void {
    const past = [...machines].filter((lead) => (talks.get(lead)?.at(-1)?.at ?? 0) <= clock.now() - LOOP_REACH_MS);
    for (const lead of past) {
      machines.delete(lead);
      talks.delete(lead);
    }
    if (past.length > 0) keep();
  }

  /** With the commit that is made anyway; if it is lost, so are a few turns. */
  function keep(): void {
    const shown = [...machines].slice(-MOST_KEPT).flatMap((lead) => {
      const talk = talks.get(lead);
      return talk === undefined ? [] : [[lead, talk] as const];
    });
    void write((writer) => writer.putSetting(KEPT, Object.fromEntries(shown)));
  }

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
      const heard = clipped(text);
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
      const talk = talks.get(lead);
      const last = talk?.at(-1);
      if (talk === undefined || last === undefined) return;
      last.said = effects.flatMap((effect) => (effect.type === 'send' ? [clipped(effect.text)] : []));
      const wasMachine = machines.delete(lead);
      if (talk.some(isMachine)) machines.add(lead);
      if (wasMachine || machines.has(lead)) keep();
      dropPast();
    },
    forget(lead) {
      talks.delete(lead);
      if (machines.delete(lead)) keep();
    },
  };
}
