import { ordinalWord } from '../numberLexicon.ts';
import type { NumberToken } from '../numberWords.ts';
import { readNumberRun } from '../numberWords.ts';
import type { CivilDate } from './civilDate.ts';
import { addMonths, dateOfDay, dayNumber, isRealDate, weekdayOf } from './civilDate.ts';
import { counted, turned, weekdayThenWeeks, weeksFrom } from './countedDates.ts';
import type { DateHit } from './dateHit.ts';
import { dated } from './dateHit.ts';
import { dayOffsetOf, monthOf, unitOf, weekdayNamed, YEAR_MARKERS } from './dateWords.ts';
import { dayOfMonth, monthBeside, wordAt } from './dayOfMonth.ts';
import { feastAt, periodEndAt } from './namedDates.ts';
import { nthWeekday, weekdayOrWeekend, weekInFront } from './weekdayDates.ts';
import { fullYear, spelledYear, yearBeside, yearless } from './yearless.ts';

/** «Не завтра», «каждый вторник», "every Friday" name no day. */
const NO_DAY_AFTER = /^(?:не|not|кажд\p{L}+|every|each|any|cada|todos|любо[йюе]\p{L}*|всяк\p{L}+)$/u;

/** "Every other Friday", «каждый второй вторник» too. */
function isNoDay(tokens: readonly NumberToken[], at: number): boolean {
  const before = wordAt(tokens, at - 1);
  return NO_DAY_AFTER.test(/^(?:other|second|втор\p{L}+)$/u.test(before) ? wordAt(tokens, at - 2) : before);
}

/** All dates named by words, for four languages at once; a date that cannot be (31 февраля) comes out as `null`. */
export function findDates(tokens: readonly NumberToken[], today: CivilDate, language: string): (DateHit | null)[] {
  const hits: (DateHit | null)[] = [];
  for (let at = 0; at < tokens.length;) {
    const hit = dateAt(tokens, at, today, language);
    // «не завтра, а послезавтра»: the day that is refused is not the one that is meant.
    if (hit !== undefined && !isNoDay(tokens, at)) hits.push(hit);
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
    weeksFrom,
    counted,
    nthWeekday,
    weekdayAndNumber,
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
  const month = monthOf(wordAt(tokens, at + day.length + gap)) ?? countedMonth(tokens, at + day.length, day.marked);
  if (month === undefined) return undefined;
  return isOneOfTwo(tokens, at) ? null : withYear(tokens, at, day.length + gap + 1, day.day, month, today);
}

/** «пятнадцатого пятого»: the month by its number, behind a day. */
function countedMonth(tokens: readonly NumberToken[], at: number, behindDay: boolean): number | undefined {
  const word = wordAt(tokens, at);
  const month = behindDay && /ого$|его$/u.test(word) ? ordinalWord(word) : undefined;
  return month !== undefined && month <= 12 ? month : undefined;
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
  const relative = yearBeside(tokens, at + length + gap, today);
  if (relative !== null) return dated({ year: relative.year, month, day }, length + gap + relative.length);
  const named = digits !== undefined && (digits >= 1900 || (marked && digits < 100));
  if (!named) return dated(yearless(day, month, today), length);
  const year = digits < 100 ? fullYear(digits, today) : digits;
  return dated({ year, month, day }, length + gap + (marked ? 2 : 1));
}

const SEVERAL_WORDS: readonly (readonly [words: RegExp, days: number, length: number])[] = [
  [/^day after (?:tom\p{L}+|tmrw)/u, 2, 3],
  [/^day before yest\p{L}+/u, -2, 3],
  [/^pasado ma[ñn]ana/u, 2, 2],
  [/^antes de ayer/u, -2, 3],
  [/^после завтр\p{L}/u, 2, 2],
  [/^после после завтра/u, 3, 3],
  [/^поза вчера/u, -2, 2],
  [/^after tomorrow/u, 2, 2],
  [/^треть[её]го дня/u, -2, 2],
  [/^следующий день/u, 1, 2],
  [/^(?:next|following) day/u, 1, 2],
  [/^same (?:day|time) next week/u, 7, 4],
  [/^last night/u, -1, 2],
  [/^(?:этой ночью|этим (?:вечером|утром))/u, 0, 2],
  [/^this (?:morning|afternoon|evening)/u, 0, 2],
  [/^esta (?:ma[ñn]ana|tarde|noche)/u, 0, 2],
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

const AFTER_BARE_DAY = /^(?:в|во|к|на|at|по|до|после|с|утром|вечером|днем|можно|если|и|please|пожалуйста)$/u;

/** «понедельник 23», «14, суббота»: a bare number is the day when that day falls on the weekday beside it. */
function weekdayAndNumber(tokens: readonly NumberToken[], at: number, today: CivilDate): DateHit | null | undefined {
  const numberFirst = tokens[at]?.digits !== undefined;
  const weekday = weekdayNamed(wordAt(tokens, numberFirst ? at + 1 : at));
  const day = tokens[numberFirst ? at : at + 1]?.digits;
  const next = tokens[at + 2];
  if (weekday === undefined || day === undefined || day < 1 || day > 31) return undefined;
  if (next !== undefined && !AFTER_BARE_DAY.test(next.word)) return undefined;
  for (let months = 0; months < 2; months += 1) {
    const date = { ...addMonths({ ...today, day: 1 }, months), day };
    if (isRealDate(date) && dayNumber(date) >= dayNumber(today) && weekdayOf(dayNumber(date)) === weekday)
      return dated(date, 2);
  }
  return undefined;
}

/** «15го», «15 числа», «пятого», "the 15th": the nearest such day from today on. */
function dayAlone(tokens: readonly NumberToken[], at: number, today: CivilDate): DateHit | null | undefined {
  const day = dayOfMonth(tokens, at);
  if (day === undefined) return undefined;
  const month = monthBeside(tokens, at, at + day.length);
  if (month !== null)
    return dated({ ...addMonths({ ...today, day: 1 }, month.ahead), day: day.day }, day.length + month.length);
  // «в пол-одиннадцатого», «20 минут шестого» are hours.
  if (!day.marked || /^(?:пол|половин[аеу]|четверть|минут[аы]?)$/u.test(wordAt(tokens, at - 1))) return undefined;
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
