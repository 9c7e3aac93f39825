import { WEEKDAYS, type BotFacts } from '../../model/definitions.ts';
import type { LocalProblem } from '../kind.ts';
import { clockOf } from '../timeSpellings.ts';
import { LONGEST_WAIT, replyOf, SHORTEST_WAIT } from './due.ts';
import type { WaitData } from './schema.ts';

const DAY = 1_440;
/** Rounding of «a second in minutes» must not make it less than a second. */
const SLACK = 1e-9;
/** More is no word in passing. */
export const LONGEST_REPLY = 300;

export function waitProblems(data: WaitData, facts: BotFacts): LocalProblem[] {
  return [...termProblems(data, facts), ...replyProblems(replyOf(data))];
}

function replyProblems(reply: string | null): LocalProblem[] {
  if (reply?.trim() === '') return [{ code: 'E-EMPTY', level: 'error', field: 'reply' }];
  const isLong = reply !== null && reply.length > LONGEST_REPLY;
  return isLong ? [{ code: 'W-LEN', level: 'warning', field: 'reply', facts: { limit: LONGEST_REPLY } }] : [];
}

function termProblems(data: WaitData, facts: BotFacts): LocalProblem[] {
  if (data.openingHours === true) return openingProblems(facts);
  if (data.until !== undefined) return untilProblems(data, data.until);
  const { minutes } = data;
  if (minutes === undefined) return [{ code: 'E-WAIT', level: 'error', field: 'minutes' }];
  if (minutes < SHORTEST_WAIT - SLACK || minutes > LONGEST_WAIT)
    return [{ code: 'E-WAIT', level: 'error', field: 'minutes', facts: { minutes } }];
  return minutes > DAY ? [{ code: 'W-24H', level: 'warning', field: 'minutes' }] : [];
}

function openingProblems({ hours }: BotFacts): LocalProblem[] {
  if (hours === undefined || WEEKDAYS.every((day) => (hours.weekly[day] ?? []).length === 0))
    return [{ code: 'E-NOHOURS', level: 'error', field: 'openingHours' }];
  // Over a day off more than 24 hours go by from closing to opening.
  const hasDayOff = WEEKDAYS.some((day) => (hours.weekly[day] ?? []).length === 0);
  return hasDayOff ? [{ code: 'W-24H', level: 'warning', field: 'openingHours' }] : [];
}

function untilProblems({ weekdays = [] }: WaitData, until: string): LocalProblem[] {
  if (clockOf(until) === null) return [{ code: 'E-TIME', level: 'error', field: 'until', facts: { time: until } }];
  const isEveryDay = weekdays.length === 0 || weekdays.length === WEEKDAYS.length;
  return [
    ...(isEveryDay ? [] : [{ code: 'W-24H', level: 'warning', field: 'until' } as const]),
    { code: 'I-AWAKE', level: 'tip', field: 'until', facts: { time: clockOf(until) ?? '' } },
  ];
}
