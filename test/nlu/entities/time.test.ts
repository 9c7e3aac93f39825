import { expect, test } from 'vitest';
import { readAnswer } from '../../../engine/nlu/entities/readAnswer.ts';

const timeIn = (text: string, language = 'ru', more: { min?: number; max?: number } = {}): unknown => {
  const read = readAnswer('time', text, { now: 0, timeZone: 'UTC', language, attachments: [], ...more });
  return read.ok ? read.value : read.reason;
};

test.each([
  ...[
    '18:30',
    '18-30',
    '18.30',
    '18 30',
    '1830',
    '18ч30',
    '18 ч 30 мин',
    'восемнадцать тридцать',
    'полседьмого вечера',
  ].map((text) => [text, '18:30']),
  ['25.12.2026 в 18-30', '18:30'],
  ['7:05', '07:05'],
  ['930', '09:30'],
  ['в 6 вечера', '18:00'],
  ['5 мая в семь вечера', '19:00'],
  ['15го в 16:00', '16:00'],
  ['через 2 дня в 17:00', '17:00'],
  ['6 утра', '06:00'],
  ['завтра утром в девять', '09:00'],
  ['2 часа дня', '14:00'],
  ['в час дня', '13:00'],
  ['час ночи', '01:00'],
  ['12 ночи', '00:00'],
  ['в полночь', '00:00'],
  ['24:00', '00:00'],
  ['полдень', '12:00'],
  ['к 12 часам', '12:00'],
  ['полтретьего', '14:30'],
  ['пол-третьего ночи', '02:30'],
  ['половина третьего', '14:30'],
  ['полпервого', '12:30'],
  ['без пятнадцати шесть', '17:45'],
  ['без четверти шесть утра', '05:45'],
  ['без пяти час', '12:55'],
  ['четверть шестого', '17:15'],
  ['десять минут девятого', '08:10'],
  ['восемнадцать ноль ноль', '18:00'],
  ['двадцать три ноль пять', '23:05'],
  ['после обеда', '15:00'],
])('%s is %s', (text, time) => {
  expect(timeIn(text)).toBe(time);
});

test.each([
  ['en', '6pm', '18:00'],
  ['en', '6:30 p.m.', '18:30'],
  ['en', '12am', '00:00'],
  ['en', 'half past six', '18:30'],
  ['en', 'quarter to six', '17:45'],
  ['en', 'ten to eight in the morning', '07:50'],
  ['en', "six o'clock", '18:00'],
  ['en', 'noon', '12:00'],
  ['kk', 'кешкі сағат 6', '18:00'],
  ['kk', 'таңғы 9', '09:00'],
  ['kk', 'алты жарым', '18:30'],
  ['es', 'a las 6 de la tarde', '18:00'],
  ['es', 'seis menos cuarto', '17:45'],
  ['es', 'seis y media', '18:30'],
])('%s: %s is %s', (language, text, time) => {
  expect(timeIn(text, language)).toBe(time);
});

test.each([
  '25:00',
  '18:75',
  'с 10 до 12',
  'в 10 или в 11',
  'вечером',
  'завтра',
  'нет',
  '99',
  '5 мая',
  'мне 25 лет',
  '01/04',
  '3 дня назад',
  'через полтора месяца',
  'April 1, 2027',
])('%s is not one time', (text) => {
  expect(timeIn(text)).toBe('notTime');
});

test('limits tell morning from evening, and bind', () => {
  expect(timeIn('в 8')).toBe('08:00');
  expect(timeIn('в 8', 'ru', { min: 12 * 60 })).toBe('20:00');
  expect(timeIn('полтретьего', 'ru', { max: 9 * 60 })).toBe('02:30');
  expect(timeIn('8:00', 'ru', { min: 9 * 60 })).toBe('tooSmall');
  expect(timeIn('23:00', 'ru', { max: 22 * 60 })).toBe('tooBig');
});
