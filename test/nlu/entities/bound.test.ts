import { expect, test } from 'vitest';
import { readBound } from '../../../engine/nlu/entities/bound.ts';

const tuesday = Date.UTC(2026, 2, 10, 11, 0); // 10 March 2026, 14:00 in Moscow
const bound = (kind: 'date' | 'time' | 'number' | 'money', written: string | number): number | null =>
  readBound(kind, written, tuesday, 'Europe/Moscow');

test.each([
  ['today', 0],
  ['сегодня', 0],
  ['0', 0],
  [0, 0],
  [14, 14],
  ['+0d', 0],
  ['+30d', 30],
  ['30d', 30],
  ['+30 дней', 30],
  ['+5', 5],
  ['-7d', -7],
  ['+2w', 14],
  ['+1m', 31],
  ['-18y', -6574],
  ['-18 лет', -6574],
  ['tomorrow', 1],
  ['через неделю', 7],
  ['2026-03-20', 10],
  ['20.03.2026', 10],
  ['2026-03-01', -9],
  ['soon', null],
  ['', null],
  ['+99999y', null],
])('the day %s is %s days from today', (written, days) => {
  expect(bound('date', written)).toBe(days);
});

test.each([
  ['09:00', 540],
  ['18:30', 1110],
  ['24:00', 1440],
  ['6 pm', 1080],
  [9, 540],
  [24, 1440],
  [540, 540],
  ['later', null],
])('the time %s is minute %s of the day', (written, minutes) => {
  expect(bound('time', written)).toBe(minutes);
});

test('a figure may be written as a text', () => {
  expect(bound('number', '1 000')).toBe(1000);
  expect(bound('money', '1 000 ₽')).toBe(1000);
  expect(bound('number', 'some')).toBeNull();
});
