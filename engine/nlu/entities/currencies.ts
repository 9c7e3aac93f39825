import { normalise } from '../normalise.ts';

const CURRENCIES = {
  RUB: '₽ rub rur руб рубль рубля рублей рублю рублями рубли рублик рублика рубликов р ruble rubles rouble roubles',
  USD: '$ usd доллар доллара долларов доллары долл бакс бакса баксов баксы dollar dollars buck bucks',
  EUR: '€ eur евро euro euros еврик евриков',
  GBP: '£ gbp фунт фунта фунтов фунты pound pounds quid',
  KZT: '₸ kzt тенге теңге тг tenge',
  UAH: '₴ uah гривна гривны гривен гривень грн hryvnia hryvnias',
  BYN: 'byn byr',
  TRY: '₺ try лира лиры лир lira liras',
  CNY: '¥ cny юань юаня юаней yuan',
  INR: '₹ inr рупия рупии рупий rupee rupees',
  GEL: '₾ gel лари lari',
  AMD: '֏ amd драм драма драмов dram drams',
  UZS: 'uzs сум сума сумов soum',
  KGS: 'kgs сом сома сомов som',
  AED: 'aed дирхам дирхама дирхамов dirham dirhams',
} as const;
export type CurrencyCode = keyof typeof CURRENCIES;

const MINOR = 'коп копейка копейки копеек копейку цент цента центов cent cents пенс пенсов penny pence тиын тиын';
/** Kopecks in a rouble; the same in every currency above that has any. */
export const MINOR_UNITS = 100;

const names = new Map<string, CurrencyCode | 'minor'>(MINOR.split(' ').map((word) => [word, 'minor']));
for (const [code, forms] of Object.entries(CURRENCIES) as [CurrencyCode, string][])
  for (const form of forms.split(' ')) names.set(form, code);

/** The currency a word, sign or code names; `minor` for kopecks and cents. */
export function currencyNamed(word: string): CurrencyCode | 'minor' | undefined {
  return names.get(normalise(word).replace(/[\s.]/gu, ''));
}

export function currencySign(code: CurrencyCode): string {
  const [first = code] = CURRENCIES[code].split(' ');
  return /\p{Sc}|֏/u.test(first) ? first : code;
}
