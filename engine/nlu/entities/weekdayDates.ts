import { ordinalWord } from '../numberLexicon.ts';
import type { NumberToken } from '../numberWords.ts';
import type { CivilDate } from './civilDate.ts';
import { dateOfDay, dayNumber, weekdayOf } from './civilDate.ts';
import type { DateHit } from './dateHit.ts';
import { dated } from './dateHit.ts';
import { BEFORE_LAST, LAST, monthOf, NEXT, THIS, weekdayNamed, WEEKEND } from './dateWords.ts';
import { wordAt } from './dayOfMonth.ts';

/** «первый понедельник апреля», "the last Friday of May" */
export function nthWeekday(tokens: readonly NumberToken[], at: number, today: CivilDate): DateHit | null | undefined {
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
export function weekInFront(tokens: readonly NumberToken[], at: number, today: CivilDate): DateHit | null | undefined {
  const lead = weekAfter(tokens, at);
  if (lead.length === 0) return undefined;
  const gap = /^(?:в|во|on)$/u.test(wordAt(tokens, at + lead.length)) ? 1 : 0;
  const weekday = weekdayNamed(wordAt(tokens, at + lead.length + gap));
  if (weekday === undefined) return undefined;
  const shift = NEXT.test(lead.which) ? 7 : LAST.test(lead.which) ? -7 : BEFORE_LAST.test(lead.which) ? -14 : 0;
  const monday = dayNumber(today) - weekdayOf(dayNumber(today)) + 1;
  return dated(dateOfDay(monday + weekday - 1 + shift), lead.length + gap + 1, 'weekday');
}

/** «Через неделю в пятницу» is the Friday of that week; null when no day of it is named. */
export function weekdayIn(tokens: readonly NumberToken[], at: number, next: number, week: CivilDate): DateHit | null {
  const gap = /^(?:в|во|on)$/u.test(wordAt(tokens, next)) ? 1 : 0;
  const weekday = weekdayNamed(wordAt(tokens, next + gap));
  if (weekday === undefined) return null;
  return dated(dateOfDay(onOrAfter(dayNumber(week), weekday)), next + gap + 1 - at, 'relative');
}

export function onOrAfter(day: number, weekday: number): number {
  return day + ((weekday - weekdayOf(day) + 7) % 7);
}

/** «в пятницу», «в эту среду», «в следующий вторник», «в среду на следующей неделе», «на выходных». */
export function weekdayOrWeekend(
  tokens: readonly NumberToken[],
  at: number,
  today: CivilDate,
): DateHit | null | undefined {
  const first = wordAt(tokens, at);
  const lead = [NEXT, THIS, LAST, BEFORE_LAST].some((which) => which.test(first)) ? 1 : 0;
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
  else if (says(BEFORE_LAST)) day = inThisWeek < now && !tail.which ? inThisWeek - 7 : inThisWeek - 14;
  const after = wordAt(tokens, at + lead + 1 + tail.length);
  // «через вторник» skips one.
  if (wordAt(tokens, at - 1) === 'через' && lead === 0 && !isWeekend) return dated(dateOfDay(day + 7), 1, 'weekday');
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
  return isWeek && [NEXT, THIS, LAST, BEFORE_LAST].some((one) => one.test(which))
    ? { which, length: gap + 2 }
    : { which: '', length: 0 };
}
