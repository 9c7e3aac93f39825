import type { NumberToken } from '../numberWords.ts';
import { foldDigits } from '../plainWords.ts';
import type { AnswerRead, AnswerRules } from './answer.ts';
import { accept, languageBase, refuse } from './answer.ts';
import type { CivilDate, CivilTime } from './civilDate.ts';
import { civilTimeAt, dateOfDay, dayNumber, isoDate, isRealDate } from './civilDate.ts';
import { findDates } from './dateFinder.ts';
import { fullYear, yearless } from './yearless.ts';
import { timesFromNow } from './relativeTime.ts';

const YEAR_FIRST = /(?<![\d.])(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?![\d-])/gu;
/** «1.5 кг», «2.5 часа», "1/2 pint": a measure, and no day. */
const MEASURE =
  '\\s?(?:%|x|х|(?:из|out of|к?г|гр|грамм\\p{L}*|кило\\p{L}*|м?л|литр\\p{L}*|с?м|км|мм|метр\\p{L}*|ч|час(?:а|ов)?|мин\\p{L}*|шт|штук\\p{L}*|т|тыс\\p{L}*|тонн\\p{L}*|млн|руб\\p{L}*|тенге|тг|порци\\p{L}*|kg|g|lbs?|oz|l|ml|lit\\p{L}*|cm|km|hours?|hrs?|min\\p{L}*|cups?|tsp|tbsp|pints?|pounds?|miles?|inch\\p{L}*|usd|eur)(?![\\p{L}])|[₽$€₸£])';
const DAY_FIRST = new RegExp(
  `(?<![\\d.:/-])(\\d{1,2})(?:\\s?([./-])\\s?)(\\d{1,2})(?:\\s?\\2\\s?(\\d{4}|\\d{2})(?!\\d)|(?!${MEASURE}))(?![\\d:]|[./-]\\d)`,
  'giu',
);
/** A comma is a slip for the dot only in a whole date: «12,05» is a number. */
const WITH_COMMAS = /(?<![\d.:/,-])(\d{1,2})\s?(,)\s?(\d{1,2})\s?,\s?(\d{4}|\d{2})(?![\d:]|[./,-]\d)/gu;
const SOLID = /^(\d{2})(\d{2})((?:19|20)\d{2})$/u;
/** "3/4" is the fourth of March in American English, the third of April everywhere else. */
const MONTH_FIRST = /^en(?!-(?:gb|au|nz|ie|in|za))/iu;
const SPACED = /^(\d{1,2}) (\d{1,2})(?: (\d{4}|\d{2}))?$/u;
/** «кабинет 12.3», «номер 15-08» */
const ROOM =
  /(?<!\p{L})(?:кабинет|каб|номер|№|#|кв|квартира|дом|офис|заказ|артикул|верси[яи])\.?\s*\d{1,2}[./-]\d{1,2}(?![./-]?\d)/giu;
const ALWAYS = /(?<!\d)24\s?\/\s?7(?![\d/])/gu;
/** "2morrow" */
const TYPED_TO = /(?<![\p{L}\d])2(?=morr?ow?(?!\p{L})|day(?!\p{L})|nite(?!\p{L}))/gu;
/** «не позже 20», «на 20» */
const BY_THE_DAY =
  /^\s*(?:(?:не )?(?:позже|позднее|раньше|ранее)|до|на|после|by|before|on|after|no later than)\s+(?=\d)/iu;
const CLOCK = /(?<!\d)\d{1,2}:\d{2}(?!\d)|(?<=(?:^|\s)(?:в|at|к|с|до|a las)\s)\d{1,2}[-.]\d{2}(?![\d.-])/gu;
const TOKEN = /\d+|[\p{L}\p{M}]+/gu;
/** The one day the text names, as `yyyy-mm-dd` in the bot's zone; without a year, the next such day. Two different days are none. */
export function readDate(text: string, rules: AnswerRules): AnswerRead {
  const now = civilTimeAt(rules.now, rules.timeZone);
  const date = findDate(foldDigits(text), now, rules);
  if (date === null) return refuse('notDate');
  const ahead = dayNumber(date) - dayNumber(now);
  if (rules.min !== undefined && ahead < rules.min) return refuse('tooSmall');
  if (rules.max !== undefined && ahead > rules.max) return refuse('tooBig');
  return accept(isoDate(date), showDate(date, rules.language));
}

function findDate(text: string, now: CivilTime, rules: AnswerRules): CivilDate | null {
  const base = languageBase(rules.language);
  const written = text.replace(CLOCK, ' ').replace(ALWAYS, ' ').replace(ROOM, ' ').replace(TYPED_TO, 'to');
  const numeric = numericDates(written, now, MONTH_FIRST.test(rules.language));
  if (numeric.length > 0) return agreed(numeric);
  const [ahead] = timesFromNow(text, rules.language);
  if (ahead !== undefined) return civilTimeAt(rules.now + ahead.minutes * 60_000, rules.timeZone);
  const hits = findDates(tokensOf(written), now, base);
  const strongest = (['exact', 'relative', 'weekday', 'weekend'] as const).find((kind) =>
    hits.some((hit) => hit?.kind === kind),
  );
  if (hits.includes(null)) return null;
  if (strongest !== undefined) return agreed(hits.flatMap((hit) => (hit?.kind === strongest ? [hit.date] : [])));
  const bareDay = /^\D{0,3}(\d{1,2})\D{0,3}$/u.exec(written.trim().replace(BY_THE_DAY, ''))?.[1];
  if (bareDay !== undefined && !/\p{L}{2}/u.test(written.replace(BY_THE_DAY, ''))) {
    return agreed(
      findDates([{ word: bareDay, digits: Number(bareDay) }, { word: 'числа' }], now, base).map(
        (hit) => hit?.date ?? null,
      ),
    );
  }
  return null;
}

/** All dates written in figures; `null` for one that is not in any calendar. */
function numericDates(text: string, today: CivilDate, monthFirst: boolean): (CivilDate | null)[] {
  const found: (CivilDate | null)[] = [];
  const real = (date: CivilDate): CivilDate | null => (isRealDate(date) ? date : null);
  const rest = text.replace(YEAR_FIRST, (_, year: string, month: string, day: string) => {
    found.push(real({ year: Number(year), month: Number(month), day: Number(day) }));
    return ' ';
  });
  const solid = SOLID.exec(text.trim());
  if (solid !== null) return [real({ year: Number(solid[3]), month: Number(solid[2]), day: Number(solid[1]) })];
  const spaced = SPACED.exec(rest.trim());
  const groups = spaced
    ? [[spaced[1], ' ', spaced[2], spaced[3]]]
    : [...rest.matchAll(DAY_FIRST), ...rest.matchAll(WITH_COMMAS)].map((match) => match.slice(1));
  for (const [left = '', mark, right = '', year] of groups) {
    const american = monthFirst && mark === '/' && Number(left) <= 12;
    const [day, month] = american ? [Number(right), Number(left)] : [Number(left), Number(right)];
    // «5-10» may be a span; «05-10» is a date.
    if (year === undefined && mark === '-' && left.length + right.length < 4) found.push(null);
    else if (year === undefined) found.push(real(yearless(day, month, today)));
    else found.push(real({ year: year.length === 2 ? fullYear(Number(year), today) : Number(year), month, day }));
  }
  return found;
}

function agreed(dates: readonly (CivilDate | null)[]): CivilDate | null {
  const [first = null, ...others] = dates;
  if (first === null || !isRealDate(first)) return null;
  return others.every((other) => other !== null && isoDate(other) === isoDate(first)) ? first : null;
}

function tokensOf(text: string): NumberToken[] {
  return [...text.matchAll(TOKEN)].map(([word], at, all) => {
    const before = text[(all[at]?.index ?? 0) - 1] ?? ' ';
    const glued = /[\d-]/u.test(before);
    return /^\d/u.test(word) ? { word, digits: Number(word), glued } : { word, glued };
  });
}

/** The day this many days from today, as it is shown to a customer. */
export function shownDay(ahead: number, { now, timeZone, language }: AnswerRules): string {
  return showDate(dateOfDay(dayNumber(civilTimeAt(now, timeZone)) + Math.round(ahead)), language);
}

/** 05.02.2027; in English 5 Feb 2027, because 05/02 is read in two ways. */
function showDate(date: CivilDate, language: string): string {
  const [year = '', month = '', day = ''] = isoDate(date).split('-');
  if (languageBase(language) !== 'en') return `${day}.${month}.${year}`;
  const names = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
  return `${date.day} ${names[date.month - 1] ?? month} ${year}`;
}
