import { expect, test } from 'vitest';
import { readAnswer } from '../../../engine/nlu/entities/readAnswer.ts';

const sumIn = (
  text: string,
  language = 'ru',
  more: { min?: number; max?: number; currency?: string } = {},
): unknown => {
  const read = readAnswer('money', text, { now: 0, timeZone: 'UTC', language, attachments: [], ...more });
  return read.ok ? read.value : read.reason;
};

test.each([
  ['1 500 руб', 1500],
  ['1\u00a0500,00\u00a0₽', 1500],
  ['₽1500', 1500],
  ['1500р', 1500],
  ['1500 р.', 1500],
  ['полторы тысячи', 1500],
  ['5к', 5000],
  ['5 к руб за торт', 5000],
  ['1,5 тыс', 1500],
  ['5 т.р.', 5000],
  ['5 тр', 5000],
  ['1.500 €', 1500],
  ['1,500', 1500],
  ['0,500', 0.5],
  ['1250.50 руб', 1250.5],
  ['12 345 678,90', 12_345_678.9],
  ['двадцать пять тысяч рублей', 25_000],
  ['рублей пятьсот', 500],
  ['полмиллиона рублей', 500_000],
  ['5 руб 50 коп', 5.5],
  ['пятьсот рублей 20 копеек', 500.2],
  ['50 копеек', 0.5],
  ['2 торта по 900 ₽', 900],
  ['500₽/шт', 500],
  ['сто баксов', 100],
  ['$20', 20],
  ['5000 тенге', 5000],
  ['примерно 3000', 3000],
  ['до 1000', 1000],
  ['0', 0],
])('%s is %d', (text, sum) => {
  expect(sumIn(text)).toBe(sum);
});

test.each([
  ['$1,250.75', 1250.75],
  ['twenty bucks', 20],
  ['1.5k', 1500],
  ['1k usd', 1000],
  ['5 dollars 50 cents', 5.5],
  ['£3', 3],
  ['EUR 15', 15],
])('in English %s is %d', (text, sum) => {
  expect(sumIn(text, 'en')).toBe(sum);
});

test.each([
  'много',
  'бесплатно',
  'от 500 до 1000',
  '500-1000 руб',
  '100 или 200 руб',
  '1500 рублей или 20 долларов',
  '18:30',
  '8 916 123-45-67',
  '01.02.2026',
])('%s is not one sum', (text) => {
  expect(sumIn(text)).toBe('notMoney');
});

test('a sum is in the currency asked for, or says none', () => {
  expect(sumIn('20 долларов', 'ru', { currency: 'RUB' })).toBe('otherCurrency');
  expect(sumIn('20 руб', 'ru', { currency: '₽' })).toBe(20);
  expect(sumIn('20', 'ru', { currency: 'руб.' })).toBe(20);
  expect(sumIn('20 долларов', 'ru', { currency: 'no such' })).toBe(20);
});

test('limits are inclusive, and nobody owes less than nothing', () => {
  expect(sumIn('500', 'ru', { min: 500, max: 500 })).toBe(500);
  expect(sumIn('499,99', 'ru', { min: 500 })).toBe('tooSmall');
  expect(sumIn('500,01', 'ru', { max: 500 })).toBe('tooBig');
  expect(sumIn('-5 руб')).toBe('tooSmall');
});

test('is shown the way prices are written', () => {
  const rules = { now: 0, timeZone: 'UTC', attachments: [] };
  expect(readAnswer('money', '1500,5 р', { ...rules, language: 'ru' })).toMatchObject({
    shown: '1\u00a0500,50\u00a0₽',
  });
  expect(readAnswer('money', '$1500', { ...rules, language: 'en' })).toMatchObject({ shown: '$1,500' });
  expect(readAnswer('money', '7', { ...rules, language: 'ru', currency: 'KZT' })).toMatchObject({ shown: '7\u00a0₸' });
});
