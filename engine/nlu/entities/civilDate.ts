/** A day of the calendar, without a zone. */
export interface CivilDate {
  year: number;
  month: number;
  day: number;
}
export interface CivilTime extends CivilDate {
  hour: number;
  minute: number;
}

const DAY_MS = 86_400_000;
const MOST_ZONES = 50;
const formatters = new Map<string, Intl.DateTimeFormat>();

/** What calendar and clock show in a zone at a moment. Intl knows daylight saving; an unknown zone counts as UTC. */
export function civilTimeAt(now: number, timeZone: string): CivilTime {
  const moment = Number.isFinite(now) && Math.abs(now) < 8e15 ? now : 0;
  const parts = new Map(
    formatter(timeZone)
      .formatToParts(moment)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
  return {
    year: part('year'),
    month: part('month'),
    day: part('day'),
    hour: part('hour') % 24,
    minute: part('minute'),
  };
}

/** Days since 1970-01-01. */
export function dayNumber({ year, month, day }: CivilDate): number {
  const moment = new Date(0);
  moment.setUTCFullYear(year, month - 1, day);
  return Math.round(moment.getTime() / DAY_MS);
}

export function dateOfDay(number: number): CivilDate {
  const moment = new Date(number * DAY_MS);
  return { year: moment.getUTCFullYear(), month: moment.getUTCMonth() + 1, day: moment.getUTCDate() };
}

/** 1 Monday … 7 Sunday. */
export function weekdayOf(number: number): number {
  return ((((number + 3) % 7) + 7) % 7) + 1;
}

export function isRealDate({ year, month, day }: CivilDate): boolean {
  return year >= 1900 && year <= 2200 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** The same day some months on; the 31st becomes the last day of a shorter month. */
export function addMonths({ year, month, day }: CivilDate, months: number): CivilDate {
  const index = year * 12 + month - 1 + months;
  const newYear = Math.floor(index / 12);
  const newMonth = (index % 12) + 1;
  return { year: newYear, month: newMonth, day: Math.min(day, daysInMonth(newYear, newMonth)) };
}

/** yyyy-mm-dd */
export function isoDate({ year, month, day }: CivilDate): string {
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function formatter(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone);
  if (known !== undefined) return known;
  if (formatters.size >= MOST_ZONES) formatters.clear();
  const made = makeFormatter(timeZone) ?? makeFormatter('UTC') ?? new Intl.DateTimeFormat('en-US');
  formatters.set(timeZone, made);
  return made;
}

function makeFormatter(timeZone: string): Intl.DateTimeFormat | undefined {
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
    });
  } catch {
    // Intl has no other way to say that it does not know a zone.
    return undefined;
  }
}
