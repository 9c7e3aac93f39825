import { WEEKDAYS, type Hours, type Weekday } from './definitions.ts';

const DAY = 86_400_000;
const DAYS_OF_WEEK = 7;
const DAYS_AHEAD = 366;

interface LocalTime {
  readonly date: string;
  readonly weekday: Weekday;
  readonly minute: number;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** The wall clock of a time zone, daylight saving included, through Intl. */
function localTime(at: number, timeZone: string): LocalTime {
  let format = formats.get(timeZone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-GB', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      weekday: 'short',
    });
    formats.set(timeZone, format);
  }
  const parts = new Map(format.formatToParts(at).map((part) => [part.type, part.value]));
  const part = (name: Intl.DateTimeFormatPartTypes): string => parts.get(name) ?? '';
  return {
    date: `${part('year')}-${part('month')}-${part('day')}`,
    weekday: WEEKDAYS.find((day) => part('weekday').toLowerCase().startsWith(day)) ?? 'mon',
    minute: Number(part('hour')) * 60 + Number(part('minute')),
  };
}

/** The wall clock of a time zone at a moment, as the epoch ms at which UTC's clock would show the same. */
export function wallClock(at: number, timeZone: string): number {
  const { date, minute } = localTime(at, timeZone);
  return Date.parse(`${date}T00:00:00Z`) + minute * 60_000;
}

/** Do people answer at this moment (epoch ms)? Without hours they always do. A span past midnight reads as two days' business: 22:00–02:00 belongs to its first day. */
export function isOpenAt(hours: Hours | undefined, at: number, timeZone: string): boolean {
  if (hours === undefined) return true;
  const now = localTime(at, timeZone);
  const today = spansOf(hours, now.date);
  if (today.some(([from, to]) => now.minute >= from && (to <= from || now.minute < to))) return true;
  // By the calendar, not by 24 hours: the day of a clock change has 23 or 25.
  return spansOf(hours, dayAfter(now.date, -1)).some(([from, to]) => to <= from && now.minute < to);
}

/** «Пн–Пт 09:00–18:00, Сб 10:00–14:00»: neighbouring days with the same hours in one. `days`: short names from Monday. */
export function hoursInWords(hours: Hours | undefined, days: readonly string[]): string {
  if (hours === undefined) return '';
  const groups: { first: number; last: number; spans: string }[] = [];
  WEEKDAYS.forEach((weekday, index) => {
    const spans = (hours.weekly[weekday] ?? []).map(([from, to]) => `${from}–${to}`).join(', ');
    const group = groups.at(-1);
    if (group?.spans === spans) group.last = index;
    else groups.push({ first: index, last: index, spans });
  });
  return groups
    .filter((group) => group.spans !== '')
    .map((group) => {
      const first = days[group.first] ?? '';
      const name = group.first === group.last ? first : `${first}–${days[group.last] ?? ''}`;
      return `${name} ${group.spans}`;
    })
    .join('; ');
}

/** When people answer next (epoch ms): `at` itself if they do now; null if they never do in the year to come. */
export function nextOpening(hours: Hours | undefined, at: number, timeZone: string): number | null {
  if (isOpenAt(hours, at, timeZone)) return at;
  const today = localTime(at, timeZone).date;
  for (let ahead = 0; ahead <= DAYS_AHEAD; ahead += 1) {
    const day = dayAfter(today, ahead);
    const starts = spansOf(hours, day).map(([from]) => epochOf(day, from, timeZone));
    const next = starts.filter((start) => start > at).sort((a, b) => a - b)[0];
    if (next !== undefined) return next;
  }
  return null;
}

/** When people stop answering (epoch ms), breaks included; null if they don't answer now or never stop. */
export function closesAt(hours: Hours | undefined, at: number, timeZone: string): number | null {
  if (hours === undefined || !isOpenAt(hours, at, timeZone)) return null;
  const today = localTime(at, timeZone).date;
  const ends: number[] = [];
  for (let ahead = -1; ahead <= DAYS_OF_WEEK; ahead += 1) {
    const day = dayAfter(today, ahead);
    for (const [from, to] of spansOf(hours, day)) ends.push(epochOf(to <= from ? dayAfter(day, 1) : day, to, timeZone));
  }
  return ends.filter((end) => end > at && !isOpenAt(hours, end, timeZone)).sort((a, b) => a - b)[0] ?? null;
}

/**
 * The next moment after `at` (epoch ms) at which the clocks of the zone show `clock` («09:30»), on one of `weekdays`
 * (none = any day). A time the clocks skip that night comes as much later as they skip.
 */
export function nextTimeOfDay(clock: string, at: number, timeZone: string, weekdays: readonly Weekday[] = []): number {
  const today = localTime(at, timeZone).date;
  for (let ahead = 0; ahead <= DAYS_OF_WEEK; ahead += 1) {
    const day = dayAfter(today, ahead);
    const moment = epochOf(day, minutes(clock), timeZone);
    if (moment > at && (weekdays.length === 0 || weekdays.includes(weekdayOf(day)))) return moment;
  }
  // Unreachable with weekdays of this list: within eight days each comes once.
  return at;
}

/** The moment (epoch ms) at which the clocks of a zone show this minute of this day; of two the first. */
function epochOf(date: string, minute: number, timeZone: string): number {
  const wanted = Date.parse(`${date}T00:00:00Z`) + minute * 60_000;
  const shift = (at: number): number => wallClock(at, timeZone) - at;
  // The zone's shift a day before and a day after: only around a change of the clocks do they differ.
  const candidates = [wanted - shift(wanted - DAY), wanted - shift(wanted + DAY)].sort((a, b) => a - b);
  const fits = candidates.find((at) => wallClock(at, timeZone) === wanted);
  return fits ?? wanted - shift(wanted - DAY);
}

function spansOf(hours: Hours | undefined, date: string): [number, number][] {
  if (hours === undefined || hours.holidays?.includes(date) === true) return [];
  return (hours.weekly[weekdayOf(date)] ?? []).map(([from, to]) => [minutes(from), minutes(to)]);
}

function weekdayOf(date: string): Weekday {
  // Sunday is 0 there and last here.
  return WEEKDAYS[(new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7] ?? 'mon';
}

function dayAfter(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

function minutes(clock: string): number {
  const [hour, minute] = clock.split(':');
  return Number(hour) * 60 + Number(minute);
}
