import type { NumberToken } from '../numberWords.ts';
import { readNumberRun } from '../numberWords.ts';
import type { CivilDate } from './civilDate.ts';
import { addMonths, dateOfDay, dayNumber, weekdayOf } from './civilDate.ts';
import type { DateHit } from './dateHit.ts';
import { dated } from './dateHit.ts';
import { AFTER_WORDS, dayOffsetOf, LATER_WORDS, THIS, TURNED_UNIT, unitOf, weekdayNamed } from './dateWords.ts';
import { wordAt } from './dayOfMonth.ts';
import { onOrAfter, weekdayIn } from './weekdayDates.ts';

const AGO = /^(?:назад|тому|ago|бұрын)$/u;

/** «через 3 дня», «через неделю», "in two weeks", «3 күннен кейін», "2 days from now". */
export function counted(
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

/** "two weeks on Friday", "a week tomorrow", "two weeks today": weeks after the day that follows. */
export function weeksFrom(
  tokens: readonly NumberToken[],
  at: number,
  today: CivilDate,
  language: string,
): DateHit | null | undefined {
  const count = readNumberRun(tokens, at, language);
  const article = count === null && wordAt(tokens, at) === 'a' ? 1 : 0;
  const unitAt = at + (count?.length ?? article);
  if (unitAt === at || !/^(?:weeks?|fortnight)$/u.test(wordAt(tokens, unitAt))) return undefined;
  const joined = /^(?:on|from|after)$/u.test(wordAt(tokens, unitAt + 1)) ? 1 : 0;
  const gap = joined + (THIS.test(wordAt(tokens, unitAt + 1 + joined)) ? 1 : 0);
  const word = wordAt(tokens, unitAt + 1 + gap);
  const weekday = weekdayNamed(word);
  const now = dayNumber(today);
  const from = weekday === undefined ? dayOffsetOf(word) : ((weekday - weekdayOf(now) + 6) % 7) + 1;
  if (from === undefined || !Number.isInteger(count?.value ?? 1)) return undefined;
  const days = (count?.value ?? 1) * (wordAt(tokens, unitAt) === 'fortnight' ? 14 : 7);
  return dated(dateOfDay(now + from + days), unitAt + 2 + gap - at, 'relative');
}

/** «дня через три», «через недели две». */
export function turned(
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

/** «в понедельник через неделю» */
export function weekdayThenWeeks(
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
