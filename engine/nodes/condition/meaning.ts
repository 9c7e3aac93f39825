import { foldText } from '../../expression/foldText.ts';
import { type BotFacts, WEEKDAYS, type Weekday } from '../../model/definitions.ts';
import type { Value } from '../../model/value.ts';

const DAYS: Readonly<Record<Weekday, readonly string[]>> = {
  mon: ['monday', 'пн', 'понедельник', '1'],
  tue: ['tuesday', 'вт', 'вторник', '2'],
  wed: ['wednesday', 'ср', 'среда', '3'],
  thu: ['thursday', 'чт', 'четверг', '4'],
  fri: ['friday', 'пт', 'пятница', '5'],
  sat: ['saturday', 'сб', 'суббота', '6'],
  sun: ['sunday', 'вс', 'воскресенье', '7', '0'],
};
const SPANS: Readonly<Record<string, readonly [number, number]>> = {
  weekdays: [0, 4],
  workdays: [0, 4],
  будни: [0, 4],
  weekend: [5, 6],
  выходные: [5, 6],
};
const RANGE = /^(\S+)\s*[-–—]\s*(\S+)$/u;

/** What a value means beside a variable: a status by its id is its name, a day of the week its short name («пн» is `mon`). */
export function meant(facts: BotFacts, variable: string, value: Value): Value {
  if (variable === 'lead.status') return each(value, (text) => [statusName(facts, text)]);
  if (variable === 'weekday') return each(value, (text) => weekdays(text) ?? [text]);
  return value;
}

/** The days a word names: «пн», `Monday`, «пн–пт», «будни»; null = none. */
export function weekdays(text: string): readonly string[] | null {
  const word = foldText(text);
  const one = dayOf(word);
  if (one >= 0) return WEEKDAYS.slice(one, one + 1);
  const [, from = '', to = ''] = RANGE.exec(word) ?? [];
  const span = Object.hasOwn(SPANS, word) ? SPANS[word] : ([dayOf(from), dayOf(to)] as const);
  if (span === undefined || span[0] < 0 || span[1] < 0) return null;
  const [first, last] = span;
  // «сб–пн» goes over the end of the week.
  return WEEKDAYS.filter((_, at) => (first <= last ? at >= first && at <= last : at >= first || at <= last));
}

export function statusOf(facts: BotFacts, text: string): { readonly id: string; readonly name: string } | undefined {
  const wanted = foldText(text);
  return (
    facts.statuses.find((status) => status.id === text.trim()) ??
    facts.statuses.find((status) => foldText(status.name) === wanted)
  );
}

function statusName(facts: BotFacts, text: string): string {
  return statusOf(facts, text)?.name ?? text;
}

function dayOf(word: string): number {
  return WEEKDAYS.findIndex((day) => day === word || DAYS[day].includes(word));
}

/** One text for one text, a list for anything more. */
function each(value: Value, read: (text: string) => readonly string[]): Value {
  if (typeof value === 'number') return each(String(value), read);
  if (typeof value !== 'string' && !Array.isArray(value)) return value;
  const found = [value].flat().flatMap(read);
  return found.length === 1 && typeof value === 'string' ? (found[0] ?? value) : found;
}
