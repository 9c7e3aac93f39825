import type { Effect } from '../../model/effect.ts';
import type { HttpAnswer, TurnEventOf } from '../../model/event.ts';
import type { Place } from '../../model/state.ts';
import { nodeAt, type BotProgram } from '../../runtime/compileBot.ts';
import { readFakedReply } from '../fakedReply.ts';
import type { TalkRecord } from './record.ts';

/** What became of an awaited effect in the record. */
export interface RecordedOutcome {
  /** Indexes of the turns in which it was made, and in which its outcome came; the latter is absent if it never did. */
  readonly made: number;
  readonly came: number | undefined;
  readonly outcome: TurnEventOf<'outcome'> | undefined;
}

export interface RecordedWorld {
  /** The `nth` awaited effect of this kind at this node, else the last there was; undefined = there was none. */
  outcomeOf(key: string, nth: number): RecordedOutcome | undefined;
  /** When a timer of this name that was set for `due` rang: index of the turn. */
  rang(timer: string, due: number): number | undefined;
  /** Is this timer set anywhere in the record? */
  sets(timer: string): boolean;
}

/** «Kind and node»: by what an effect of a draft is known again in a record. */
export function effectKey(effect: Effect): string | null {
  return 'awaited' in effect && effect.awaited ? `${effect.type}/${effect.node ?? ''}` : null;
}

/** Reads out of a record how the world around the bot behaved. */
export function recordedWorld({ turns }: TalkRecord): RecordedWorld {
  const outcomes = new Map<string, { came: number; event: TurnEventOf<'outcome'> }>();
  const timers = new Map<string, number[]>();
  for (const [index, { event }] of turns.entries()) {
    if (event.type === 'outcome') outcomes.set(event.effect, { came: index, event });
    if (event.type === 'timer') timers.set(event.timer, [...(timers.get(event.timer) ?? []), index]);
  }
  const byKey = new Map<string, RecordedOutcome[]>();
  const set = new Map<string, { due: number; made: number }[]>();
  for (const [made, { effects }] of turns.entries())
    for (const effect of effects) {
      if (effect.type === 'setTimer')
        set.set(effect.timer, [...(set.get(effect.timer) ?? []), { due: effect.due, made }]);
      const key = effectKey(effect);
      if (key === null || !('id' in effect)) continue;
      const found = outcomes.get(effect.id);
      byKey.set(key, [...(byKey.get(key) ?? []), { made, came: found?.came, outcome: found?.event }]);
    }
  return {
    outcomeOf(key, nth) {
      const known = byKey.get(key);
      return known?.[nth] ?? known?.findLast(({ outcome }) => outcome !== undefined);
    },
    sets: (timer) => set.has(timer),
    rang(timer, due) {
      const made = set.get(timer)?.findLast((one) => one.due === due)?.made;
      return made === undefined ? undefined : timers.get(timer)?.find((index) => index > made);
    },
  };
}

/** What a server says to a request the record knows nothing of: its node's sample, or that all went well. */
export function likelyReply(program: BotProgram, place: Place | null): HttpAnswer {
  const node = place === null ? undefined : nodeAt(program, place);
  const sample = node?.kind?.sampleReply?.(node.data);
  return sample === undefined ? { status: 200, body: '' } : readFakedReply(sample);
}
