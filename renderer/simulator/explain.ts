import type { Conversation } from '../../engine/check/conversation.ts';
import type { TalkItem } from '../../engine/check/talkItem.ts';
import type { TraceEntry } from '../../engine/model/trace.ts';

/** What set a turn off: the customer's words, or one of these. */
export type Cause = 'time' | 'operator' | 'status' | 'button' | 'here';

/** What led to a line of the chat. */
export interface Explained {
  readonly item: TalkItem;
  /** What the customer had written in this turn; null = nothing. */
  readonly heard: string | null;
  readonly cause: Cause | null;
  /** The steps of the bot up to this line. */
  readonly steps: readonly TraceEntry[];
  /** The status before, for lines about statuses. */
  readonly before: string | null;
}

/** Each line with what led to it. Said messages stand in the order of the effects that said them. */
export function explain({ items, began }: Pick<Conversation, 'items' | 'began'>): readonly Explained[] {
  let turn = -1;
  let heard: string | null = null;
  let cause: Cause | null = null;
  let earlier: readonly TraceEntry[] = [];
  let trace: readonly TraceEntry[] = [];
  let said = 0;
  let status: string | null = null;
  return items.map((item) => {
    if (item.turn !== turn) {
      turn = item.turn;
      heard = null;
      earlier = trace = [];
      said = 0;
      cause = item.from === 'customer' ? null : causeOf(item, turn === 1 && began.startAt !== undefined);
    }
    if (item.from === 'customer') heard = item.text;
    if (item.from === 'system' && item.event === 'path') {
      // Timers that went off one after the other have nothing to do with one another; a path after an outcome goes on.
      earlier = cause === 'time' ? [] : [...earlier, ...trace];
      trace = item.trace;
      said = 0;
    }
    if (item.from === 'bot') said += 1;
    const steps = item.from === 'bot' ? [...earlier, ...upTo(trace, said)] : trace;
    const before = status;
    if (item.from === 'system' && item.event === 'status' && !item.refused) status = item.status;
    return { item, heard, cause, steps, before };
  });
}

function causeOf(item: TalkItem, startedHere: boolean): Cause {
  if (item.from === 'operator') return 'operator';
  if (item.from !== 'system') return 'button';
  if (item.event === 'advanced') return 'time';
  if (item.event === 'status') return 'status';
  return startedHere ? 'here' : 'button';
}

/** A trace up to the message it says as its `count`-th. */
function upTo(trace: readonly TraceEntry[], count: number): readonly TraceEntry[] {
  let left = count;
  const end = trace.findIndex((entry) => {
    if (entry.type === 'effect' && entry.effect.type === 'send') left -= 1;
    return left === 0;
  });
  return end < 0 ? trace : trace.slice(0, end + 1);
}
