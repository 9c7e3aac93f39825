import { ordinalWord } from '../numberLexicon.ts';
import type { NumberToken } from '../numberWords.ts';
import { readNumberRun } from '../numberWords.ts';
import type { CivilDate } from './civilDate.ts';
import { addMonths, dateOfDay, dayNumber, isRealDate, weekdayOf } from './civilDate.ts';
import {
  AFTER_WORDS,
  DAY_MARKERS,
  dayOffsetOf,
  LAST,
  LATER_WORDS,
  monthOf,
  NEXT,
  THIS,
  unitOf,
  weekdayNamed,
  WEEKEND,
  YEAR_MARKERS,
} from './dateWords.ts';

/** `exact` names the day itself, `relative` counts from today, `weekday` is the weakest and yields to both. */
export interface DateHit {
  kind: 'exact' | 'relative' | 'weekday';
  date: CivilDate;
  length: number;
}

/** All dates named by words, for four languages at once; a date that cannot be (31 февраля) comes out as `null`. */
export function findDates(tokens: readonly NumberToken[], today: CivilDate, language: string): (DateHit | null)[] {
  const hits: (DateHit | null)[] = [];
  for (let at = 0; at < tokens.length;) {
    const hit = dateAt(tokens, at, today, language);
    // «не завтра, а послезавтра»: the day that is refused is not the one that is meant.
    if (hit !== undefined && !/^(?:не|not)$/u.test(wordAt(tokens, at - 1))) hits.push(hit);
    at += hit?.length ?? 1;
  }
  return hits;
}

function dateAt(
  tokens: readonly NumberToken[],
  at: number,
  today: CivilDate,
  language: string,
): DateHit | null | undefined {
  for (const find of [dayAndMonth, monthAndDay, counted, weekdayOrWeekend, offset, dayAlone]) {
    const hit = find(tokens, at, today, language);
    if (hit !== undefined) return hit;
  }
  return undefined;
}

/** «5 мая», «двадцать пятого декабря 1990 года», "5th of May". */
function dayAndMonth(tokens: readonly NumberToken[], at: number, today: CivilDate): DateHit | null | undefined {
  const day = dayOfMonth(tokens, at);
  if (day === undefined) return undefined;
  if (isOneOfTwo(tokens, at)) return null;
  const gap = /^(?:of|de|числа)$/u.test(wordAt(tokens, at + day.length)) ? 1 : 0;
  const month = monthOf(wordAt(tokens, at + day.length + gap));
  return month === undefined ? undefined : withYear(tokens, at, day.length + gap + 1, day.day, month, today);
}

/** "May 5th, 2026", «мая 5». */
function monthAndDay(tokens: readonly NumberToken[], at: number, today: CivilDate): DateHit | null | undefined {
  const month = monthOf(wordAt(tokens, at));
  const gap = wordAt(tokens, at + 1) === 'the' ? 1 : 0;
  const day = month === undefined ? undefined : dayOfMonth(tokens, at + 1 + gap);
  return month === undefined || day === undefined
    ? undefined
    : withYear(tokens, at, 1 + gap + day.length, day.day, month, today);
}

function withYear(
  tokens: readonly NumberToken[],
  at: number,
  length: number,
  day: number,
  month: number,
  today: CivilDate,
): DateHit | null {
  const gap = /^(?:of|de|del)$/u.test(wordAt(tokens, at + length)) ? 1 : 0;
  const digits = tokens[at + length + gap]?.digits;
  const marked = YEAR_MARKERS.has(wordAt(tokens, at + length + gap + 1));
  const named = digits !== undefined && (digits >= 1900 || (marked && digits < 100));
  if (!named) return dated(nextYearly(day, month, today), length);
  const year = digits < 100 ? fullYear(digits, today) : digits;
  return dated({ year, month, day }, length + gap + (marked ? 2 : 1));
}

/** «через 3 дня», «через неделю», "in two weeks", «3 күннен кейін», "2 days from now". */
function counted(
  tokens: readonly NumberToken[],
  at: number,
  today: CivilDate,
  language: string,
): DateHit | null | undefined {
  const leads = AFTER_WORDS.has(wordAt(tokens, at));
  const from = leads ? at + (wordAt(tokens, at + 1) === 'de' ? 2 : 1) : at;
  const article = /^(?:a|an|una?)$/u.test(wordAt(tokens, from)) ? 1 : 0;
  const count = article > 0 ? null : readNumberRun(tokens, from, language);
  const of = wordAt(tokens, from + (count?.length ?? article)) === 'of' ? 1 : 0;
  const unitAt = from + (count?.length ?? article) + of;
  const unit = unitOf(wordAt(tokens, unitAt));
  if (unit === undefined || (!leads && !LATER_WORDS.has(wordAt(tokens, unitAt + 1)))) return undefined;
  // «через день» skips one: it is the day after tomorrow.
  const skipsOne = count === null && article === 0 && 'days' in unit && unit.days === 1;
  const times = skipsOne ? 2 : (count?.value ?? 1);
  if (!Number.isInteger(times) || Math.abs(times) > 4000) return null;
  const date = 'days' in unit ? dateOfDay(dayNumber(today) + times * unit.days) : addMonths(today, times * unit.months);
  const fromNow = /^from (?:now|today)$/u.test(`${wordAt(tokens, unitAt + 1)} ${wordAt(tokens, unitAt + 2)}`) ? 2 : 0;
  const named = 'days' in unit && unit.days % 7 === 0 ? weekdayIn(tokens, at, unitAt + 1, date) : null;
  return named ?? dated(date, unitAt + 1 + fromNow - at, 'relative');
}

/** «Через неделю в пятницу» is the Friday of that week; null when no day of it is named. */
function weekdayIn(tokens: readonly NumberToken[], at: number, next: number, week: CivilDate): DateHit | null {
  const gap = /^(?:в|во|on)$/u.test(wordAt(tokens, next)) ? 1 : 0;
  const weekday = weekdayNamed(wordAt(tokens, next + gap));
  if (weekday === undefined) return null;
  const monday = dayNumber(week) - weekdayOf(dayNumber(week)) + 1;
  return dated(dateOfDay(monday + weekday - 1), next + gap + 1 - at, 'relative');
}

/** «в пятницу», «в эту среду», «в следующий вторник», «в среду на следующей неделе», «на выходных». */
function weekdayOrWeekend(tokens: readonly NumberToken[], at: number, today: CivilDate): DateHit | null | undefined {
  const first = wordAt(tokens, at);
  const lead = NEXT.test(first) || THIS.test(first) || LAST.test(first) ? 1 : 0;
  const word = wordAt(tokens, at + lead);
  const isWeekend = WEEKEND.has(word) || (word === 'fin' && wordAt(tokens, at + lead + 2) === 'semana');
  const weekday = isWeekend ? 6 : weekdayNamed(word);
  if (weekday === undefined) return undefined;
  const tail = weekAfter(tokens, at + lead + 1);
  const says = (pattern: RegExp): boolean => (lead === 1 && pattern.test(first)) || pattern.test(tail.which);
  const now = dayNumber(today);
  const monday = now - weekdayOf(now) + 1;
  const inThisWeek = monday + weekday - 1;
  const todayCounts = says(THIS) || isWeekend;
  let day = inThisWeek > now || (todayCounts && inThisWeek === now) ? inThisWeek : inThisWeek + 7;
  if (says(NEXT)) day = inThisWeek + 7;
  else if (says(LAST)) day = inThisWeek < now && !tail.which ? inThisWeek : inThisWeek - 7;
  return dated(dateOfDay(day), lead + 1 + tail.length, 'weekday');
}

function weekAfter(tokens: readonly NumberToken[], at: number): { which: string; length: number } {
  const gap = /^(?:на|of)$/u.test(wordAt(tokens, at)) ? 1 : 0;
  const which = wordAt(tokens, at + gap);
  const isWeek = /^(?:недел\p{L}+|week|аптада|semana)$/u.test(wordAt(tokens, at + gap + 1));
  return isWeek && (NEXT.test(which) || THIS.test(which) || LAST.test(which))
    ? { which, length: gap + 2 }
    : { which: '', length: 0 };
}

function offset(tokens: readonly NumberToken[], at: number, today: CivilDate): DateHit | null | undefined {
  const phrase = [0, 1, 2, 3].map((step) => wordAt(tokens, at + step));
  if (phrase.join(' ').startsWith('day after tomorrow')) return dated(dateOfDay(dayNumber(today) + 2), 3, 'relative');
  if (/^pasado mañana|^pasado manana/u.test(phrase.join(' ')))
    return dated(dateOfDay(dayNumber(today) + 2), 2, 'relative');
  // "por la mañana" is the morning, not tomorrow.
  if (/^ma[ñn]ana$/u.test(phrase[0] ?? '') && /^(?:la|esta)$/u.test(wordAt(tokens, at - 1))) return undefined;
  const days = dayOffsetOf(phrase[0] ?? '');
  return days === undefined ? undefined : dated(dateOfDay(dayNumber(today) + days), 1, 'relative');
}

/** «15го», «15 числа», «пятого», "the 15th": the nearest such day from today on. */
function dayAlone(tokens: readonly NumberToken[], at: number, today: CivilDate): DateHit | null | undefined {
  const day = dayOfMonth(tokens, at);
  if (!day?.marked) return undefined;
  for (let months = 0; months < 12; months += 1) {
    const date = { ...addMonths({ ...today, day: 1 }, months), day: day.day };
    if (isRealDate(date) && dayNumber(date) >= dayNumber(today)) return dated(date, day.length);
  }
  return null;
}

/** «5 или 6 мая», «с 5 по 10 мая», «5-10 мая»: the customer has not settled on a day. */
function isOneOfTwo(tokens: readonly NumberToken[], at: number): boolean {
  const before = tokens[at - 1];
  if (before?.digits !== undefined) return tokens[at]?.glued === true;
  const joined = /^(?:или|либо|по|до|и|or|to|till|and|o|y|al?|немесе)$/u.test(before?.word ?? '');
  return joined && dayOfMonth(tokens, at - 2) !== undefined;
}

/** `marked`: it is said to be a day of a month, not just a number. */
function dayOfMonth(
  tokens: readonly NumberToken[],
  at: number,
): { day: number; length: number; marked: boolean } | undefined {
  const token = tokens[at];
  if (token === undefined) return undefined;
  const next = wordAt(tokens, at + 1);
  if (token.digits !== undefined) {
    if (!Number.isInteger(token.digits) || token.digits < 1 || token.digits > 31) return undefined;
    const suffix =
      DAY_MARKERS.has(next) || (/^(?:st|nd|rd|th|інде|ында|сында)$/u.test(next) && tokens[at + 1]?.glued === true);
    const number = suffix && wordAt(tokens, at + 2) === 'числа' ? 1 : 0;
    return { day: token.digits, length: 1 + (suffix ? 1 + number : 0), marked: suffix };
  }
  const ten = /^(?:двадцать|twenty)$/u.test(token.word) ? 20 : /^(?:тридцать|thirty)$/u.test(token.word) ? 30 : 0;
  const unit = ten > 0 ? ordinalWord(next) : undefined;
  if (unit !== undefined && unit < 10) return { day: ten + unit, length: 2, marked: isDayForm(next) };
  const ordinal = ordinalWord(token.word);
  const tail = next === 'числа' || next === 'число' || next === 'числу' ? 1 : 0;
  return ordinal === undefined
    ? undefined
    : { day: ordinal, length: 1 + tail, marked: tail > 0 || isDayForm(token.word) };
}

/** «пятого», «пятое», «к пятому» name a day; «пятый», «пятую» count something else. */
function isDayForm(word: string): boolean {
  return /(?:ого|его|ьего|ое|ье|ому|ему|th|rd|nd|st)$/u.test(word) && !/^(?:first|second|third)$/u.test(word);
}

function nextYearly(day: number, month: number, today: CivilDate): CivilDate {
  for (let year = today.year; year < today.year + 8; year += 1) {
    const date = { year, month, day };
    if (isRealDate(date) && dayNumber(date) >= dayNumber(today)) return date;
  }
  return { year: today.year, month, day };
}

/** '26 → 2026, '85 → 1985: up to twenty years ahead, otherwise back. */
export function fullYear(short: number, today: CivilDate): number {
  const century = today.year - (today.year % 100);
  return century + short > today.year + 20 ? century + short - 100 : century + short;
}

/** A date without a year is the next one to come. */
export function yearless(day: number, month: number, today: CivilDate): CivilDate {
  return nextYearly(day, month, today);
}

function dated(date: CivilDate, length: number, kind: DateHit['kind'] = 'exact'): DateHit | null {
  return isRealDate(date) ? { kind, date, length } : null;
}

function wordAt(tokens: readonly NumberToken[], at: number): string {
  const token = tokens[at];
  return token === undefined || token.digits !== undefined ? '' : token.word;
}
