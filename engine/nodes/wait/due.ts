import type { NodeContext } from '../kind.ts';
import { clockOf } from '../timeSpellings.ts';
import type { WaitData } from './schema.ts';

export const SHORTEST_WAIT = 1 / 60;
export const LONGEST_WAIT = 43_200;
const MINUTE = 60_000;

/** Minutes until the wait is over; 0 = there is nothing to wait for. */
export function minutesToWait(data: WaitData, context: NodeContext): number {
  const clock = clockOf(data.until);
  if (data.openingHours === true) {
    const opens = context.nextOpening();
    // Hours that never come are a mistake of the schedule; to say «we are open» at once would be another.
    return opens === null ? LONGEST_WAIT : Math.min(LONGEST_WAIT, (opens - context.at) / MINUTE);
  }
  if (clock !== null) return (context.nextTimeOfDay(clock, data.weekdays) - context.at) / MINUTE;
  if (data.minutes === undefined) return 0;
  return Math.min(LONGEST_WAIT, Math.max(SHORTEST_WAIT, data.minutes));
}

/** Does a message end the wait? By default it does if there is time to write one. */
export function reacts(data: WaitData): boolean {
  if (data.onMessage !== undefined) return data.onMessage === 'interrupt';
  if (data.reply !== undefined) return false;
  return data.openingHours === true || clockOf(data.until) !== null || (data.minutes ?? 0) > 1;
}

/** What a message gets that does not end the wait; null = nothing was meant to be said. */
export function replyOf(data: WaitData): string | null {
  return reacts(data) ? null : (data.reply ?? null);
}
