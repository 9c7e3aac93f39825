import { ordinalWord } from '../numberLexicon.ts';
import type { NumberToken } from '../numberWords.ts';
import { DAY_MARKERS, NEXT } from './dateWords.ts';

/** «он бесінші»: the fifteenth. */
const KAZAKH_TENS: Readonly<Record<string, number>> = { он: 10, жиырма: 20, отыз: 30 };

/** `marked`: it is said to be a day of a month, not just a number. */
export function dayOfMonth(
  tokens: readonly NumberToken[],
  at: number,
): { day: number; length: number; marked: boolean } | undefined {
  const token = tokens[at];
  if (token === undefined) return undefined;
  const next = wordAt(tokens, at + 1);
  if (token.digits !== undefined) {
    if (!Number.isInteger(token.digits) || token.digits < 1 || token.digits > 31) return undefined;
    const suffix =
      DAY_MARKERS.has(next) ||
      (/^(?:st|nd|rd|th|інде|ында|сында|[сш]?[ыі]|нан|нен|сынан|сінен|сына|сіне)$/u.test(next) &&
        tokens[at + 1]?.glued === true);
    const number = suffix && wordAt(tokens, at + 2) === 'числа' ? 1 : 0;
    const led = /^(?:d[ií]a|числа)$/u.test(wordAt(tokens, at - 1));
    return { day: token.digits, length: 1 + (suffix ? 1 + number : 0), marked: suffix || led };
  }
  const ten = /^(?:двадцать|twenty)$/u.test(token.word) ? 20 : /^(?:тридцать|thirty)$/u.test(token.word) ? 30 : 0;
  const kazakhTen = /нш[іы]$/u.test(next) ? KAZAKH_TENS[token.word] : undefined;
  if (kazakhTen !== undefined) return { day: kazakhTen + (ordinalWord(next) ?? 0), length: 2, marked: true };
  const unit = ten > 0 ? ordinalWord(next) : undefined;
  if (unit !== undefined && unit < 10)
    return { day: ten + unit, length: 2, marked: isDayForm(next) || /^(?:first|second|third)$/u.test(next) };
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

const MONTH_WORD = /^(?:месяц[ае]|month|айдың|mes)$/u;

/** «20 числа следующего месяца», "the first of next month", «в этом месяце 20 числа». */
export function monthBeside(
  tokens: readonly NumberToken[],
  at: number,
  end: number,
): { ahead: number; length: number } | null {
  const gap = wordAt(tokens, end) === 'of' || wordAt(tokens, end) === 'числа' ? 1 : 0;
  const behind = wordAt(tokens, end + gap);
  if (MONTH_WORD.test(wordAt(tokens, end + gap + 1)) && MONTH_SIDE.test(behind))
    return { ahead: NEXT.test(behind) ? 1 : 0, length: gap + 2 };
  const infront = wordAt(tokens, at - 2);
  if (MONTH_WORD.test(wordAt(tokens, at - 1)) && MONTH_SIDE.test(infront))
    return { ahead: NEXT.test(infront) ? 1 : 0, length: 0 };
  return null;
}

const MONTH_SIDE = /^(?:следующ\p{L}*|след|next|эт(?:ого|ом)|this|текущ\p{L}*|осы|келесі|este|pr[oó]ximo)$/u;

/** The word there; empty for a number and beyond the end. */
export function wordAt(tokens: readonly NumberToken[], at: number): string {
  const token = tokens[at];
  return token === undefined || token.digits !== undefined ? '' : token.word;
}
