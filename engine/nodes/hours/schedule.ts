import { HOLIDAY, WEEKDAYS, type BotFacts, type Hours } from '../../model/definitions.ts';
import { knownTimeZone } from '../../model/timeZone.ts';
import { clockOf } from '../timeSpellings.ts';
import type { HoursData } from './schema.ts';

/** The schedule a node goes by, and its clocks. `hours` undefined = nobody has said when people answer. */
export interface Schedule {
  readonly hours: Hours | undefined;
  readonly timeZone: string;
}

/** Its own schedule or the bot's. Spans and days off that cannot be read are left out: a half-written one must run. */
export function scheduleOf(data: HoursData, facts: BotFacts): Schedule {
  const own = data.hours;
  const timeZone = knownTimeZone(data.timeZone) ?? facts.timeZone;
  if (own === undefined) return { hours: facts.hours, timeZone };
  const holidays = (own.holidays ?? []).filter((day) => HOLIDAY.test(day));
  const week = own.weekly;
  if (week === undefined)
    return { hours: facts.hours === undefined ? undefined : { ...facts.hours, holidays }, timeZone };
  const days = WEEKDAYS.map((day) => [day, (week[day] ?? []).filter((span) => span.every(isClock))] as const);
  return { hours: { weekly: Object.fromEntries(days), holidays }, timeZone };
}

const isClock = (text: string): boolean => clockOf(text) === text;
