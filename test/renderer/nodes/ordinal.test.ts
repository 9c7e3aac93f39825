import { expect, test } from 'vitest';
import { ordinal } from '../../../renderer/nodes/ordinal.ts';

test('numbers in a row are told as people tell them', () => {
  expect([1, 2, 3, 4, 5, 11, 21].map((n) => ordinal(n, 'en'))).toEqual([
    '1st',
    '2nd',
    '3rd',
    '4th',
    '5th',
    '11th',
    '21st',
  ]);
  expect(ordinal(3, 'ru')).toBe('3‑й');
});
