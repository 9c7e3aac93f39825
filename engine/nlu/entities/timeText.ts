import { ordinalWord } from '../numberLexicon.ts';
import type { NumberToken } from '../numberWords.ts';
import { readNumberRun } from '../numberWords.ts';
import { foldDigits } from '../plainWords.ts';
import { languageBase } from './answer.ts';
import { monthOf } from './dateWords.ts';

const HALF_PREFIX = /(?<!\p{L})пол-?(?=\p{L}+[ое]го(?!\p{L}))/gu;
/** «раз в час», «номер 12-34», «кв. 12» */
const NO_HOUR =
  /(?<!\p{L})(?:раза?\s+в\s+(?:час|день|неделю|месяц|год)|(?:номер|код|заказ|квартира|кв|дом|этаж|офис|кабинет|каб|размер|столик на|стол на|места? на|table for|party of|group of|#)(?:а|у|е|ом)?\.?\s*\d[\d-]*(?![:.]?\d))/gu;
/** «пол 11-го», «20 минут 6-го»: the hour that is going on. */
const HOUR_BEGUN = /(?<=(?:пол|половин[аеу]|минут[аы]?|мин|четверть)[\s-]?)(\d{1,2})\s?-?го(?!\p{L})/gu;
const MERIDIEM = /(?<![\p{L}])([ap])\s?\.?\s?m\b\.?/gu;
/** "quarter past noon" */
const TWELVE = /(?<=(?:past|after|to|before|till) )(?:noon|midday)(?!\p{L})/gu;
const PIECE = /\d+|[\p{L}\p{M}]+(?:'\p{L}+)?|[^\p{L}\p{M}\d]+/gu;
const COLLECTIVE = /^(?:дво|тро|четвер|пятер|шестер|семер)(?:е|их|о|ых|им|ым)$/u;
const GENITIVE = /[ое]го$/u;
const IN_GENITIVE = /(?:и|х|ого|ой)$/u;
const HOUR_ALONE = new Set(['час', 'часу', 'часа']);

/**
 * A time as customers write it, brought to one notation for the patterns of `timePatterns.ts`: number words become digits, the
 * Russian "of the sixth" hour becomes `^6` («полшестого» → "пол ^6"), dates and spans of days go, one space between words.
 */
export function timeNotation(text: string, language: string): string {
  const folded = foldDigits(text)
    .replace(/(?<=\d|\p{L}{3})-?ish(?!\p{L})/gu, '')
    .replace(NO_HOUR, ' ')
    .replace(HOUR_BEGUN, '^$1 ')
    .replace(HALF_PREFIX, 'пол ')
    .replace(MERIDIEM, '$1m ')
    .replace(TWELVE, '12')
    .replace(/(?<=(?:past|after) )midnight/gu, '0')
    .replace(/(?<=(?:to|of) )midnight/gu, '24')
    .replace(/(?<=twenty|thirty|forty|fifty)-(?=\p{L})/gu, ' ');
  const pieces = folded.match(PIECE) ?? [];
  const written: string[] = [];
  for (let at = 0; at < pieces.length;) {
    const run = /\p{L}/u.test(pieces[at] ?? '') ? spokenNumber(pieces, at, language) : undefined;
    written.push(run?.text ?? pieces[at]!);
    at += run?.length ?? 1;
  }
  return withoutDates(written.join('').replace(/(?<!\d)0-0(?!\d)/gu, '0 0'))
    .replace(/[^\p{L}\p{M}\d:.^'-]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
}

function spokenNumber(
  pieces: readonly string[],
  at: number,
  language: string,
): { text: string; length: number } | undefined {
  const word = pieces[at] ?? '';
  // «на двоих» seats two.
  if (COLLECTIVE.test(word)) return undefined;
  const ordinal = GENITIVE.test(word) ? ordinalWord(word) : undefined;
  if (ordinal !== undefined) return { text: `^${ordinal}`, length: 1 };
  if (
    HOUR_ALONE.has(word) &&
    !/\d\s*$/u.test(pieces.slice(0, at).join('')) &&
    !isNumberWord(pieces[at - 2], language)
  ) {
    return word === 'час' ? { text: '1', length: 1 } : undefined;
  }
  // «полтора часа» last, they are no hour of the clock.
  if (word.startsWith('полтор')) return undefined;
  // Only words that stand side by side form a number; anything but one space ends it.
  const words: NumberToken[] = [];
  let end = at;
  while (end < pieces.length && /\p{L}/u.test(pieces[end] ?? '')) {
    words.push({ word: pieces[end]! });
    end += 1;
    if (pieces[end] !== ' ') break;
    end += 1;
  }
  // «без двадцати девять» is 8:40, «без двадцати пяти девять» is 8:35: minutes stand in the genitive, the hour does not.
  const minutesEnd = pieces[at - 2] === 'без' ? words.findIndex(({ word: said }) => !IN_GENITIVE.test(said)) : -1;
  const run = readNumberRun(minutesEnd > 0 ? words.slice(0, minutesEnd) : words, 0, languageBase(language));
  if (run === null || (run.value < 1 && run.value !== 0) || run.value >= 100) return undefined;
  const whole = Math.floor(run.value);
  const text = Number.isInteger(run.value) ? String(whole) : `${whole} жарым`;
  return { text, length: run.length * 2 - 1 };
}

function isNumberWord(word: string | undefined, language: string): boolean {
  return word !== undefined && readNumberRun([{ word }], 0, languageBase(language)) !== null;
}

function withoutDates(text: string): string {
  return (
    text
      .replace(/(?<!\d)\d{1,2}([./-])\d{1,2}\1\d{2,4}(?!\d)|(?<!\d)\d{4}-\d{1,2}-\d{1,2}(?!\d)/gu, ' ')
      .replace(/(?<!\d)\d{1,2}\s?-?\s?(?:го|числа|е|th|nd|rd|st)(?:\s+числа)?(?!\p{L})/gu, ' ')
      .replace(/(?<!\d)\d{1,2}\/\d{1,2}(?!\d)/gu, ' ')
      .replace(/(?:через|in)\s+(?:\d+\s+)?(?:жарым\s+)?(?:дн|ден|недел|месяц|год|лет|day|week|month|year)\p{L}*/gu, ' ')
      // «24.03 в 18.30»: the first is a day.
      .replace(/(?<!\d)\d{1,2}[./](?:0[1-9]|1[0-2])(?=\s*,?\s+(?:в|к|на|at|до|после)\s+\d)/gu, ' ')
      // «24 часа в сутки», «часа на два» are lengths.
      .replace(
        /(?<!(?:^|\s)(?:в|к|до) )24 (?:часа|hours)(?! ровно)|(?:часа|часов|часик|часика|часок)\s+на\s+\d+(?!\d|\s?ч)/gu,
        ' ',
      )
      .replace(/\d+\s+(?:дн|ден|недел|месяц|год|лет)\p{L}*\s+назад/gu, ' ')
      .replace(/(?<!\d)\d{1,2}\s+(\p{L}{3,})(?:\s+\d{4})?/gu, (whole, word: string) =>
        monthOf(word) === undefined ? whole : ' ',
      )
      .replace(/(?<!\p{L})(\p{L}{3,})\s+\d{1,2}(?:,?\s+\d{4})?(?![\d:])/gu, (whole, word: string) =>
        monthOf(word) === undefined ? whole : ' ',
      )
  );
}
