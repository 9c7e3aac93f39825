import { expect, test } from 'vitest';
import { isAutoReply } from '../../engine/runtime/isAutoReply.ts';

test.each([
  ['Мы скоро ответим', 'мы  скоро ОТВЕТИМ', true],
  ['Мы скоро ответим', 'Мы скоро ответим вам', false],
  ['Здравствуйте, *! Мы с 9 до *.', 'Здравствуйте, Анна! Мы с 9 до 18.', true],
  ['Здравствуйте, *! Мы с 9 до *.', 'Здравствуйте! Мы с 9 до 18.', false],
  ['*ответим', 'Скоро ответим', true],
  ['ответ*ответ', 'ответ', false],
  ['Спасибо*', 'Спасибо', true],
  ['*', 'Добрый день, это Анна', false],
  ['**', 'Добрый день', false],
  ['', '', false],
  ['a.c', 'abc', false],
])('«%s» and «%s»: %s', (listed, said, isIt) => expect(isAutoReply(said, { autoReplies: [listed] })).toBe(isIt));

test('nothing is listed: every message is a person’s', () => expect(isAutoReply('Мы скоро ответим', {})).toBe(false));
