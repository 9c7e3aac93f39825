import { expect, test } from 'vitest';
import { readAnswer } from '../../../engine/nlu/entities/readAnswer.ts';

const numberIn = (text: string, language = 'ru', more: { min?: number; max?: number } = {}): unknown => {
  const read = readAnswer('number', text, { now: 0, timeZone: 'UTC', language, attachments: [], ...more });
  return read.ok ? read.value : read.reason;
};

test.each([
  ['12,5', 12.5],
  ['1 250,50', 1250.5],
  ['1\u00a0250', 1250],
  ['1.250.000', 1_250_000],
  ['٢٥', 25],
  ['−5', -5],
  ['минус пять', -5],
  ['пять', 5],
  ['двадцать пять', 25],
  ['двадцать пять тысяч', 25_000],
  ['сто двадцать пять', 125],
  ['тысяча двести', 1200],
  ['два миллиона триста тысяч пять', 2_300_005],
  ['полтора', 1.5],
  ['полтора миллиона', 1_500_000],
  ['полмиллиона', 500_000],
  ['два с половиной', 2.5],
  ['две с половиной тысячи', 2500],
  ['пять целых три десятых', 5.3],
  ['пару тысяч', 2000],
  ['сотня', 100],
  ['2к', 2000],
  ['2 к', 2000],
  ['1,5к', 1500],
  ['25 тыс.', 25_000],
  ['2 млн', 2_000_000],
  ['5 тысяч 300', 5300],
  ['мне 25 лет', 25],
  ['5шт', 5],
  ['50%', 50],
  ['придём впятером, то есть пятеро', 5],
])('%s is %d', (text, value) => {
  expect(numberIn(text)).toBe(value);
});

test.each([
  ['en', 'five hundred', 500],
  ['en', 'two thousand and five', 2005],
  ['en', '1,250', 1250],
  ['en', '1,250.75', 1250.75],
  ['en', 'a dozen', 12],
  ['en', 'two point five', 2.5],
  ['en', 'twenty-five', 25],
  ['kk', 'жиырма бес мың', 25_000],
  ['kk', 'он бес', 15],
  ['es', 'treinta y cinco', 35],
  ['es', 'mil doscientos', 1200],
  ['es', '1.250,5', 1250.5],
])('%s: %s is %d', (language, text, value) => {
  expect(numberIn(text, language)).toBe(value);
});

test.each([
  '5 или 6',
  'от 5 до 10',
  '5-10',
  '12 5',
  'А4',
  'x2',
  '18:30',
  '1/2/3',
  '01.02.2026',
  '1e5',
  '8 916 123-45-67',
  'можно один вопрос?',
  'он',
  'нет',
  '...',
])('%s is not one number', (text) => {
  expect(numberIn(text)).toBe('notNumber');
});

test('limits are inclusive', () => {
  expect(numberIn('5', 'ru', { min: 5, max: 5 })).toBe(5);
  expect(numberIn('4', 'ru', { min: 5 })).toBe('tooSmall');
  expect(numberIn('шесть', 'ru', { max: 5 })).toBe('tooBig');
});

test('is shown the way the language writes fractions', () => {
  const rules = { now: 0, timeZone: 'UTC', attachments: [] };
  expect(readAnswer('number', '2.5', { ...rules, language: 'ru' })).toEqual({ ok: true, value: 2.5, shown: '2,5' });
  expect(readAnswer('number', '2.5', { ...rules, language: 'en' })).toEqual({ ok: true, value: 2.5, shown: '2.5' });
});
