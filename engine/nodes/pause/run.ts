import type { LocalProblem, NodeContext, NodeKind, WaitTimer } from '../kind.ts';
import { clockOf } from '../timeSpellings.ts';
import { pauseSchema, type PauseData } from './schema.ts';
import { pauseWord } from './word.ts';

const MINUTE = 60_000;
const USUAL = 60;
const SHORTEST = 5;
const LONGEST = 43_200;
const LONGEST_TEXT = 300;

/** When it ends by itself; none without a term. */
function timersOf(data: PauseData, context: NodeContext): WaitTimer[] {
  const clock = clockOf(data.until);
  if (clock !== null)
    return [{ name: 'end', minutes: (context.nextTimeOfDay(clock, data.weekdays) - context.at) / MINUTE }];
  // A time that cannot be read is a mistake, not a wish for silence without end.
  const minutes = data.minutes ?? (data.until === undefined ? undefined : USUAL);
  return minutes === undefined ? [] : [{ name: 'end', minutes: Math.min(LONGEST, Math.max(0, minutes)) }];
}

/** «Pause the bot»: not a word from it, no hint and no reminder, until its time is over or the customer calls it. */
export const pause: NodeKind<PauseData, 'pause'> = {
  kind: 'pause',
  family: 'operator',
  schema: pauseSchema,
  entry: false,
  exits: () => [{ id: 'next', required: true, dashed: false }],
  initial: () => ({ minutes: USUAL }),
  enter(data, context) {
    const text = context.fill(data.text ?? '').trim();
    if (text !== '') context.say(text);
    const word = pauseWord(data, context.facts);
    return { do: 'pause', timers: timersOf(data, context), ...(word === '' ? {} : { word }) };
  },
  timer: (_data, _wait, name) => (name === 'end' ? { do: 'leave', exit: 'next' } : null),
  samples(data, _wait, facts) {
    const word = pauseWord(data, facts);
    return word === '' ? [] : [{ way: 'resumeWord', text: word }];
  },
  texts: (data) => [data.text ?? ''],
  problems(data, facts) {
    const problems: LocalProblem[] = [];
    if ((data.text ?? '').length > LONGEST_TEXT)
      problems.push({ code: 'W-LEN', level: 'warning', field: 'text', facts: { limit: LONGEST_TEXT } });
    if (data.until !== undefined) {
      if (clockOf(data.until) === null)
        problems.push({ code: 'E-TIME', level: 'error', field: 'until', facts: { time: data.until } });
    } else if (data.minutes === undefined) {
      if (pauseWord(data, facts) === '') problems.push({ code: 'W-FOREVER', level: 'warning', field: 'resumeWord' });
    } else if (data.minutes <= 0 || data.minutes > LONGEST)
      problems.push({ code: 'E-PAUSE', level: 'error', field: 'minutes' });
    else if (data.minutes < SHORTEST) problems.push({ code: 'W-SHORTPAUSE', level: 'warning', field: 'minutes' });
    return problems;
  },
};
