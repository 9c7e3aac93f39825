import type { Language } from '../copy/copyTypes.ts';

const ENGLISH = new Intl.PluralRules('en', { type: 'ordinal' });
const ENDINGS: Readonly<Record<Intl.LDMLPluralRule, string>> = {
  zero: 'th',
  one: 'st',
  two: 'nd',
  few: 'rd',
  many: 'th',
  other: 'th',
};

/** «3‑й», «3rd». */
export function ordinal(number: number, language: Language): string {
  return language === 'ru' ? `${String(number)}‑й` : `${String(number)}${ENDINGS[ENGLISH.select(number)]}`;
}
