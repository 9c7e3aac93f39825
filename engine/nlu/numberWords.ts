import type { NumberWord } from './numberLexicon.ts';
import { isKazakhNumber, numberWord, opensSum } from './numberLexicon.ts';

/** A normalised word, or a number already written in digits. `glued`: no space before it («2к», «5шт»). */
export interface NumberToken {
  word: string;
  digits?: number;
  glued?: boolean;
}
export interface NumberRun {
  value: number;
  /** How many tokens the number takes. */
  length: number;
}

const MINUS = new Set(['минус', 'minus', 'menos', 'negative']);
const POINT = new Set(['целых', 'целая', 'точка', 'запятая', 'point', 'coma']);
const FRACTION = new Map([
  ['десятых', 10],
  ['десятая', 10],
  ['сотых', 100],
  ['сотая', 100],
  ['десятую', 10],
  ['сотую', 100],
]);
const JOINERS = new Set(['and', 'y']);
const ARTICLES = new Set(['a', 'an']);
const KILO = new Set(['к', 'k']);
const THOUSAND: NumberWord = { value: 1000, role: 'times' };
const HALVES = ['с половиной', 'and a half', 'y medio', 'y media', 'жарым'].map((words) => words.split(' '));
const HALF_ALONE = new Set(['половина', 'половину', 'half', 'medio', 'жарты']);
const QUARTER = /^(?:четверть|четверти|четвертинк[ау]|quarters?)$/u;
const ABOUT = /^(?:за|на|в|до|под|около|этак|эдак|так|примерно|где-то)$/u;
const MANY = /^(?:dozens|hundreds|thousands|millions|billions)$/u;
const NOT_ONE = /^(?:одного|одной|одному|одна|один)$/u;

/**
 * The longest number that begins at `from`: «двадцать пять тысяч», «полтора», «2к», "five hundred", «две с половиной тысячи».
 * @param language ISO 639 code; the words of Russian and English are understood in every language.
 */
export function readNumberRun(tokens: readonly NumberToken[], from: number, language: string): NumberRun | null {
  const first = tokens[from];
  if (first === undefined) return null;
  if (MINUS.has(first.word)) {
    const rest = readPositive(tokens, from + 1, language);
    return rest === null ? null : { value: -rest.value, length: rest.length + 1 };
  }
  return readPositive(tokens, from, language);
}

function readPositive(tokens: readonly NumberToken[], from: number, language: string): NumberRun | null {
  const first = tokens[from];
  if (first?.word === 'ни' && NOT_ONE.test(tokens[from + 1]?.word ?? '')) return { value: 0, length: 2 };
  if (first?.digits === undefined && HALF_ALONE.has(first?.word ?? '')) return halfOf(tokens, from, language);
  const spoken = first !== undefined && first.digits === undefined && isKazakhNumber(first.word) ? 'kk' : language;
  const quarter = quarterAt(tokens, from, language);
  if (quarter !== null) return quarter;
  const whole = inverted(tokens, from, spoken) ?? readWhole(tokens, from, spoken);
  if (whole === null) return null;
  const at = from + whole.length;
  // «одна десятая», «три сотых»
  const tenths = FRACTION.get(tokens[at]?.word ?? '');
  if (tenths !== undefined && Number.isInteger(whole.value))
    return { value: tidy(whole.value / tenths), length: whole.length + 1 };
  if (!POINT.has(tokens[at]?.word ?? '') || !Number.isInteger(whole.value)) return whole;
  const part = readWhole(tokens, at + 1, language);
  if (part === null || !Number.isInteger(part.value)) return whole;
  const named = FRACTION.get(tokens[at + 1 + part.length]?.word ?? '');
  const digits = named === undefined ? digitsAfter(tokens, at + 1, language) : '';
  if (digits.length > 1)
    return { value: Number(`${String(whole.value)}.${digits}`), length: whole.length + 1 + digits.length };
  const scale = named ?? 10 ** String(part.value).length;
  return { value: tidy(whole.value + part.value / scale), length: whole.length + part.length + (named ? 2 : 1) };
}

/** "two point seven five": what follows the point, digit by digit. */
function digitsAfter(tokens: readonly NumberToken[], from: number, language: string): string {
  let digits = '';
  for (let at = from; at < tokens.length; at += 1) {
    const digit = meaningOf(tokens[at]!, language);
    if (digit?.role !== 'add' || !Number.isInteger(digit.value) || digit.value > 9) break;
    digits += String(digit.value);
  }
  return digits;
}

/** «четверть», «три четверти», "a quarter of a million"; «четверть шестого» and "quarter past six" are times. */
function quarterAt(tokens: readonly NumberToken[], from: number, language: string): NumberRun | null {
  const lead = /^(?:a|one|одна|одну)$/u.test(tokens[from]?.word ?? '')
    ? 1
    : /^(?:три|three)$/u.test(tokens[from]?.word ?? '')
      ? 3
      : 0;
  const at = from + (lead > 0 ? 1 : 0);
  if (!QUARTER.test(tokens[at]?.word ?? '')) return null;
  const value = lead === 3 ? 0.75 : 0.25;
  const gap = /^(?:of|от)$/u.test(tokens[at + 1]?.word ?? '') ? 1 : 0;
  const article = gap === 1 && ARTICLES.has(tokens[at + 2]?.word ?? '') ? 1 : 0;
  const next = tokens[at + 1 + gap + article];
  const scale = next === undefined ? undefined : meaningOf(next, language);
  if (scale?.role === 'times') return { value: scale.value * value, length: at - from + 2 + gap + article };
  return next === undefined ? { value, length: at - from + 1 } : null;
}

/** "half", "half a dozen", «половина тысячи». */
function halfOf(tokens: readonly NumberToken[], from: number, language: string): NumberRun {
  const gap = /^(?:a|an|of)$/u.test(tokens[from + 1]?.word ?? '') ? 1 : 0;
  const next = tokens[from + 1 + gap];
  const scale = next === undefined ? undefined : meaningOf(next, language);
  return scale?.role === 'times' ? { value: scale.value / 2, length: 2 + gap } : { value: 0.5, length: 1 };
}

/** «тыщ пять», «тысячи две», «десятка три»: the scale said first makes the number a rough one. */
function inverted(tokens: readonly NumberToken[], from: number, language: string): NumberRun | null {
  const [scale, count] = [tokens[from], tokens[from + 1]];
  if (scale === undefined || scale.digits !== undefined || opensSum(scale.word) || count === undefined) return null;
  const meaning = meaningOf(scale, language);
  const times = meaningOf(count, language);
  // «тысяч за 15», «тысяч эдак пять»
  const gap = meaning?.value === 1000 && ABOUT.test(count.word) ? 1 : 0;
  const said = gap === 0 ? times : tokens[from + 2] === undefined ? undefined : meaningOf(tokens[from + 2]!, language);
  if (meaning?.role !== 'times' || said?.role !== 'add') return null;
  const run = readWhole(tokens, from + 1 + gap, language);
  return run === null ? null : { value: tidy(run.value * meaning.value), length: run.length + 1 + gap };
}

function readWhole(tokens: readonly NumberToken[], from: number, language: string): NumberRun | null {
  let total = 0;
  let current: number | null = null;
  /** The next word that adds has to be under this: after «двадцать» only 1…9, after «пять» nothing. */
  let room = Infinity;
  let lastScale = 1;
  /** The dozen or hundred said last. */
  let counted = 0;
  let at = from;
  let end = from;
  while (at < tokens.length) {
    const token = tokens[at]!;
    const half = at > from ? halfAt(tokens, at) : 0;
    // «2к» and «2 к» at the end are thousands; in «2 к обеду» it is a preposition.
    const kilo = at > from && KILO.has(token.word) && (token.glued === true || at === tokens.length - 1);
    const meaning = kilo ? THOUSAND : meaningOf(token, language);
    if (half > 0) {
      if (current === null) total += lastScale / 2;
      // "a dozen and a half" is eighteen, «двадцать с половиной» is twenty and a half.
      else current += counted > 0 ? counted / 2 : 0.5;
      room = 0;
      at += half;
    } else if (meaning === undefined) {
      const next = tokens[at + 1];
      const after = next === undefined ? undefined : meaningOf(next, language);
      const joins = JOINERS.has(token.word) && end > from && after?.role === 'add' && after.value < room;
      const article = ARTICLES.has(token.word) && end === from && (after?.role === 'times' || next?.word === 'couple');
      if (!joins && !article) break;
      at += 1;
      continue;
    } else if (meaning.role === 'times') {
      // "dozens of them" is no number.
      if (end === from && MANY.test(token.word)) break;
      if (meaning.value >= 1000 && end > from && lastScale > 1 && meaning.value >= lastScale) break;
      if (meaning.value < 1000) {
        if (current !== null && current >= meaning.value) break;
        current = (current ?? 1) * meaning.value;
        counted = meaning.value;
        room = meaning.value;
      } else {
        total += (current ?? 1) * meaning.value;
        current = null;
        lastScale = meaning.value;
        room = meaning.value;
      }
      at += 1;
    } else {
      if (meaning.value >= room || (meaning.value === 0 && end > from)) break;
      current = (current ?? 0) + meaning.value;
      counted = 0;
      room = token.digits === undefined ? roomAfter(meaning.value, language) : 0;
      at += 1;
    }
    end = at;
  }
  return end === from ? null : { value: tidy(total + (current ?? 0)), length: end - from };
}

function meaningOf(token: NumberToken, language: string): NumberWord | undefined {
  if (token.digits !== undefined) return { value: token.digits, role: 'add' };
  return numberWord(token.word, language);
}

function roomAfter(value: number, language: string): number {
  if (value >= 100 && value % 100 === 0) return 100;
  // Kazakh says fifteen as "ten five" («он бес»).
  const smallestTen = language.startsWith('kk') ? 10 : 20;
  return value >= smallestTen && value < 100 && value % 10 === 0 ? 10 : 0;
}

function halfAt(tokens: readonly NumberToken[], at: number): number {
  const found = HALVES.find((words) => words.every((word, offset) => tokens[at + offset]?.word === word));
  return found?.length ?? 0;
}

/** 0.1 + 0.2 is 0.3 for people. */
function tidy(value: number): number {
  return Number(value.toPrecision(15));
}
