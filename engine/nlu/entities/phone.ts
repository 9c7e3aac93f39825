import type { CountryCode, PhoneNumber } from 'libphonenumber-js/min';
import {
  findPhoneNumbersInText,
  getCountries,
  getCountryCallingCode,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/min';
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
const MESSENGER_LINK = /(?:https?:\/\/)?(?:wa\.me|api\.whatsapp\.com\/send\?phone=)\/?\+?/giu;

/** The first valid phone number in the text, as E.164; shown in international form. */
export function readPhone(text: string, rules: AnswerRules): AnswerRead {
  const written = text.replace(MESSENGER_LINK, '+');
  const country = countryOf(rules);
  const found = wholePhone(written, country) ?? findPhoneNumbersInText(written, country)[0]?.number;
  return found?.isValid() === true ? accept(found.number, found.formatInternational()) : refuse('notPhone');
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
