import { closesAt, isOpenAt } from '../../model/hours.ts';
import { wallClock } from '../../model/timeZone.ts';
import type { NodeContext, NodeKind } from '../kind.ts';
import { hoursProblems } from './problems.ts';
import { scheduleOf, type Schedule } from './schedule.ts';
import { hoursSchema, LONGEST_WARNING, type HoursData } from './schema.ts';

const MINUTE = 60_000;
/** `{{closing}}` in either language; also `{time}` of older files, but not the variable `{{time}}`, which is the time of now. */
const CLOSING_TIME = /\{\{\s*(closing|закрытие)\s*\}\}|(?<!\{)\{time\}(?!\})/giu;

/** A text with the time of closing put in; a variable of the bot by that name goes first. */
function withClosing(text: string, clock: string, { facts }: Pick<NodeContext, 'facts'>): string {
  return text.replace(CLOSING_TIME, (whole, name: string | undefined) =>
    facts.variables.some(({ id }) => id === name) ? whole : clock,
  );
}

/** Who comes shortly before closing is told until when people answer. */
function warn(data: HoursData, { hours, timeZone }: Schedule, context: NodeContext): void {
  const minutes = Math.min(data.warnMinutes ?? 0, LONGEST_WARNING);
  const closes = minutes > 0 ? closesAt(hours, context.at, timeZone) : null;
  if (closes === null || closes - context.at > minutes * MINUTE) return;
  const clock = new Date(wallClock(closes, timeZone)).toISOString().slice(11, 16);
  const own = (data.warnText ?? '').trim();
  context.say(own === '' ? context.words.closingSoon(clock) : context.fill(withClosing(own, clock, context)).trim());
}

/** One way while people answer, another while they don't: by the clock at the moment the conversation comes here. */
export const hours: NodeKind<HoursData, 'hours'> = {
  kind: 'hours',
  family: 'logic',
  schema: hoursSchema,
  entry: false,
  exits: () => [
    { id: 'open', required: true, dashed: false },
    { id: 'closed', required: true, dashed: false },
  ],
  initial: () => ({}),
  enter(data, context) {
    const schedule = scheduleOf(data, context.facts);
    if (!isOpenAt(schedule.hours, context.at, schedule.timeZone)) return { do: 'leave', exit: 'closed' };
    warn(data, schedule, context);
    return { do: 'leave', exit: 'open' };
  },
  decides: 'time',
  texts: (data) => [(data.warnText ?? '').replace(CLOSING_TIME, '')],
  problems: hoursProblems,
};
