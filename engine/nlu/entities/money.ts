import { numberWord } from '../numberLexicon.ts';
import type { NumberToken } from '../numberWords.ts';
import type { AnswerRead, AnswerRules } from './answer.ts';
import { accept, languageBase, refuse } from './answer.ts';
import { currencyNamed, currencyOfMinor, currencySign, MINOR_UNITS, type CurrencyCode } from './currencies.ts';
import { foldNumber, isNotOneNumber, numberRuns, numberTokens } from './number.ts';

/** What is said between two currencies, and those. */
interface Stretch {
  readonly tokens: NumberToken[];
  readonly before: Said | undefined;
  after: Said | undefined;
}
type Said = CurrencyCode | 'minor';
interface Sum {
  readonly value: number;
  readonly code: CurrencyCode | undefined;
}

const THOUSANDS_OF_ROUBLES = /(?<=\d\s?)(?:т\.\s?р\.?|тр|тыр)(?!\p{L})/gu;
/** «1500 р. 50 к.»; «50к» is thousands. */
const SHORT_KOPECKS = /(\d\s?р(?:уб\p{L}*)?\.?\s+\d{1,2}) к\.?(?=\s*$)/gu;
/** «$1M», «1кк» */
const MILLION = /(?<=\d\s?)(?:m{1,2}(?=\s*$|\s+(?:usd|eur|gbp|dollars|euros?)(?!\p{L}))|кк|kk)(?!\p{L})/gu;
/** «5 человек», "3 days": what is counted is no money. */
const COUNTED =
  /\d+\s?(?:человек\p{L}*|чел|людей|гост\p{L}+|дет(?:ей|и)|взрослы[хе]|дн(?:я|ей)|день|недел\p{L}+|месяц\p{L}*|лет|год(?:а|ов)?|раза?|звезд\p{L}*|процент\p{L}*|%|кг|гр?|грамм\p{L}*|литр\p{L}*|см|метр\p{L}*|торт\p{L}*|букет\p{L}*|роз\p{L}?|шар(?:ик)?\p{L}{0,2}|порци\p{L}+|people|persons?|guests?|kids|days?|weeks?|months?|years?|times|stars?|percent)(?!\p{L})/gu;
const SIGN = /[₽$€£₸₴₺¥₹₾֏]/gu;
const KILO = /^[кk]$/u;
const OR = /(?<!\p{L})(?:или|либо|or)(?!\p{L})/u;
/** «от 500 до 700» */
const RANGE = /(?<!\p{L})(?:от|с|from|between)\s[^\n]{1,40}?\s(?:до|по|to|and)\s[^\n]{0,3}[\p{L}\d]/u;
/** «1500-00 руб»: kopecks after a dash. */
const DASHED_KOPECKS = /(\d)[-=](\d{2})(?=\s?(?:₽|р(?:уб\p{L}*)?(?!\p{L})))/gu;
const BELARUSIAN = /бел(?:орус\p{L}*)?\.?\s?руб\p{L}*/gu;
/** «Две с половиной штуки», «штука баксов»; «за штуку» and «5 штук по 100» are pieces. */
const SLANG_THOUSAND =
  /(?<!(?:за|на)\s)(?<!\p{L})(?:штук(?:а|у|и|)|кус(?:ок|ка|ков))(?!\p{L})(?!\s(?!баксов|долларов|евро|рублей|тенге|гривен)\p{L})/gu;
/** «Полторы» of what goes without saying. */
const ONE_AND_A_HALF = /(?<!\p{L})полторы(?=\s*$|\s+(?:руб|тенге|баксов|р)(?!\p{L}))/u;
const PENCE = /(?<=\d\s?)p(?!\p{L})/gu;
const NOTES: readonly (readonly [RegExp, string])[] = [
  [/(?<!\p{L})(?:a )?fivers?(?!\p{L})/gu, '5 quid'],
  [/(?<!\p{L})(?:a )?tenners?(?!\p{L})/gu, '10 quid'],
];

/**
 * The one sum in the text, in units of its currency: «1 500 руб», «₽1500», «полторы тысячи», «5к», "$20". A number that
 * has a currency wins over those that have none («2 торта по 900 ₽»); two sums are none.
 */
export function readMoney(text: string, rules: AnswerRules): AnswerRead {
  const sum = findSum(text, languageBase(rules.language));
  if (sum === null) return refuse('notMoney');
  const named = currencyNamed(rules.currency ?? '');
  const wanted = named === 'minor' ? undefined : named;
  if (wanted !== undefined && sum.code !== undefined && sum.code !== wanted) return refuse('otherCurrency');
  if (sum.value < (rules.min ?? 0)) return refuse('tooSmall');
  if (rules.max !== undefined && sum.value > rules.max) return refuse('tooBig');
  const read = accept(sum.value, showSum(sum.value, sum.code ?? wanted, rules.language));
  const currency = sum.code ?? wanted;
  return read.ok && currency !== undefined ? { ...read, currency } : read;
}

function findSum(text: string, base: string): Sum | null {
  let folded = foldNumber(text.replace(SIGN, ' $& '))
    .replace(COUNTED, ' ')
    .replace(/(?<!\p{L})(?:us|american|американск\p{L}+|российск\p{L}+)\s+(?=\p{L})/gu, '')
    .replace(SHORT_KOPECKS, '$1 коп')
    .replace(MILLION, ' миллион ')
    .replace(THOUSANDS_OF_ROUBLES, ' тыс руб ')
    .replace(DASHED_KOPECKS, '$1,$2')
    .replace(BELARUSIAN, ' белруб ');
  folded = folded.replace(ONE_AND_A_HALF, 'полторы тысячи');
  for (const [note, sum] of NOTES) folded = folded.replace(note, sum);
  if (!/(?<!\p{L})по(?!\p{L})/u.test(folded)) folded = folded.replace(SLANG_THOUSAND, ' тысяч ');
  if (base === 'en') folded = folded.replace(PENCE, ' pence');
  if (isNotOneNumber(folded.replace(SIGN, ' '))) return null;
  const spoken = numberTokens(
    folded.replace(SIGN, (sign) => ` валюта${currencyNamed(sign) ?? ''} `),
    base,
    true,
  );
  if (spoken === null) return null;
  // The currency stands behind the number, or before it where nothing stands behind («$20»).
  const sums = stretches(spoken, base).flatMap(({ tokens, before, after }) =>
    numberRuns(tokens, base).map(({ value, from, to }) => ({
      value,
      code: (to === tokens.length ? after : undefined) ?? (from === 0 ? before : undefined),
      led: from === 0 && before !== undefined && after === undefined,
      last: to === tokens.length,
      from,
      to,
      glued: tokens[from]?.glued === true,
      words: tokens.slice(from, to).every(({ digits }) => digits === undefined),
    })),
  );
  const [one, two] = sums;
  if (sums.length === 2 && one?.words === true && two?.words === true && one.to === two.from) {
    // «сто-двести рублей»
    if (two.glued) return null;
    // «три пятьсот»
    if (one.value < 100 && two.value >= 100 && two.value < 1000 && two.code !== 'minor')
      return { value: one.value * 1000 + two.value, code: two.code };
  }
  const small = OR.test(folded) || RANGE.test(folded) || /\p{Sc}/u.test(folded) ? null : withSmallChange(sums, spoken);
  if (small !== null) return small;
  if (sums.length > 1 && (OR.test(folded) || RANGE.test(folded))) return null;
  const [first, ...others] = spoken;
  // «рубль» alone is one.
  if (sums.length === 0 && first !== undefined && others.length === 0 && ONE_COIN.test(first.word))
    return { value: 1, code: soleCode(first.word) };
  const minor = sums.filter(({ code }) => code === 'minor').map(({ value }) => value / MINOR_UNITS);
  const named = sums.filter(({ code }) => code !== undefined && code !== 'minor');
  const candidates = named.length > 0 ? named : minor.length > 0 ? [] : sums;
  const distinct = new Map(candidates.map(({ value, code }) => [`${String(value)} ${code ?? ''}`, { value, code }]));
  const [main] = distinct.values();
  if (distinct.size > 1 || minor.length > 1 || (main === undefined && minor.length === 0)) return null;
  const value = (main?.value ?? 0) + (minor[0] ?? 0);
  const minorCode = spoken.map(({ word }) => currencyOfMinor(word)).find((known) => known !== undefined);
  // «тысяч пять, в долларах»
  const apart =
    sums.length === 1 && main?.code === undefined ? soleCode(IN_CURRENCY.exec(folded)?.[1] ?? '') : undefined;
  const code = main === undefined ? minorCode : main.code === 'minor' ? undefined : (main.code ?? apart);
  // «89161234567» is for calls.
  if (code === undefined && /^[78][3-9]\d{9}$/u.test(String(value))) return null;
  // "half the price"
  if (code === undefined && value > 0 && value < 1 && !/\d/u.test(folded)) return null;
  return Number.isFinite(value) ? { value: Math.round(value * MINOR_UNITS) / MINOR_UNITS, code } : null;
}

/** «Три рубля пятьдесят», "three dollars fifty", "twelve fifty dollars": the second number is kopecks. */
function withSmallChange(
  sums: readonly (Omit<Sum, 'code'> & {
    readonly code: Said | undefined;
    readonly led: boolean;
    readonly last: boolean;
  })[],
  spoken: readonly NumberToken[],
): Sum | null {
  const [whole, change, ...more] = sums;
  if (whole === undefined || change === undefined || more.length > 0) return null;
  const code = change.code;
  const isChange = Number.isInteger(change.value) && change.value >= 10 && change.value < MINOR_UNITS && change.last;
  if (!isChange || code === undefined || code === 'minor' || !Number.isInteger(whole.value)) return null;
  const behind = change.led && whole.code === code;
  // Two numbers in words, side by side, and the currency behind both.
  const words = spoken.filter(({ digits }) => digits === undefined).length;
  const together =
    whole.code === undefined && whole.value < MINOR_UNITS && words === spoken.length && spoken.length <= 4;
  return behind || together ? { value: whole.value + change.value / MINOR_UNITS, code } : null;
}

const IN_CURRENCY = /(?<!\p{L})(?:в|in|en)\s(\p{L}+)(?!\p{L})/u;
const ONE_COIN = /^(?:рубль|рублик|доллар|бакс|buck|dollar|pound)$/u;

function soleCode(word: string): CurrencyCode | undefined {
  const code = currencyNamed(word);
  return code === 'minor' ? undefined : code;
}

/** The tokens, parted where a currency is named. «5 к руб»: what stands before a currency is no preposition. */
function stretches(spoken: readonly NumberToken[], base: string): Stretch[] {
  let last: Stretch = { tokens: [], before: undefined, after: undefined };
  const all = [last];
  for (const token of spoken) {
    const code = token.digits === undefined ? currencyNamed(token.word.replace(/^валюта/u, '')) : undefined;
    const said = last.tokens.at(-1);
    // «р» alone is a rouble only behind a number.
    if (code === undefined || (token.word === 'р' && !isNumber(said, base))) {
      last.tokens.push(token);
      continue;
    }
    if (said !== undefined && KILO.test(said.word)) last.tokens[last.tokens.length - 1] = { ...said, glued: true };
    // "a couple of bucks"
    if (said?.word === 'of') last.tokens.pop();
    last.after = code;
    last = { tokens: [], before: code, after: undefined };
    all.push(last);
  }
  return all;
}

function isNumber(token: NumberToken | undefined, base: string): boolean {
  return token !== undefined && (token.digits !== undefined || numberWord(token.word, base) !== undefined);
}

/** 1 500,50 ₽; in English $1,500.50. `currency`: its code, sign or name. */
export function showSum(value: number, currency: string | undefined, language: string): string {
  const english = languageBase(language) === 'en';
  const [whole = '', part] = Math.abs(value)
    .toFixed(Number.isInteger(value) ? 0 : 2)
    .split('.');
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/gu, english ? ',' : '\u00a0');
  const figure = `${value < 0 ? '-' : ''}${grouped}${part === undefined ? '' : `${english ? '.' : ','}${part}`}`;
  const code = currencyNamed(currency ?? '');
  if (code === undefined || code === 'minor') return figure;
  const sign = currencySign(code);
  return english && sign.length === 1 && code !== 'RUB' ? `${sign}${figure}` : `${figure}\u00a0${sign}`;
}
