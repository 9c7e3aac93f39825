import type { Bound } from '../../../engine/nlu/entities/bound.ts';

export const DAY_UNITS = ['day', 'week', 'month', 'year'] as const;
export type DayUnit = (typeof DAY_UNITS)[number];

/** A limit of a date as its author sees it. `words`: written by hand in the file, in a way of its own. */
export type DayLimit =
  | { readonly way: 'any' }
  | { readonly way: 'today' }
  | { readonly way: 'ahead' | 'ago'; readonly count: number; readonly unit: DayUnit }
  | { readonly way: 'date'; readonly date: string }
  | { readonly way: 'words'; readonly text: string };

const TODAY = /^(?:today|сегодня)$/iu;
const DATE = /^\d{4}-\d{2}-\d{2}$/u;
const OFFSET = /^([+-]?)(\d{1,5})([dwmy]?)$/iu;

export function readDayLimit(bound: Bound | undefined): DayLimit {
  if (typeof bound === 'number') return daysFrom(bound);
  const text = (bound ?? '').trim();
  if (text === '') return { way: 'any' };
  if (TODAY.test(text)) return { way: 'today' };
  if (DATE.test(text)) return { way: 'date', date: text };
  const [, sign = '', figure, letter = ''] = OFFSET.exec(text) ?? [];
  // A figure alone is a day of the month to the engine, unless it has a sign or a unit.
  if (figure === undefined || (sign === '' && letter === '' && figure !== '0')) return { way: 'words', text };
  const count = Number(figure);
  if (count === 0) return { way: 'today' };
  const unit = DAY_UNITS.find((each) => each.startsWith(letter.toLowerCase())) ?? 'day';
  return { way: sign === '-' ? 'ago' : 'ahead', count, unit };
}

function daysFrom(days: number): DayLimit {
  if (days === 0) return { way: 'today' };
  return { way: days > 0 ? 'ahead' : 'ago', count: Math.abs(days), unit: 'day' };
}

/** As the bot file has it. */
export function writeDayLimit(limit: DayLimit): string | undefined {
  switch (limit.way) {
    case 'any':
      return undefined;
    case 'today':
      return 'today';
    case 'ahead':
      return `+${String(limit.count)}${limit.unit.charAt(0)}`;
    case 'ago':
      return `-${String(limit.count)}${limit.unit.charAt(0)}`;
    case 'date':
      return limit.date;
    case 'words':
      return limit.text.trim() === '' ? undefined : limit.text;
  }
}
