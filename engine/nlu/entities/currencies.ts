import { normalise } from '../normalise.ts';

const CURRENCIES = {
  RUB: '₽ rub rur руб рубль рубля рублей рублю рублями рубли рублях рублик рублика рубликов р рэ рубл деревянных ruble rubles rouble roubles',
  USD: '$ usd доллар доллара долларов доллары долл бакс бакса баксов баксы баксам баксах долларах долларами зеленых dollar dollars buck bucks',
  EUR: '€ eur евро euro euros еврик евриков',
  GBP: '£ gbp фунт фунта фунтов фунты pound pounds quid фунтам',
  KZT: '₸ kzt тенге теңге тенгэ тенга тг tenge',
  UAH: '₴ uah гривна гривны гривен гривень грн hryvnia hryvnias',
  BYN: 'byn byr белруб белрублей',
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

/** The hundredth parts: whose they are. */
const MINOR: Readonly<Record<string, CurrencyCode>> = {
  ...of('RUB', 'коп копейка копейки копеек копейку'),
  ...of('USD', 'цент цента центов центы cent cents'),
  ...of('GBP', 'пенс пенсов penny pence'),
  ...of('KZT', 'тиын тиын'),
};
/** Kopecks in a rouble; the same in every currency above that has any. */
export const MINOR_UNITS = 100;

const names = new Map<string, CurrencyCode | 'minor'>(Object.keys(MINOR).map((word) => [word, 'minor']));
for (const [code, forms] of Object.entries(CURRENCIES) as [CurrencyCode, string][])
  for (const form of forms.split(' ')) names.set(form, code);

/** Other endings and pet names of the commonest. */
const BY_STEM: readonly (readonly [RegExp, CurrencyCode | 'minor'])[] = [
  [/^руб(?:л|ас|ч|ик)\p{L}*$|^целков\p{L}+$/u, 'RUB'],
  [/^доллар\p{L}*$|^бакс\p{L}*$|^бакинск\p{L}+$/u, 'USD'],
  [/^евр(?:ик|ец|овал)\p{L}*$/u, 'EUR'],
  [/^те[нң]ге\p{L}+$|^теньге$/u, 'KZT'],
  [/^грив(?:н|ен)\p{L}*$/u, 'UAH'],
  [/^фунт\p{L}*$/u, 'GBP'],
  [/^дирхам\p{L}*$/u, 'AED'],
  [/^копе[ей]\p{L}*$/u, 'minor'],
];

/** The currency a word, sign or code names; `minor` for kopecks and cents. */
export function currencyNamed(word: string): CurrencyCode | 'minor' | undefined {
  const folded = normalise(word).replace(/[\s.]/gu, '');
  return names.get(folded) ?? BY_STEM.find(([stem]) => stem.test(folded))?.[1];
}

/** The currency whose kopecks or cents a word names. */
export function currencyOfMinor(word: string): CurrencyCode | undefined {
  return MINOR[normalise(word)];
}

function of(code: CurrencyCode, words: string): Readonly<Record<string, CurrencyCode>> {
  return Object.fromEntries(words.split(' ').map((word) => [word, code]));
}

export function currencySign(code: CurrencyCode): string {
  const [first = code] = CURRENCIES[code].split(' ');
  return /\p{Sc}|֏/u.test(first) ? first : code;
}
