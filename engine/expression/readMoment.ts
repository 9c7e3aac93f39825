const ISO = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{1,2}):(\d{2})(?::\d{2}(?:\.\d+)?)?)?$/u;
const DOTTED = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/u;
const CLOCK = /^(\d{1,2}):(\d{2})(?::\d{2})?$/u;
const DAY = 86_400_000;

/** A date, or a date with a time: `2026-11-18`, `2026-11-18T18:30`, «18.11.2026». Null = not one, or not in the calendar. */
export function readDate(text: string): string | null {
  const plain = text.trim();
  const dotted = DOTTED.exec(plain);
  if (dotted !== null) return inCalendar(dotted[3], dotted[2], dotted[1]);
  const iso = ISO.exec(plain);
  if (iso === null) return null;
  const day = inCalendar(iso[1], iso[2], iso[3]);
  if (day === null || iso[4] === undefined) return day;
  const clock = readClock(`${iso[4]}:${iso[5] ?? ''}`);
  return clock === null ? null : `${day}T${clock}`;
}

/** A time of day with two digits an hour: «9:05» is `09:05`. */
export function readClock(text: string): string | null {
  const [, hour = '', minute = ''] = CLOCK.exec(text.trim()) ?? [];
  if (hour === '' || Number(minute) > 59) return null;
  return Number(hour) < 24 || (Number(hour) === 24 && minute === '00') ? `${hour.padStart(2, '0')}:${minute}` : null;
}

/** Whole days from one date to another, both as `readDate` gives them. */
export function daysBetween(from: string, to: string): number {
  return Math.round((epoch(to) - epoch(from)) / DAY);
}

/** The date so many days later; its time of day stays. */
export function addDays(date: string, days: number): string {
  const at = epoch(date) + Math.trunc(days) * DAY;
  // Beyond these a Date has no ISO form of four digits.
  if (!(at >= epoch('0001-01-01') && at <= epoch('9999-12-31'))) return date;
  return new Date(at).toISOString().slice(0, 10) + date.slice(10);
}

function inCalendar(year = '', month = '', day = ''): string | null {
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const at = Date.parse(`${date}T00:00:00Z`);
  return Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== date ? null : date;
}

function epoch(date: string): number {
  return Date.parse(`${date.slice(0, 10)}T00:00:00Z`);
}
