import { ordinalWord } from '../numberLexicon.ts';
import type { NumberToken } from '../numberWords.ts';
import { readNumberRun } from '../numberWords.ts';
import type { CivilDate } from './civilDate.ts';
import { dayNumber, isRealDate } from './civilDate.ts';
import { wordAt } from './dayOfMonth.ts';
import { LAST, NEXT, THIS, YEAR_MARKERS } from './dateWords.ts';

/** «две тысячи двадцать седьмого года», "two thousand twenty seven". */
export function spelledYear(tokens: readonly NumberToken[], at: number): { value: number; length: number } | null {
  if (tokens[at] === undefined || tokens[at].digits !== undefined) return null;
  const run = readNumberRun(tokens, at, 'ru');
  if (run === null || run.value < 1000 || run.value > 2200) return null;
  const unit = run.value % 10 === 0 ? (ordinalWord(wordAt(tokens, at + run.length)) ?? 0) : 0;
  const named = YEAR_MARKERS.has(wordAt(tokens, at + run.length + (unit > 0 ? 1 : 0))) ? 1 : 0;
  return { value: run.value + unit, length: run.length + (unit > 0 ? 1 : 0) + named };
}

/** «20 апреля следующего года», "May 5 next year", "del próximo año". */
export function yearBeside(
  tokens: readonly NumberToken[],
  at: number,
  today: CivilDate,
): { year: number; length: number } | null {
  const from = /^(?:of|de|del)$/u.test(wordAt(tokens, at)) ? at + 1 : at;
  const which = wordAt(tokens, from);
  if (!/^(?:года|году|год|year|a[ñn]o|жыл\p{L}*)$/u.test(wordAt(tokens, from + 1))) return null;
  const shift =
    NEXT.test(which) || which === 'будущего'
      ? 1
      : LAST.test(which)
        ? -1
        : THIS.test(which) || which === 'текущего'
          ? 0
          : null;
  return shift === null ? null : { year: today.year + shift, length: from + 2 - at };
}

/** A date without a year is the next one to come. */
export function yearless(day: number, month: number, today: CivilDate): CivilDate {
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
