import type { NumberToken } from '../numberWords.ts';
import { readNumberRun } from '../numberWords.ts';
import { foldDigits } from '../plainWords.ts';
import type { AnswerRead, AnswerRules } from './answer.ts';
import { accept, languageBase, refuse } from './answer.ts';
import { isOneOfOrdinal, ordinalAnswer, ordinalBehind, ordinalOfOne } from './ordinalNumber.ts';

/** Digits in groups of three, or plain, with an optional fraction; or a word. */
const TOKEN = /-?\d{1,3}(?:[ '\u00A0\u202F]\d{3})+(?:[.,]\d+)?(?!\d)|-?\d+(?:[.,]\d+)*|[\p{L}\p{M}]+(?:'\p{L}+)?/gu;
/** 18:30, 1/2, 01.02.2026: written in digits, yet not one number. */
const NOT_ONE_NUMBER = /\d\s*[:/\\]\s*\d|\d\.\d+\.\d{4}|\+\s?\d{1,3}[\s(-]*\d{3}|\d-\d|\d\p{L}+\d/u;

/** The one number in the text, in digits or words; two different ones («5 или 6») are none. */
export function readNumber(text: string, rules: AnswerRules): AnswerRead {
  const value = findNumber(text, rules.language);
  if (value === null) return refuse('notNumber');
  if (rules.min !== undefined && value < rules.min) return refuse('tooSmall');
  if (rules.max !== undefined && value > rules.max) return refuse('tooBig');
  return accept(value, showNumber(value, rules.language));
}

/** «Можно пару слов», «одну секунду», "one moment" count nothing. */
const MANNER_OF_SPEAKING =
  /^(?:слов\p{L}*|словечк\p{L}*|вопрос\p{L}*|секунд\p{L}*|сек|секундочк\p{L}*|минутк\p{L}*|минуточк\p{L}*|момент\p{L}*|words?|questions?|secs?|seconds?|moment|sec)$/u;
const FEW = 3;

const PHONE_LABEL = /(?<!\p{L})(?:тел|моб|whats|ватсап|вотсап|звон|phone|tel|call|cell)/u;
const SHORTEST_PHONE = 1e9;
/** «1/2», «2 ½ кг»: a fraction by itself or of a measure; elsewhere it is rather a date. */
const FRACTION =
  /(?<![\d/.,]\s?)(?:(\d{1,3})\s)?([1-9])\s?[/\u2044]\s?([2-9]|10)(?=\s*$|\s?(?:к?г|кило|литр|л|стакан|чашк|порци|торт|пицц|пачк|метр|м|час|kg|lbs?|cups?|pizza|cake|hour|mile)\p{L}*(?!\p{L}))(?![\d/])/u;

function withFraction(folded: string): string {
  return folded.replace(FRACTION, (written, whole: string | undefined, top: string, bottom: string) => {
    const part = Number(top) / Number(bottom);
    return part < 1 ? String(Number(((whole === undefined ? 0 : Number(whole)) + part).toFixed(4))) : written;
  });
}

/** Fifteen digits are kept exactly. */
const LARGEST = 1e15;

function findNumber(text: string, language: string): number | null {
  const folded = withFraction(foldNumber(text));
  const tokens = isNotOneNumber(folded) ? null : numberTokens(folded, languageBase(language));
  if (tokens === null) return null;
  const runs = numberRuns(tokens, languageBase(language)).filter(
    ({ value, from, to }) =>
      !(to - from === 1 && isOneOfOrdinal(tokens, from)) &&
      !(
        value <= FEW &&
        tokens[from]?.digits === undefined &&
        MANNER_OF_SPEAKING.test(tokens[tokens[to]?.word === 'of' ? to + 1 : to]?.word ?? '')
      ),
  );
  if (runs.length === 0) return ordinalOfOne(tokens) ?? ordinalAnswer(tokens);
  const found = new Set(runs.map(({ value, to }) => value + ordinalBehind(value, tokens[to])));
  const [only] = found;
  const spoken = tokens.every((token) => token.digits === undefined);
  // «можно один вопрос?» asks, it does not count.
  if (only === undefined || found.size > 1 || (spoken && folded.endsWith('?'))) return null;
  if (PHONE_LABEL.test(folded) && Math.abs(only) >= SHORTEST_PHONE) return null;
  // Longer than this it is a card or an account, not a count, and its last digits would be lost.
  return Math.abs(only) < LARGEST ? only : null;
}

const GIVE_OR_TAKE = /(?:плюс\s?-?\s?минус|plus or minus|give or take|±|\+\s?\/?\s?-)\s?(?=\d|\p{L})/gu;
/** «Пол ляма», «пол-тысячи»: one word, or half of it would go unheard. */
const HALF_APART =
  /(?<!\p{L})пол[\s-]+(?=(?:миллиона|ляма|лимона|тысячи|тыщи|косаря|сотни|дюжины|килограмма|кило|метра|литра|порции|пачки|штуки)(?!\p{L}))/gu;

/** The text as the functions below read it: digits are 0-9, a minus is a hyphen. */
export function foldNumber(text: string): string {
  return foldDigits(text)
    .replace(GIVE_OR_TAKE, ' ')
    .replace(HALF_APART, 'пол')
    .replace(/[−–—](?=\d)/gu, '-');
}

export function isNotOneNumber(folded: string): boolean {
  return NOT_ONE_NUMBER.test(folded);
}

/** Every number among the tokens, and which of them it takes. */
export function numberRuns(
  tokens: readonly NumberToken[],
  base: string,
): { readonly value: number; readonly from: number; readonly to: number }[] {
  const runs: { value: number; from: number; to: number }[] = [];
  for (let at = 0; at < tokens.length;) {
    const run = readNumberRun(tokens, at, base);
    if (run !== null) runs.push({ value: run.value, from: at, to: at + run.length });
    at += run?.length ?? 1;
  }
  return runs;
}

/** Null when some digits make no number («1.2.3»). `groups`: three digits after a mark are always thousands, as in prices. */
export function numberTokens(text: string, base: string, groups = false): NumberToken[] | null {
  const tokens: NumberToken[] = [];
  for (const match of text.matchAll(TOKEN)) {
    const [word] = match;
    const before = text[match.index - 1] ?? ' ';
    const glued = !/\s/u.test(before);
    if (!/\d/u.test(word)) {
      tokens.push({ word, glued });
      continue;
    }
    if (/[\p{L}\d]/u.test(before)) continue; // «А4» and "x2" are names
    const digits = readDigits(word, base, groups);
    if (digits === null) return null;
    tokens.push({ word, digits, glued });
  }
  return tokens;
}

function readDigits(written: string, base: string, groups: boolean): number | null {
  const plain = written.replace(/[ '\u00A0\u202F]/gu, '');
  const marks = plain.match(/[.,]/gu) ?? [];
  if (marks.length === 0) return Number(plain);
  const [first = ''] = marks;
  const last = marks.at(-1) ?? '';
  const grouped = first === ',' ? /^-?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/u : /^-?\d{1,3}(?:\.\d{3})+(?:,\d+)?$/u;
  // "1,250" is a thousand in English; «1,250» with a comma for the fraction is not.
  const groupsByHabit = first === (base === 'en' ? ',' : base === 'es' ? '.' : '') || (groups && !/^-?0/u.test(plain));
  if (grouped.test(plain) && (marks.length > 1 || groupsByHabit)) {
    return Number(plain.replaceAll(first, '').replace(last === first ? '' : last, last === first ? '' : '.'));
  }
  return marks.length === 1 ? Number(plain.replace(',', '.')) : null;
}

function showNumber(value: number, language: string): string {
  const written = String(value);
  return languageBase(language) === 'en' ? written : written.replace('.', ',');
}
