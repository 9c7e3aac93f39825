import { WEEKDAYS, type BotFacts } from '../../model/definitions.ts';
import { knownTimeZone } from '../../model/timeZone.ts';
import type { LocalProblem } from '../kind.ts';
import { scheduleProblems } from '../scheduleProblems.ts';
import { scheduleOf } from './schedule.ts';
import { LONGEST_WARNING, type HoursData } from './schema.ts';

export function hoursProblems(data: HoursData, facts: BotFacts): LocalProblem[] {
  const problems: LocalProblem[] = [];
  const { hours } = scheduleOf(data, facts);
  if (hours === undefined || WEEKDAYS.every((day) => (hours.weekly[day] ?? []).length === 0))
    problems.push({ code: 'E-NOHOURS', level: 'error', field: 'hours' });
  if (data.timeZone !== undefined && knownTimeZone(data.timeZone) === undefined)
    problems.push({ code: 'E-ZONE', level: 'error', field: 'timeZone', facts: { zone: data.timeZone, own: 1 } });
  problems.push(...scheduleProblems(data.hours ?? {}));
  const warn = data.warnMinutes ?? 0;
  if (warn < 0 || warn > LONGEST_WARNING)
    problems.push({ code: 'E-WARN', level: 'error', field: 'warnMinutes', facts: { limit: LONGEST_WARNING } });
  return problems;
}
