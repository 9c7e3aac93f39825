import { WEEKDAYS, type Hours, type Weekday } from './definitions.ts';
import { momentsOf, wallClock } from './timeZone.ts';

const DAY = 86_400_000;
const DAYS_OF_WEEK = 7;
const DAYS_AHEAD = 366;

/** From the first moment to the one at which it is over, epoch ms. */
interface Opening {
  readonly from: number;
  readonly to: number;
}

/** Do people answer at this moment (epoch ms)? Without hours they always do. A span past midnight reads as two days' business: 22:00–02:00 belongs to its first day. */
export function isOpenAt(hours: Hours | undefined, at: number, timeZone: string): boolean {
  return hours === undefined || openingAt(hours, at, timeZone) !== undefined;
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
  if (hours === undefined || openingAt(hours, at, timeZone) !== undefined) return at;
  const today = dateOf(at, timeZone);
  for (let ahead = 0; ahead <= DAYS_AHEAD; ahead += 1) {
    const later = openingsOf(hours, dayAfter(today, ahead), timeZone).filter(({ from }) => from > at);
    if (later.length > 0) return Math.min(...later.map(({ from }) => from));
  }
  return null;
}

/**
 * When people stop answering (epoch ms), breaks included; null if they don't answer now, or don't stop in the year to
 * come. Spans that overlap or follow one another without a gap are one: 00:00–24:00 does not close at midnight.
 */
export function closesAt(hours: Hours | undefined, at: number, timeZone: string): number | null {
  if (hours === undefined) return null;
  let opening = openingAt(hours, at, timeZone);
  let end: number | null = null;
  for (let spans = 0; opening !== undefined; spans += 1) {
    if (spans > DAYS_AHEAD) return null;
    end = opening.to;
    opening = openingAt(hours, end, timeZone);
  }
  return end;
}

/**
 * The next moment after `at` (epoch ms) at which the clocks of the zone show `clock` («09:30»), on one of `weekdays`
 * (none = any day). A time the clocks skip that night comes when they skip it.
 */
export function nextTimeOfDay(clock: string, at: number, timeZone: string, weekdays: readonly Weekday[] = []): number {
  const today = dateOf(at, timeZone);
  for (let ahead = 0; ahead <= DAYS_OF_WEEK; ahead += 1) {
    const day = dayAfter(today, ahead);
    const [moment] = momentsOf(day, minutes(clock), timeZone);
    if (moment > at && (weekdays.length === 0 || weekdays.includes(weekdayOf(day)))) return moment;
  }
  // Unreachable with weekdays of this list: within eight days each comes once.
  return at;
}

/** The opening under way at this moment; of several the one that lasts longest. */
function openingAt(hours: Hours, at: number, timeZone: string): Opening | undefined {
  const today = dateOf(at, timeZone);
  // Yesterday's may go on past midnight. By the calendar, not by 24 hours: the day of a clock change has 23 or 25.
  return [...openingsOf(hours, dayAfter(today, -1), timeZone), ...openingsOf(hours, today, timeZone)]
    .filter(({ from, to }) => from <= at && at < to)
    .sort((a, b) => b.to - a.to)[0];
}

/** The openings that begin on this day. A time that comes twice (clocks go back) opens at its first and closes at its last. */
function openingsOf(hours: Hours, date: string, timeZone: string): Opening[] {
  if ((hours.holidays ?? []).some((holiday) => falls(date, holiday))) return [];
  const openings = (hours.weekly[weekdayOf(date)] ?? []).map(([from, to]) => {
    const isPastMidnight = minutes(to) <= minutes(from);
    return {
      from: momentsOf(date, minutes(from), timeZone)[0],
      to: momentsOf(isPastMidnight ? dayAfter(date, 1) : date, minutes(to), timeZone).at(-1) ?? 0,
    };
  });
  // Nothing is left of a span in the hour that the clocks skip.
  return openings.filter(({ from, to }) => from < to);
}

/** `2027-01-01`, every year's `01-01`, or a range of either: `2027-01-01..2027-01-08`, `12-31..01-08`. */
function falls(date: string, holiday: string): boolean {
  const [first = '', last = first] = holiday.split('..');
  const day = date.slice(-first.length);
  const isOverNewYear = first > last && first.length < date.length;
  return isOverNewYear ? day >= first || day <= last : first <= day && day <= last;
}

function dateOf(at: number, timeZone: string): string {
  return new Date(wallClock(at, timeZone)).toISOString().slice(0, 10);
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
