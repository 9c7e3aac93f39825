import { describe, expect, test } from 'vitest';
import type { AnswerKind, AnswerRules } from '../../../engine/nlu/entities/answer.ts';
import { readAnswer, readWithin } from '../../../engine/nlu/entities/readAnswer.ts';
import { whereFound } from '../../../engine/nlu/entities/whereFound.ts';
import { processorMs } from '../../support/processorMs.ts';

const KINDS = ['number', 'money', 'phone', 'email', 'date', 'time', 'yesno', 'name', 'entity'] as const;
const rules: AnswerRules = {
  now: Date.UTC(2026, 2, 10, 11, 0),
  timeZone: 'Europe/Moscow',
  language: 'ru',
  attachments: [],
  values: [{ value: 'Москва', synonyms: ['мск'] }],
};
const said = (kind: AnswerKind, text: string): unknown => {
  const read = readAnswer(kind, text, rules);
  return read.ok ? read.value : null;
};

describe('what is no value is none, of whatever kind', () => {
  test.each([
    ['emoji only', '🎂🎉🎈'],
    ['signs only', '!!!???...'],
    ['another script', 'مرحبا كيف حالك'],
    ['right to left marks', '\u202e\u200f\u202c'],
    ['letters of two alphabets in one word', 'пpивeт кaк дeлa'],
    ['thousands of digits', '9'.repeat(10_000)],
    ['zero width', '\u200b\u200d\ufeff'],
  ])('%s', (_, text) => {
    for (const kind of KINDS.filter((one) => one !== 'name')) expect([kind, said(kind, text)]).toEqual([kind, null]);
  });
});

test('a value is found behind marks of direction and among emoji', () => {
  expect(said('number', '🎂 2 🎂')).toBe(2);
  expect(said('date', '🎉завтра🎉')).toBe('2026-03-11');
  expect(said('phone', '\u202a+7 916 123-45-67\u202c')).toBe('+79161234567');
  expect(said('number', '٢٥')).toBe(25);
});

test('a number too long to be counted exactly is a card or an account', () => {
  expect(said('number', '999999999999999')).toBe(999_999_999_999_999);
  expect(said('number', '4276380012345678')).toBeNull();
  expect(said('money', '1 000 000 000 000 руб')).toBe(1_000_000_000_000);
});

/** Each would be dear to an expression that tries every way to split it. */
const BAITS = [
  'а',
  '1',
  '1 ',
  '1.',
  '1-',
  '(',
  '+7 ',
  'a@',
  'a.',
  ' ',
  '\t',
  'в ',
  'не ',
  'не завтра, ',
  'через ',
  'через час ',
  'пол ',
  'от 5 до ',
  'двадцать ',
  'тысяч ',
  'меня зовут ',
  'это Анна ',
  'заказ    ',
  'заказ № ',
  'dot ',
  'x dot ',
  ' at ',
  'или ',
  '5 мая ',
  'до конца ',
  'москв ',
  'кроме ',
  'да ',
];

test('10,000 characters of anything are read in the time of a few hundred', () => {
  const slow: string[] = [];
  for (const kind of KINDS) {
    for (const bait of BAITS) {
      const text = `${bait.repeat(Math.ceil(10_000 / bait.length)).slice(0, 10_000)} конец`;
      for (const read of [readAnswer, readWithin]) {
        const best = processorMs(() => read(kind, text, rules), 250);
        if (best >= 250) slow.push(`${read.name} ${kind} «${bait}» ${best.toFixed(0)} ms`);
      }
    }
  }
  expect(slow).toEqual([]);
});

test('where a value stands is told in offsets of the very text, emoji and ё counted', () => {
  const text = '🎂 жду её в пятницу, телефон 8 (916) 123-45-67!';
  const wordsOf = (kind: AnswerKind): string => {
    const place = whereFound(kind, text, rules, readWithin(kind, text, rules), true);
    return place === null ? '' : text.slice(place.start, place.end);
  };
  expect(wordsOf('date')).toBe('пятницу');
  expect(wordsOf('phone')).toBe('8 (916) 123-45-67');
});
