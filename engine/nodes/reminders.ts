import { z } from 'zod';
import type { LocalProblem, NodeContext, WaitTimer } from './kind.ts';
import { textsSchema, withTexts } from './ownText.ts';
import { isRecord, numeral, renamed } from './spellings.ts';

const MOST = 3;
const SHORTEST_MINUTES = 5;
const LONGEST_MINUTES = 10_080;
/** A reminder this close to the end of the wait only hurries. */
const BEFORE_EXPIRY_MINUTES = 1;
/** Beyond this a date has no calendar. */
const FAR_MINUTES = 5_256_000;
const NAME = 'reminder-';

const minutes = numeral(z.number());
/** Without a text of its own a reminder asks the question again. */
const reminder = renamed(
  { afterMinutes: 'minutes', after: 'minutes', message: 'text' },
  withTexts(
    { text: 'texts' },
    z.looseObject({ minutes: minutes, text: z.string().optional(), texts: textsSchema.optional() }),
  ),
);
export type Reminder = z.infer<typeof reminder>;

/** What a node that waits does when nobody answers; not positive = not at all. */
export const patience = {
  timeoutMinutes: minutes.optional(),
  reminders: z
    .preprocess(
      (value) =>
        (Array.isArray(value) ? value : [value]).map((one: unknown) => (isRecord(one) ? one : { minutes: one })),
      z.array(reminder),
    )
    .optional(),
};

export interface Patience {
  readonly timeoutMinutes?: number | undefined;
  readonly reminders?: readonly Reminder[] | undefined;
}

export function expires({ timeoutMinutes = 0 }: Patience): boolean {
  return timeoutMinutes > 0;
}

/** The timers of a wait: the reminders, and the end of patience. */
export function waitTimers(data: Patience): WaitTimer[] {
  const timers = (data.reminders ?? [])
    .slice(0, MOST)
    .map((one, index) => ({ name: `${NAME}${String(index)}`, minutes: one.minutes }));
  if (expires(data)) timers.push({ name: 'expiry', minutes: data.timeoutMinutes ?? 0 });
  return timers
    .filter((timer) => timer.minutes > 0)
    .map((timer) => ({ ...timer, minutes: Math.min(timer.minutes, FAR_MINUTES) }));
}

/** Says the reminder whose timer fell due; `question` is asked again where it has no words of its own. */
export function remind(name: string, data: Patience, question: string, context: NodeContext): void {
  const due = name.startsWith(NAME) ? data.reminders?.[Number(name.slice(NAME.length))] : undefined;
  if (due === undefined) return;
  const own = context.fill(context.textFor(due.text, due.texts)).trim();
  context.say(own === '' ? question : own);
}

export function reminderTexts({ reminders = [] }: Patience): string[] {
  return reminders.flatMap(({ text, texts }) => [text ?? '', ...Object.values(texts ?? {})]);
}

export function patienceProblems(data: Patience): LocalProblem[] {
  const problems: LocalProblem[] = [];
  const { timeoutMinutes = 0, reminders = [] } = data;
  if (expires(data) && (timeoutMinutes < SHORTEST_MINUTES || timeoutMinutes > LONGEST_MINUTES))
    problems.push({ code: 'W-TIMEOUT', level: 'warning', field: 'timeoutMinutes' });
  if (reminders.length > MOST)
    problems.push({ code: 'W-REMMANY', level: 'warning', field: 'reminders', facts: { limit: MOST } });
  const late = reminders.find((one) => expires(data) && one.minutes > timeoutMinutes - BEFORE_EXPIRY_MINUTES);
  if (late !== undefined)
    problems.push({ code: 'W-REM', level: 'warning', field: 'reminders', facts: { minutes: late.minutes } });
  return problems;
}
