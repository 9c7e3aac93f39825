import type { AnswerKind } from './answer.ts';
import { addMonths, civilTimeAt, dayNumber } from './civilDate.ts';
import { readDate } from './date.ts';
import { readMoney } from './money.ts';
import { readNumber } from './number.ts';
import { readTime } from './time.ts';

/** A limit as an author writes it: a figure, or for dates and times a text. */
export type Bound = number | string;

const OFFSET =
  /^([+-]?)\s*(\d{1,5})\s*(?:(d|w|m|y|д|н|м|г|л)|(?:(day|week|month|year|дн|ден|нед|мес|год|лет)\p{L}{0,5}))?$/iu;
const DAYS: Readonly<Record<string, number>> = { d: 1, д: 1, w: 7, н: 7 };
const MONTHS: Readonly<Record<string, number>> = { m: 1, м: 1, y: 12, г: 12, л: 12 };
const LAST_HOUR = 24;
const MOST_YEARS = 1_000;

/**
 * A limit in the unit of its kind (`AnswerRules`), at a moment; null = it says nothing. Dates: `2027-05-01`, «today»,
 * «+30d», «-18y», «через неделю», or a number of days from today. Times: `09:00`, an hour up to 24, or minutes since midnight.
 */
export function readBound(kind: AnswerKind, bound: Bound, now: number, timeZone: string): number | null {
  const rules = { now, timeZone, language: 'ru', attachments: [] };
  if (kind === 'date') return typeof bound === 'number' ? bound : dayBound(bound.trim(), now, timeZone);
  if (kind === 'time') {
    if (typeof bound === 'number') return bound <= LAST_HOUR ? bound * 60 : bound;
    if (/^24:00$/u.test(bound.trim())) return LAST_HOUR * 60;
    const read = readTime(bound, rules);
    return read.ok ? minutesOf(String(read.value)) : null;
  }
  if (typeof bound === 'number') return bound;
  const read = kind === 'money' ? readMoney(bound, rules) : readNumber(bound, rules);
  return read.ok && typeof read.value === 'number' ? read.value : null;
}

function dayBound(text: string, now: number, timeZone: string): number | null {
  const today = civilTimeAt(now, timeZone);
  const [, sign, figure, letter, word] = OFFSET.exec(text) ?? [];
  const unit = (letter ?? word)?.charAt(0).toLowerCase();
  if (figure !== undefined && (sign !== '' || unit !== undefined || figure === '0')) {
    const count = Number(figure) * (sign === '-' ? -1 : 1);
    const days = DAYS[unit ?? 'd'];
    if (days !== undefined) return count * days;
    const months = count * (MONTHS[unit ?? ''] ?? 1);
    return Math.abs(months) > MOST_YEARS * 12 ? null : dayNumber(addMonths(today, months)) - dayNumber(today);
  }
  for (const language of ['ru', 'en']) {
    const read = readDate(text, { now, timeZone, language, attachments: [] });
    if (!read.ok) continue;
    const [year = 0, month = 1, day = 1] = String(read.value).split('-').map(Number);
    return dayNumber({ year, month, day }) - dayNumber(today);
  }
  return null;
}

/** Minutes since midnight of `HH:MM`. */
export function minutesOf(clock: string): number {
  const [hour = 0, minute = 0] = clock.split(':').map(Number);
  return hour * 60 + minute;
}
