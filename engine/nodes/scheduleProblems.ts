import { HOLIDAY, WEEKDAYS, type Weekday } from '../model/definitions.ts';
import type { LocalProblem } from './kind.ts';
import { clockOf } from './timeSpellings.ts';

const DAY = 1_440;
/** A shift over midnight is rarely longer; 18:00–09:00 is more likely 09:00–18:00 the wrong way round. */
const LONGEST_NIGHT = 720;

/** Hours as a file has them: a clock in them may be none. */
interface WrittenHours {
  readonly weekly?: Partial<Record<Weekday, readonly (readonly [string, string])[] | undefined>> | undefined;
  readonly holidays?: readonly string[] | undefined;
}

/** What is wrong with a schedule, the bot's or a block's own: spans that are none, the wrong way round or double, dates that are none. */
export function scheduleProblems({ weekly, holidays = [] }: WrittenHours): LocalProblem[] {
  const wrongDates = holidays.filter((holiday) => !isHoliday(holiday));
  return [
    ...WEEKDAYS.flatMap((day) => dayProblems(day, weekly?.[day] ?? [])),
    ...wrongDates.map((date) => ({ code: 'E-DATE', level: 'error', field: 'hours', facts: { date } }) as const),
  ];
}

function dayProblems(day: string, spans: readonly (readonly [string, string])[]): LocalProblem[] {
  const problems: LocalProblem[] = [];
  const read: [number, number][] = [];
  for (const [from, to] of spans) {
    const wrong = [from, to].find((clock) => clockOf(clock) === null);
    if (wrong !== undefined) {
      problems.push({ code: 'E-TIME', level: 'error', field: 'hours', facts: { time: wrong } });
      continue;
    }
    const [start, end] = [minutes(from), minutes(to)];
    const length = (end - start + DAY) % DAY;
    // 00:00–24:00 and 00:00–00:00 are the whole day.
    if (start >= DAY || (length === 0 && start !== 0))
      problems.push({ code: 'E-SPAN', level: 'error', field: 'hours', facts: { day, from, to } });
    else if (end <= start && length > LONGEST_NIGHT)
      problems.push({ code: 'W-NIGHT', level: 'warning', field: 'hours', facts: { day, from, to } });
    else read.push([start, end <= start ? end + DAY : end]);
  }
  const sorted = read.sort((a, b) => a[0] - b[0]);
  if (sorted.some(([start], at) => at > 0 && start < (sorted[at - 1]?.[1] ?? 0)))
    problems.push({ code: 'I-OVERLAP', level: 'tip', field: 'hours', facts: { day } });
  return problems;
}

/** A day of the calendar: 2027-02-30 is none. */
function isHoliday(text: string): boolean {
  return HOLIDAY.test(text) && text.split('..').every((day) => isDay(day.length === 5 ? `2028-${day}` : day));
}

function isDay(date: string): boolean {
  const at = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(date);
}

function minutes(clock: string): number {
  const [hour, minute] = clock.split(':');
  return Number(hour) * 60 + Number(minute);
}
