import { wallClock } from '../model/timeZone.ts';

const TEN = Date.UTC(2026, 10, 18, 10, 0, 0);

/**
 * Ten in the morning of a working Wednesday (18 November 2026) in the bot's own time zone, epoch ms: what a check says of
 * hours depends neither on when nor on where it is run.
 */
export function checkStart(timeZone: string): number {
  return TEN - (wallClock(TEN, timeZone) - TEN);
}
