import type { AnswerKind, AnswerRead, AnswerRefusal, AnswerRules, AnswerValue, ReadEntity } from './answer.ts';
import { refuse } from './answer.ts';
import { readDate } from './date.ts';
import { readEmail } from './email.ts';
import { readFile } from './file.ts';
import { readListValue } from './listValue.ts';
import { readMoney } from './money.ts';
import { findName, readName } from './name.ts';
import { readNumber } from './number.ts';
import { findPattern, readPattern } from './pattern.ts';
import { withoutGaps, withoutOtherValues } from './otherValues.ts';
import { readPhone } from './phone.ts';
import { withoutRefused } from './refused.ts';
import { readText } from './text.ts';
import { readTime } from './time.ts';
import { readYesNo } from './yesNo.ts';

type TypedKind = Exclude<AnswerKind, 'text' | 'file' | 'pattern'>;

/** No value of a typed kind is found deeper in a message than this; phones, addresses and list values are told by their look, so deeper. */
const LONGEST_TYPED = 1000;
const LONGEST_LOOKED_AT = 4000;
const DEEP: ReadonlySet<AnswerKind> = new Set(['phone', 'email', 'entity']);

const typed: Readonly<Record<TypedKind, ReadEntity>> = {
  number: readNumber,
  money: readMoney,
  phone: readPhone,
  email: readEmail,
  date: readDate,
  time: readTime,
  yesno: readYesNo,
  name: readName,
  entity: readListValue,
};

/** What a customer may take back: «не завтра, а в пятницу». */
const RETRACTABLE: ReadonlySet<AnswerKind> = new Set(['number', 'money', 'date', 'time', 'entity']);

/** Reads a customer's reply as the kind of answer a question waits for. Never throws; the reason of a refusal picks the hint. */
export function readAnswer(kind: AnswerKind, text: string, rules: AnswerRules): AnswerRead {
  if (kind === 'file') return readFile(rules);
  const trimmed = text.trim();
  if (trimmed === '') return refuse('empty');
  if (kind === 'text') return readText(trimmed, rules);
  if (kind === 'pattern') return readPattern(trimmed, rules);
  const said = meant(kind, trimmed);
  if (isEither(kind, said, rules)) return refuse(NOT_FOUND[kind] ?? 'empty');
  if (said.trim() === '') return refuse(NOT_FOUND[kind] ?? 'empty');
  const read = typed[kind](said, rules);
  // «25 марта» and "at 5pm" count nothing.
  if (read.ok && (kind === 'number' || kind === 'money') && DATED.test(said) && isDateOrTime(kind, said, rules))
    return refuse(NOT_FOUND[kind] ?? 'empty');
  // «15 человек 12 апреля», «Анна, 8 916 123-45-67»: the date and the number belong to other questions.
  return read.ok || !UNREADABLE.has(read.reason) ? read : within(kind, said, rules, read);
}

/** Cheap to test; most answers have none of it. */
const DATED =
  /(?:январ|феврал|март|апрел|ма[яй](?!\p{L})|июн|июл|август|сентябр|октябр|ноябр|декабр|(?<!\p{L})(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|завтра|сегодня|понедельник|вторник|сред[уы]|четверг|пятниц|суббот|воскрес|tomorrow|today|\d\s?[ap]\.?m(?!\p{L})|o'clock|утра|вечера)/iu;

/** Nothing is left to count once dates and times are taken away. */
function isDateOrTime(kind: 'number' | 'money', text: string, rules: AnswerRules): boolean {
  const rest = withoutOtherValues(text, ['date', 'time'], rules, typed);
  return rest !== text && !typed[kind](rest, rules).ok;
}

/** Looks for such a value in a phrase that says more (`extract`): as above, but a pattern counts wherever it occurs. */
export function readWithin(kind: AnswerKind, text: string, rules: AnswerRules): AnswerRead {
  if (kind === 'pattern') return findPattern(text, rules);
  if (kind === 'file' || kind === 'text' || text.trim() === '') return readAnswer(kind, text, rules);
  const said = meant(kind, text.trim());
  if (isEither(kind, said, rules)) return refuse(NOT_FOUND[kind] ?? 'empty');
  return within(kind, said, rules, refuse('empty'));
}

/** A typed value in the whole text and nothing else, without a second look. */
export function readPlainly(kind: AnswerKind, text: string, rules: AnswerRules): AnswerRead {
  return kind === 'text' || kind === 'file' || kind === 'pattern' ? refuse('empty') : typed[kind](text.trim(), rules);
}

/** The text, letter for letter, in which `readPlainly` finds this value: with what hid it blanked out. Null = in none. */
export function comparable(
  kind: AnswerKind,
  text: string,
  rules: AnswerRules,
  value: AnswerValue,
  withinMore: boolean,
): string | null {
  if (kind === 'text' || kind === 'file' || kind === 'pattern') return null;
  const said = RETRACTABLE.has(kind) ? withoutRefused(text) : text;
  const finds = (candidate: string): boolean => {
    const read = readPlainly(kind, candidate, rules);
    return read.ok && read.value === value;
  };
  if (!withinMore && finds(said)) return said;
  for (const others of [OTHERS[kind] ?? [], ...(kind === 'number' ? [NOT_SUMS] : [])]) {
    const masked = withoutOtherValues(said, others, rules, typed);
    if (finds(masked)) return masked;
  }
  return finds(said) ? said : null;
}

const OR = /(?<![\p{L}\p{M}])(?:или|либо|or|немесе)(?![\p{L}\p{M}])/iu;

/** «завтра или в пятницу»: the customer has not settled on one, whichever of them is named more exactly. */
function isEither(kind: TypedKind, text: string, rules: AnswerRules): boolean {
  if ((kind !== 'date' && kind !== 'time') || !OR.test(text)) return false;
  const { min: _min, max: _max, ...plain } = rules;
  const found = text.split(OR).flatMap((part) => {
    const read = part.trim() === '' ? refuse('empty') : typed[kind](part.trim(), plain);
    return read.ok ? [read.value] : [];
  });
  return new Set(found).size > 1;
}

/** Refusals that mean «not found»; the others are about a value that was found. */
const UNREADABLE: ReadonlySet<AnswerRefusal> = new Set(['notNumber', 'notMoney', 'notDate', 'notTime', 'notName']);

function meant(kind: AnswerKind, text: string): string {
  const kept = text.slice(0, DEEP.has(kind) ? LONGEST_LOOKED_AT : LONGEST_TYPED);
  return RETRACTABLE.has(kind) ? withoutRefused(kept) : kept;
}

/** With what other kinds of value explain taken away first. */
function within(kind: TypedKind, text: string, rules: AnswerRules, otherwise: AnswerRead): AnswerRead {
  const reader = kind === 'name' ? findName : typed[kind];
  const others = OTHERS[kind];
  if (others === undefined) return reader(text, rules);
  const masked = withoutOtherValues(text, others, rules, typed);
  const rest = kind === 'name' ? withoutGaps(masked) : masked;
  if (rest.trim() === '')
    return otherwise.ok || otherwise.reason !== 'empty' ? otherwise : refuse(NOT_FOUND[kind] ?? 'empty');
  const read = reader(rest, rules);
  // «бюджет 5000 р» where a number is wanted: the sum is the only one there is.
  if (kind === 'number' && !read.ok && rest !== text) {
    const sums = withoutOtherValues(text, NOT_SUMS, rules, typed);
    const sum = reader(sums, rules);
    if (sum.ok) return sum;
  }
  return read;
}

/** In the order in which they are taken away: what is surest first. */
const OTHERS: Partial<Record<AnswerKind, readonly TypedKind[]>> = {
  number: ['email', 'phone', 'date', 'time', 'money'],
  money: ['email', 'phone', 'date', 'time'],
  date: ['email', 'phone', 'money'],
  time: ['email', 'phone', 'money'],
  name: ['email', 'phone', 'date', 'time', 'money'],
};
const NOT_SUMS: readonly TypedKind[] = ['email', 'phone', 'date', 'time'];
const NOT_FOUND: Partial<Record<AnswerKind, AnswerRefusal>> = {
  number: 'notNumber',
  money: 'notMoney',
  date: 'notDate',
  time: 'notTime',
  name: 'notName',
  entity: 'notInList',
};
