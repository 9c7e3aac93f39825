import type { CountryCode, PhoneNumber } from 'libphonenumber-js/min';
import {
  findPhoneNumbersInText,
  getCountries,
  getCountryCallingCode,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/min';
import { readNumberRun } from '../numberWords.ts';
import { plainWords } from '../plainWords.ts';
import type { AnswerRead, AnswerRules } from './answer.ts';
import { accept, languageBase, refuse } from './answer.ts';

const COUNTRY_OF_LANGUAGE = new Map<string, CountryCode>([
  ['ru', 'RU'],
  ['kk', 'KZ'],
  ['es', 'ES'],
  ['en', 'US'],
]);
/** +7 and +1 are shared; these are whose rules a bare national number is read by. */
const COUNTRY_OF_SHARED_CODE = new Map<string, CountryCode>([
  ['7', 'RU'],
  ['1', 'US'],
]);
const CARD = /(?<![\d+])\d{4}([ -]?)\d{4}\1\d{4}\1\d{4}(?!\d)/gu;
/** «заказ 123456789», "order #4155552671", «ИНН 7707083893». */
const LABELLED =
  /(?<![\p{L}])((?:заказ|накладн|трек|артикул|договор|чек|счет|счёт|паспорт|квитанц|бронь|брон|заявк|инн|бин|иин|снилс|карт|order|invoice|tracking|ticket|account|booking|reference|card|passport|tax id)\p{L}*)((?:\s*(?:номер|number|no|n|№|#|id|is|код))*\s*[№#:.=-]?\s*)(?!\+)(\d[\d-]{2,20})(?![\d(]|[\s-]\d)/giu;
const PASSPORT = /паспорт\p{L}*[^\d+]{0,12}\d{2}\s?\d{2}[^\d+]{0,5}\d{6}(?!\d)/giu;
const CALLS = /(?<!\p{L})(?:для|тел\p{L}*|звон\p{L}*|мобильн\p{L}*|phone|call|tel)[^\d]*$/iu;
const SOLID = /(?<![\d+])\d{11,12}(?!\d)/gu;
const MESSENGER_LINK = /(?:https?:\/\/)?(?:wa\.me|api\.whatsapp\.com\/send\?phone=)\/?\+?/giu;

/** Neighbours whose numbers people write without the plus. */
const NEIGHBOUR = /^(?:375|380|998|996|995|994|992|374|7[79])/u;
/** "+44 (0)7700 900123": the nought is dialled at home only; 00 is the plus of a fixed line. */
const TRUNK_ZERO = /(\+\d{1,3}\s?)\(0\)/gu;
/** «89О61234567»: the letter beside the nought on the keyboard, or on paper. */
const LETTER_FOR_NOUGHT = /(?<=\d)[oо](?=[\d\s()-]*\d)/giu;
const DIALLED_OUT = /(?<![\d+(-]\s?)00(?=[1-9]\d)/gu;

/** The first valid phone number in the text, as E.164; shown in international form. Numbers of orders, cards and the like are none. */
export function readPhone(text: string, rules: AnswerRules): AnswerRead {
  const written = withoutCodes(text)
    .replace(MESSENGER_LINK, (link) => '+'.padStart(link.length))
    .replace(/(?<=\d)_+(?=\d)/gu, '-')
    .replace(LETTER_FOR_NOUGHT, '0')
    .replace(TRUNK_ZERO, '$1')
    .replace(DIALLED_OUT, '+');
  const country = countryOf(rules);
  const found =
    phoneIn(written, country) ?? phoneIn(digitsSpoken(written, rules.language), country) ?? glued(written, country);
  if (found === undefined) return refuse('notPhone');
  // «…45-67, 2 порции»: what is taken for an extension is mostly something else, and is no part of the value.
  found.setExt('');
  return accept(found.number, found.formatInternational());
}

function phoneIn(text: string, country: CountryCode): PhoneNumber | undefined {
  const whole = wholePhone(text, country);
  if (whole !== undefined) return isReal(whole) ? whole : undefined;
  return findPhoneNumbersInText(text, country)
    .map(({ number }) => number)
    .find(isReal);
}

/** The small metadata know lengths only. No code of +7 begins with 89: that is «8 9…» with a digit lost. */
function isReal(phone: PhoneNumber): boolean {
  return phone.isValid() && !(phone.countryCallingCode === '7' && /^(?:89|[0125])/u.test(phone.nationalNumber));
}

/** «79161234567 Анна»: without a plus, but eleven digits of the bot's own country. */
function glued(text: string, country: CountryCode): PhoneNumber | undefined {
  const calling = getCountryCallingCode(country);
  for (const [digits] of text.matchAll(SOLID)) {
    const phone =
      digits.startsWith(calling) || NEIGHBOUR.test(digits) ? parsePhoneNumberFromString(`+${digits}`) : undefined;
    if (phone !== undefined && isReal(phone)) return phone;
  }
  return undefined;
}

/** The text with the numbers of orders, cards, accounts blanked out, letter for letter. */
export function withoutCodes(text: string): string {
  const blank = (part: string): string => ' '.repeat(part.length);
  return text
    .replace(CARD, blank)
    .replace(PASSPORT, blank)
    .replace(LABELLED, (whole, label: string, sign: string, digits: string, at: number) => {
      const isForCalls = CALLS.test(text.slice(Math.max(0, at - 25), at));
      const isMobile =
        sign.trim() === '' &&
        !/(?:номер|number)\s*$/iu.test(text.slice(0, at)) &&
        /^[78][79]\d{9}$/u.test(digits) &&
        !/\p{L}{3}/u.test(sign);
      return isForCalls || isMobile ? whole : `${label}${sign}${blank(digits)}`;
    });
}

/** «восемь девятьсот шестнадцать сто двадцать три…»: numbers said one after the other, in digits. */
function digitsSpoken(text: string, language: string): string {
  const base = languageBase(language);
  const words = plainWords(text.replaceAll('+', ' плюс ')).map((word) => (/^(?:oh|o)$/u.test(word) ? 'zero' : word));
  const tokens = words.map((word) => (/^\d+$/u.test(word) ? { word, digits: Number(word) } : { word }));
  if (tokens.filter((token) => token.digits === undefined && readNumberRun([token], 0, base) !== null).length < 3)
    return '';
  let written = '';
  for (let at = 0; at < tokens.length;) {
    const token = tokens[at]!;
    if (token.digits !== undefined) {
      written += token.word;
      at += 1;
      continue;
    }
    const run = readNumberRun(tokens, at, base);
    written += run === null ? (/^(?:плюс|plus)$/u.test(token.word) ? ' +' : ' ') : String(run.value);
    at += run?.length ?? 1;
  }
  return written.trim();
}

/** A reply that is nothing but a number is read more leniently than one looked for in a sentence: «79161234567» needs no plus. */
function wholePhone(text: string, country: CountryCode): PhoneNumber | undefined {
  if (/\p{L}/u.test(text)) return undefined;
  const phone = parsePhoneNumberFromString(text, { defaultCountry: country, extract: false });
  return phone?.isValid() === true ? phone : undefined;
}

function countryOf({ country, language }: AnswerRules): CountryCode {
  const wanted = (country ?? '').trim().toUpperCase();
  const byCode = getCountries().find((one) => one === wanted);
  if (byCode !== undefined) return byCode;
  const calling = wanted.replace(/\D/gu, '');
  const shared = COUNTRY_OF_SHARED_CODE.get(calling);
  const byCalling = calling === '' ? undefined : getCountries().find((one) => getCountryCallingCode(one) === calling);
  return shared ?? byCalling ?? countryOfLanguage(language);
}

/** Whose numbers are written without a code where this language is spoken; +7 for a language of no one country here. */
export function countryOfLanguage(language: string): CountryCode {
  return COUNTRY_OF_LANGUAGE.get(languageBase(language)) ?? 'RU';
}
