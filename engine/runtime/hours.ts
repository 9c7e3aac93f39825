import { WEEKDAYS, type Hours } from '../model/definitions.ts';

interface LocalTime {
  readonly date: string;
  readonly weekday: (typeof WEEKDAYS)[number];
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
  const spans = (date: string, weekday: (typeof WEEKDAYS)[number]): [number, number][] =>
    hours.holidays?.includes(date) === true
      ? []
      : (hours.weekly[weekday] ?? []).map(([from, to]) => [minutes(from), minutes(to)]);
  const today = spans(now.date, now.weekday);
  if (today.some(([from, to]) => now.minute >= from && (to <= from || now.minute < to))) return true;
  // By the calendar, not by 24 hours: the day of a clock change has 23 or 25.
  const yesterday = WEEKDAYS[(WEEKDAYS.indexOf(now.weekday) + 6) % 7] ?? 'mon';
  return spans(dayBefore(now.date), yesterday).some(([from, to]) => to <= from && now.minute < to);
}

function dayBefore(date: string): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
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

function minutes(clock: string): number {
  const [hour, minute] = clock.split(':');
  return Number(hour) * 60 + Number(minute);
}
