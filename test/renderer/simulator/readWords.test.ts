import { expect, test } from 'vitest';
import type { Bot } from '../../../engine/flow/botSchema.ts';
import type { TraceEntry } from '../../../engine/model/trace.ts';
import { copyOf } from '../../../renderer/copy/i18n.ts';
import { stepWords } from '../../../renderer/simulator/stepWords.ts';
import { flowers } from './flowers.ts';

const place = { flow: 'main', node: 'q' };
const bot: Bot = flowers;
const inWords = (entry: TraceEntry, language: 'ru' | 'en'): string | null =>
  stepWords(entry, undefined, { bot, now: 0, t: copyOf('simulator', language) });

const day: TraceEntry = {
  type: 'read',
  place,
  kind: 'date',
  value: '2026-03-13',
  shown: '13.03.2026',
  words: 'в пятницу',
};

test('a value that was read is told with the words it comes from', () => {
  expect(inWords(day, 'ru')).toBe('Прочитано: дата — 13.03.2026, из слов «в пятницу»');
  expect(inWords(day, 'en')).toBe('Read: date — 13.03.2026, from the words “в пятницу”');
});

test('the words are left out where they say the same', () => {
  expect(inWords({ ...day, kind: 'number', value: 5, shown: '5', words: '5' }, 'ru')).toBe('Прочитано: число — 5');
  expect(inWords({ type: 'read', place, kind: 'file', value: 'x', shown: 'торт.jpg' }, 'en')).toBe(
    'Read: file — торт.jpg',
  );
});
