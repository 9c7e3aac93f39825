import { ordinalWord } from '../numberLexicon.ts';
import type { NumberToken } from '../numberWords.ts';
import { readNumberRun } from '../numberWords.ts';
import type { CivilDate } from './civilDate.ts';
import { addMonths, dateOfDay, dayNumber, isRealDate, weekdayOf } from './civilDate.ts';
import {
  AFTER_WORDS,
  dayOffsetOf,
  LAST,
  LATER_WORDS,
  monthOf,
  NEXT,
  THIS,
  TURNED_UNIT,
  unitOf,
  weekdayNamed,
  WEEKEND,
  YEAR_MARKERS,
} from './dateWords.ts';
import { dayOfMonth, monthBeside, wordAt } from './dayOfMonth.ts';
import { feastAt, periodEndAt } from './namedDates.ts';
import { fullYear, spelledYear, yearless } from './yearless.ts';

/** `exact` names the day itself, `relative` counts from today, `weekday` yields to both, and a whole `weekend` to a day of it. */
export interface DateHit {
  kind: 'exact' | 'relative' | 'weekday' | 'weekend';
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
  for (const find of [
    named,
    dayAndMonth,
    monthAndDay,
    turned,
    counted,
    nthWeekday,
    weekInFront,
    weekdayThenWeeks,
    weekdayOrWeekend,
    offset,
    dayAlone,
  ]) {
    const hit = find(tokens, at, today, language);
    if (hit !== undefined)
      return hit === null ? null : { ...hit, date: before(hit.date, daysBefore(tokens, at, language)) };
  }
  return undefined;
}

function before(date: CivilDate, days: number): CivilDate {
  return days === 0 ? date : dateOfDay(dayNumber(date) - days);
}

/** «накануне 8 марта», «за 3 дня до 8 марта». */
function daysBefore(tokens: readonly NumberToken[], at: number, language: string): number {
  if (/^(?:накануне|канун)$/u.test(wordAt(tokens, at - 1))) return 1;
  if (!/^(?:до|before)$/u.test(wordAt(tokens, at - 1))) return 0;
  for (const length of [1, 2, 3]) {
    const unitAt = at - 2;
    const unit = unitOf(wordAt(tokens, unitAt));
    if (unit === undefined || !('days' in unit)) return 0;
    const from = unitAt - length + 1;
    if (!/^(?:за|the|a)$/u.test(wordAt(tokens, from - 1))) continue;
    if (length === 1) return unit.days;
    const count = readNumberRun(tokens, from, language);
    if (count !== null && from + count.length === unitAt && Number.isInteger(count.value))
      return count.value * unit.days;
  }
  return 0;
}

/** «на новый год», «до конца месяца». */
function named(tokens: readonly NumberToken[], at: number, today: CivilDate): DateHit | null | undefined {
  const found = feastAt(tokens, at, today) ?? periodEndAt(tokens, at, today);
  return found === null ? undefined : dated(found.date, found.length, 'relative');
}

/** «5 мая», «двадцать пятого декабря 1990 года», "5th of May". */
function dayAndMonth(tokens: readonly NumberToken[], at: number, today: CivilDate): DateHit | null | undefined {
  const day = dayOfMonth(tokens, at);
  if (day === undefined) return undefined;
  const gap = /^(?:of|de|числа)$/u.test(wordAt(tokens, at + day.length)) ? 1 : 0;
  const month = monthOf(wordAt(tokens, at + day.length + gap));
  if (month === undefined) return undefined;
  return isOneOfTwo(tokens, at) ? null : withYear(tokens, at, day.length + gap + 1, day.day, month, today);
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
  const spelled = spelledYear(tokens, at + length + gap);
  if (spelled !== null) return dated({ year: spelled.value, month, day }, length + gap + spelled.length);
  const digits = tokens[at + length + gap]?.digits;
  const marked = YEAR_MARKERS.has(wordAt(tokens, at + length + gap + 1));
  const named = digits !== undefined && (digits >= 1900 || (marked && digits < 100));
  if (!named) return dated(yearless(day, month, today), length);
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
  const count = readNumberRun(tokens, from, language);
  const article = count === null && /^(?:a|an)$/u.test(wordAt(tokens, from)) ? 1 : 0;
  const of = wordAt(tokens, from + (count?.length ?? article)) === 'of' ? 1 : 0;
  const unitAt = from + (count?.length ?? article) + of;
  const unit = unitOf(wordAt(tokens, unitAt));
  const ago = AGO.test(wordAt(tokens, unitAt + 1)) || wordAt(tokens, at) === 'hace';
  if (unit === undefined || (!leads && !ago && !LATER_WORDS.has(wordAt(tokens, unitAt + 1)))) return undefined;
  // «через неделю-другую», «через два дня после праздника» name no day.
  const next = tokens[unitAt + 1];
  if (
    (next?.word ?? '').startsWith('друг') ||
    next?.word === 'после' ||
    (next?.glued === true && readNumberRun(tokens, unitAt + 1, language) !== null)
  )
    return null;
  // «через месяц и неделю»: a sum of two is asked for again
  if (
    /^(?:и|and|y)$/u.test(next?.word ?? '') &&
    unitOf(wordAt(tokens, unitAt + 2 + (readNumberRun(tokens, unitAt + 2, language)?.length ?? 0))) !== undefined
  )
    return null;
  // «через день» skips one: it is the day after tomorrow.
  const skipsOne =
    !ago &&
    count === null &&
    article === 0 &&
    'days' in unit &&
    unit.days === 1 &&
    !wordAt(tokens, unitAt).startsWith('сут');
  const times = ago ? -(count?.value ?? 1) : skipsOne ? 2 : (count?.value ?? 1);
  if (!Number.isInteger(times) || Math.abs(times) > 4000) return null;
  const date = 'days' in unit ? dateOfDay(dayNumber(today) + times * unit.days) : addMonths(today, times * unit.months);
  const weekdayAt = /^(?:from|on|after)$/u.test(wordAt(tokens, unitAt + 1))
    ? weekdayNamed(wordAt(tokens, unitAt + 2))
    : undefined;
  if (weekdayAt !== undefined && 'days' in unit) {
    // "a week from Friday"
    const now = dayNumber(today);
    const upcoming = now + ((weekdayAt - weekdayOf(now) + 6) % 7) + 1;
    return dated(dateOfDay(upcoming + times * unit.days), unitAt + 3 - at, 'relative');
  }
  const fromNow = ago
    ? wordAt(tokens, at) === 'hace'
      ? 0
      : 1
    : /^from (?:now|today)$/u.test(`${wordAt(tokens, unitAt + 1)} ${wordAt(tokens, unitAt + 2)}`)
      ? 2
      : 0;
  const named = 'days' in unit && unit.days % 7 === 0 ? weekdayIn(tokens, at, unitAt + 1, date) : null;
  return named ?? dated(date, unitAt + 1 + fromNow - at, 'relative');
}

/** «дня через три», «через недели две». */
function turned(
  tokens: readonly NumberToken[],
  at: number,
  today: CivilDate,
  language: string,
): DateHit | null | undefined {
  const unitAt = at + (AFTER_WORDS.has(wordAt(tokens, at)) ? 1 : 0);
  const countAt = unitAt + (unitAt === at ? 2 : 1);
  const unit = TURNED_UNIT.test(wordAt(tokens, unitAt)) ? unitOf(wordAt(tokens, unitAt)) : undefined;
  if (unit === undefined || (unitAt === at && wordAt(tokens, at + 1) !== 'через')) return undefined;
  const count = readNumberRun(tokens, countAt, language);
  if (count === null) return undefined;
  if (!Number.isInteger(count.value) || count.value > 4000) return null;
  const date =
    'days' in unit
      ? dateOfDay(dayNumber(today) + count.value * unit.days)
      : addMonths(today, count.value * unit.months);
  return dated(date, countAt + count.length - at, 'relative');
}

/** «первый понедельник апреля», "the last Friday of May" */
function nthWeekday(tokens: readonly NumberToken[], at: number, today: CivilDate): DateHit | null | undefined {
  const isLast = /^(?:последн\p{L}+|last)$/u.test(wordAt(tokens, at));
  const nth = isLast ? 5 : ordinalWord(wordAt(tokens, at));
  const weekday = nth === undefined || nth > 5 ? undefined : weekdayNamed(wordAt(tokens, at + 1));
  if (nth === undefined || weekday === undefined) return undefined;
  const gap = /^(?:of|in|в|de)$/u.test(wordAt(tokens, at + 2)) ? 1 : 0;
  const month = monthOf(wordAt(tokens, at + 2 + gap));
  if (month === undefined) return undefined;
  for (const year of [today.year, today.year + 1]) {
    const first = onOrAfter(dayNumber({ year, month, day: 1 }), weekday);
    const days = [0, 7, 14, 21, 28].map((ahead) => dateOfDay(first + ahead)).filter((date) => date.month === month);
    const date = isLast ? days.at(-1) : days[nth - 1];
    if (date !== undefined && dayNumber(date) >= dayNumber(today)) return dated(date, 3 + gap);
  }
  return null;
}

/** «на следующей неделе в пятницу», "next week on Friday". */
function weekInFront(tokens: readonly NumberToken[], at: number, today: CivilDate): DateHit | null | undefined {
  const lead = weekAfter(tokens, at);
  if (lead.length === 0) return undefined;
  const gap = /^(?:в|во|on)$/u.test(wordAt(tokens, at + lead.length)) ? 1 : 0;
  const weekday = weekdayNamed(wordAt(tokens, at + lead.length + gap));
  if (weekday === undefined) return undefined;
  const shift = NEXT.test(lead.which) ? 7 : LAST.test(lead.which) ? -7 : 0;
  const monday = dayNumber(today) - weekdayOf(dayNumber(today)) + 1;
  return dated(dateOfDay(monday + weekday - 1 + shift), lead.length + gap + 1, 'weekday');
}

/** «Через неделю в пятницу» is the Friday of that week; null when no day of it is named. */
function weekdayIn(tokens: readonly NumberToken[], at: number, next: number, week: CivilDate): DateHit | null {
  const gap = /^(?:в|во|on)$/u.test(wordAt(tokens, next)) ? 1 : 0;
  const weekday = weekdayNamed(wordAt(tokens, next + gap));
  if (weekday === undefined) return null;
  return dated(dateOfDay(onOrAfter(dayNumber(week), weekday)), next + gap + 1 - at, 'relative');
}

/** «в понедельник через неделю» */
function weekdayThenWeeks(
  tokens: readonly NumberToken[],
  at: number,
  today: CivilDate,
  language: string,
): DateHit | null | undefined {
  const weekday = weekdayNamed(wordAt(tokens, at));
  if (weekday === undefined || !AFTER_WORDS.has(wordAt(tokens, at + 1))) return undefined;
  const weeks = counted(tokens, at + 1, today, language);
  if (weeks === undefined || weeks === null) return undefined;
  const ahead = dayNumber(weeks.date) - dayNumber(today);
  if (ahead <= 0 || ahead % 7 !== 0) return undefined;
  return dated(dateOfDay(onOrAfter(dayNumber(weeks.date), weekday)), weeks.length + 1, 'relative');
}

function onOrAfter(day: number, weekday: number): number {
  return day + ((weekday - weekdayOf(day) + 7) % 7);
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
  const after = wordAt(tokens, at + lead + 1 + tail.length);
  // "Friday week" is the one after the coming Friday.
  if (after === 'week' && tail.length === 0) return dated(dateOfDay(day + 7), lead + 2, 'weekday');
  if (after === 'after' && wordAt(tokens, at + lead + 2 + tail.length) === 'next')
    return dated(dateOfDay(inThisWeek + 14), lead + 3, isWeekend ? 'weekend' : 'weekday');
  return dated(dateOfDay(day), lead + 1 + tail.length, isWeekend ? 'weekend' : 'weekday');
}

function weekAfter(tokens: readonly NumberToken[], at: number): { which: string; length: number } {
  const gap = /^(?:на|of)$/u.test(wordAt(tokens, at)) ? 1 : 0;
  const which = wordAt(tokens, at + gap);
  const after = wordAt(tokens, at + gap + 1);
  const isWeek = /^(?:недел\p{L}+|week|аптада|semana)$/u.test(after);
  // «в четверг на следующей»: the week goes without saying.
  if (
    !isWeek &&
    /^(?:следующей|след|этой|той)$/u.test(which) &&
    gap === 1 &&
    weekdayNamed(after) === undefined &&
    monthOf(after) === undefined
  )
    return { which, length: gap + 1 };
  return isWeek && (NEXT.test(which) || THIS.test(which) || LAST.test(which))
    ? { which, length: gap + 2 }
    : { which: '', length: 0 };
}

const AGO = /^(?:назад|тому|ago|бұрын)$/u;
const SEVERAL_WORDS: readonly (readonly [words: RegExp, days: number, length: number])[] = [
  [/^day after (?:tom\p{L}+|tmrw)/u, 2, 3],
  [/^day before yest\p{L}+/u, -2, 3],
  [/^pasado ma[ñn]ana/u, 2, 2],
  [/^antes de ayer/u, -2, 3],
  [/^после завтр\p{L}/u, 2, 2],
  [/^после после завтра/u, 3, 3],
  [/^поза вчера/u, -2, 2],
  [/^after tomorrow/u, 2, 2],
  [/^last night/u, -1, 2],
  [/^этой ночью/u, 0, 2],
  [/^арғы күн\p{L}*/u, 2, 2],
  [/^алдыңғы күн\p{L}*/u, -2, 2],
];

function offset(tokens: readonly NumberToken[], at: number, today: CivilDate): DateHit | null | undefined {
  const phrase = [0, 1, 2, 3].map((step) => wordAt(tokens, at + step));
  const several = SEVERAL_WORDS.find(([words]) => words.test(phrase.join(' ')));
  if (several !== undefined) return dated(dateOfDay(dayNumber(today) + several[1]), several[2], 'relative');
  // "por la mañana" is the morning, not tomorrow.
  if (/^ma[ñn]ana$/u.test(phrase[0] ?? '') && /^(?:la|esta)$/u.test(wordAt(tokens, at - 1))) return undefined;
  const days = dayOffsetOf(phrase[0] ?? '');
  return days === undefined ? undefined : dated(dateOfDay(dayNumber(today) + days), 1, 'relative');
}

/** «15го», «15 числа», «пятого», "the 15th": the nearest such day from today on. */
function dayAlone(tokens: readonly NumberToken[], at: number, today: CivilDate): DateHit | null | undefined {
  const day = dayOfMonth(tokens, at);
  if (day === undefined) return undefined;
  const month = monthBeside(tokens, at, at + day.length);
  if (month !== null)
    return dated({ ...addMonths({ ...today, day: 1 }, month.ahead), day: day.day }, day.length + month.length);
  if (!day.marked) return undefined;
  if (isOneOfTwo(tokens, at)) return null;
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

function dated(date: CivilDate, length: number, kind: DateHit['kind'] = 'exact'): DateHit | null {
  return isRealDate(date) ? { kind, date, length } : null;
}
