import { z } from 'zod';
import { WEEKDAYS, type Weekday } from '../../model/definitions.ts';
import { isRecord, label, labels, numeral, renamed } from '../spellings.ts';
import { clockOf, weekdaysIn } from '../timeSpellings.ts';

const span = z.tuple([label, label]);
const day = z.array(span).optional();
const weekly = z.looseObject({ mon: day, tue: day, wed: day, thu: day, fri: day, sat: day, sun: day });

const AROUND_THE_CLOCK: readonly (readonly [string, string])[] = [['00:00', '24:00']];
const ALL_DAY = new Set(['24/7', '24', '24h', 'круглосуточно', 'all day', 'around the clock']);

/** The hours of a day: `[["09:00", "18:00"]]`, one span alone, «9:00–13:00, 14:00–18:00», `{ from, to }`, none. */
function readDay(value: unknown): unknown {
  if (value === undefined || value === null || value === false) return [];
  if (value === true) return AROUND_THE_CLOCK;
  if (typeof value === 'string') {
    if (ALL_DAY.has(value.trim().toLowerCase())) return AROUND_THE_CLOCK;
    return value.split(/[,;]/u).flatMap((part) => (part.trim() === '' ? [] : [readSpan(part)]));
  }
  if (isRecord(value)) return [readSpan(value)];
  const isOneSpan = Array.isArray(value) && value.length === 2 && value.every((clock) => isClock(clock));
  return isOneSpan ? [readSpan(value)] : Array.isArray(value) ? value.map(readSpan) : value;
}

const isClock = (value: unknown): boolean => typeof value === 'string' && clockOf(value) !== null;

function readSpan(value: unknown): unknown {
  const ends: unknown = isRecord(value)
    ? [value.from ?? value.start ?? value.open, value.to ?? value.end ?? value.close]
    : typeof value === 'string'
      ? value.split(/[-–—]/u).map((end) => end.trim())
      : value;
  // What is no time stays as it is written: the check names it.
  return Array.isArray(ends)
    ? ends.map((end: unknown) => (typeof end === 'string' ? (clockOf(end) ?? end) : end))
    : ends;
}

/** `{ mon: …, "sat-sun": … }` in any spelling of the days. A schedule in a word is that of every day. */
function readWeekly(value: unknown): unknown {
  if (!isRecord(value)) return Object.fromEntries(WEEKDAYS.map((name) => [name, readDay(value)]));
  const days: Partial<Record<Weekday, unknown>> = {};
  for (const [name, hours] of Object.entries(value))
    for (const weekday of weekdaysIn(name) ?? []) days[weekday] = readDay(hours);
  return days;
}

const ownHours = renamed(
  { days: 'weekly', week: 'weekly' },
  z.looseObject({
    weekly: z.preprocess(readWeekly, weekly).optional(),
    holidays: labels.optional(),
  }),
);

const hoursData = z.looseObject({
  /** Its own schedule, whole; absent = the bot's. Without `weekly` only the days off are its own. */
  hours: ownHours.optional(),
  /** For its own schedule; absent = the bot's. */
  timeZone: z.string().optional(),
  /** Open, but not for longer than this: the customer is told. 0 or absent = not. */
  warnMinutes: numeral(z.number()).optional(),
  /** What is told; `{{closing}}` («{{закрытие}}») is when it closes. */
  warnText: z.string().optional(),
});
/** Minutes. */
export const LONGEST_WARNING = 120;
export type HoursData = z.infer<typeof hoursData>;

/** The schedule may stand in `hours`, in `schedule`, or beside: `weekly`, `holidays`. «bot» = the bot's own. */
export const hoursSchema = z.preprocess((value) => {
  if (!isRecord(value)) return value;
  const { hours, schedule, weekly: week, holidays, warnBeforeClosing, warnBefore, ...rest } = value;
  const given = hours ?? schedule;
  const own = isRecord(given) ? given : {};
  const isWeek = Object.keys(own).some((name) => weekdaysIn(name) !== null);
  const zone = own.timeZone;
  const whole = {
    ...(isWeek ? { weekly: own } : own),
    ...(week === undefined ? {} : { weekly: week }),
    ...(holidays === undefined ? {} : { holidays }),
  };
  return {
    ...(zone === undefined ? {} : { timeZone: zone }),
    ...(warnBeforeClosing === undefined && warnBefore === undefined
      ? {}
      : { warnMinutes: warnBeforeClosing ?? warnBefore }),
    ...rest,
    ...(Object.keys(whole).length === 0 ? {} : { hours: whole }),
  };
}, hoursData);
