import * as english from 'chrono-node/en';
import * as spanish from 'chrono-node/es';
import * as russian from 'chrono-node/ru';
import type { NumberToken } from '../numberWords.ts';
import { foldDigits } from '../plainWords.ts';
import type { AnswerRead, AnswerRules } from './answer.ts';
import { accept, languageBase, refuse } from './answer.ts';
import type { CivilDate, CivilTime } from './civilDate.ts';
import { civilTimeAt, dateOfDay, dayNumber, isoDate, isRealDate } from './civilDate.ts';
import { findDates, fullYear, yearless } from './dateFinder.ts';

const YEAR_FIRST = /(?<![\d.])(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?![\d-])/gu;
const DAY_FIRST = /(?<![\d.:/-])(\d{1,2})(?:\s?([./-])\s?)(\d{1,2})(?:\s?\2\s?(\d{4}|\d{2}))?(?![\d:]|[./-]\d)/gu;
const SPACED = /^(\d{1,2}) (\d{1,2})(?: (\d{4}|\d{2}))?$/u;
const CLOCK = /(?<!\d)\d{1,2}:\d{2}(?!\d)|(?<=(?:^|\s)(?:в|at|к|с|до|a las)\s)\d{1,2}[-.]\d{2}(?![\d.-])/gu;
const TOKEN = /\d+|[\p{L}\p{M}]+/gu;
/** Named, but no day: asking again is better than a day the customer did not mean. */
const VAGUE =
  /на днях|скоро|как[- ]нибудь|когда[- ]нибудь|next week|this week|next month|soon|sometime|(?:следующей|этой|той) неделе|(?:следующем|этом) (?:месяце|году)|(?:не|not) (?:сегодня|завтра|послезавтра|today|tomorrow)/u;
const LONGEST_FOR_CHRONO = 120;

/** The one day the text names, as `yyyy-mm-dd` in the bot's zone; without a year, the next such day. Two different days are none. */
export function readDate(text: string, rules: AnswerRules): AnswerRead {
  const now = civilTimeAt(rules.now, rules.timeZone);
  const date = findDate(foldDigits(text), now, rules.language);
  if (date === null) return refuse('notDate');
  const ahead = dayNumber(date) - dayNumber(now);
  if (rules.min !== undefined && ahead < rules.min) return refuse('tooSmall');
  if (rules.max !== undefined && ahead > rules.max) return refuse('tooBig');
  return accept(isoDate(date), showDate(date, rules.language));
}

function findDate(text: string, now: CivilTime, language: string): CivilDate | null {
  const base = languageBase(language);
  const written = text.replace(CLOCK, ' ');
  const numeric = numericDates(written, now, base);
  if (numeric.length > 0) return agreed(numeric);
  const hits = findDates(tokensOf(written), now, base);
  const strongest = (['exact', 'relative', 'weekday'] as const).find((kind) => hits.some((hit) => hit?.kind === kind));
  if (hits.includes(null)) return null;
  if (strongest !== undefined) return agreed(hits.flatMap((hit) => (hit?.kind === strongest ? [hit.date] : [])));
  const bareDay = /^\D{0,3}(\d{1,2})\D{0,3}$/u.exec(written.trim())?.[1];
  if (bareDay !== undefined && !/\p{L}{2}/u.test(written)) {
    return agreed(
      findDates([{ word: bareDay, digits: Number(bareDay) }, { word: 'числа' }], now, base).map(
        (hit) => hit?.date ?? null,
      ),
    );
  }
  return VAGUE.test(written) ? null : byChrono(written, now, base);
}

/** All dates written in figures; `null` for one that is not in any calendar. */
function numericDates(text: string, today: CivilDate, base: string): (CivilDate | null)[] {
  const found: (CivilDate | null)[] = [];
  const real = (date: CivilDate): CivilDate | null => (isRealDate(date) ? date : null);
  const rest = text.replace(YEAR_FIRST, (_, year: string, month: string, day: string) => {
    found.push(real({ year: Number(year), month: Number(month), day: Number(day) }));
    return ' ';
  });
  const spaced = SPACED.exec(rest.trim());
  const groups = spaced
    ? [[spaced[1], ' ', spaced[2], spaced[3]]]
    : [...rest.matchAll(DAY_FIRST)].map((match) => match.slice(1));
  for (const [left = '', mark, right = '', year] of groups) {
    const american = base === 'en' && mark === '/' && Number(left) <= 12;
    const [day, month] = american ? [Number(right), Number(left)] : [Number(left), Number(right)];
    // «5-10» may be a span; «05-10» is a date.
    if (year === undefined && mark === '-' && left.length + right.length < 4) found.push(null);
    else if (year === undefined) found.push(real(yearless(day, month, today)));
    else found.push(real({ year: year.length === 2 ? fullYear(Number(year), today) : Number(year), month, day }));
  }
  return found;
}

/**
 * What our own grammar does not know. chrono reads the clock of the host, so it is given the bot's wall clock as if it were the host's:
 * the days it answers are then days of the bot's zone. Answers that chrono made up (no day named) are not taken.
 */
function byChrono(text: string, now: CivilTime, base: string): CivilDate | null {
  const wall = new Date(now.year, now.month - 1, now.day, now.hour, now.minute);
  const parsers = base === 'es' ? [spanish, english] : base === 'en' ? [english, russian] : [russian, english];
  for (const { casual } of parsers) {
    const found = casual.parse(text.slice(0, LONGEST_FOR_CHRONO), wall, { forwardDate: true });
    const named = found.filter(({ start, end }) => !end && (start.isCertain('day') || start.isCertain('weekday')));
    if (found.length === 0 || named.length !== found.length) continue;
    return agreed(
      named.map(({ start }) => ({
        year: start.get('year') ?? 0,
        month: start.get('month') ?? 0,
        day: start.get('day') ?? 0,
      })),
    );
  }
  return null;
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
