import { expect, test } from 'vitest';
import { copyOf } from '../../../renderer/copy/i18n.ts';
import type { StepKey } from '../../../renderer/editor/command.ts';
import { stepWords } from '../../../renderer/editor/stepWords.ts';

const words = (key: StepKey, count?: number): string =>
  stepWords({ key, name: 'Цена', ...(count !== undefined && { count }) }, copyOf('editor', 'ru'));

test('one phrase is named as such, twenty-one are twenty-one', () => {
  expect([1, 2, 5, 21, 101].map((count) => words('addPhrases', count))).toEqual([
    'новая фраза в теме «Цена»',
    'добавление 2 фраз в тему «Цена»',
    'добавление 5 фраз в тему «Цена»',
    'добавление 21 фразы в тему «Цена»',
    'добавление 101 фразы в тему «Цена»',
  ]);
  expect([1, 21, 22].map((count) => words('removePhrases', count))).toEqual([
    'удаление фразы из темы «Цена»',
    'удаление 21 фразы из темы «Цена»',
    'удаление 22 фраз из темы «Цена»',
  ]);
  expect([1, 31].map((count) => words('movePhrases', count))).toEqual([
    'перенос фразы в тему «Цена»',
    'перенос 31 фразы в тему «Цена»',
  ]);
});

test('so are topics, blocks and notes; without a number it is one', () => {
  expect([words('addTopics', 1), words('addTopics', 21)]).toEqual(['новая тема «Цена»', 'добавление 21 темы']);
  expect([words('move'), words('move', 21)]).toEqual(['перенос блока «Цена»', 'перенос 21 блока']);
  expect([words('removeNote', 1), words('removeNote', 21)]).toEqual(['удаление заметки', 'удаление 21 заметки']);
  expect(words('removeNodes', 21)).toBe('удаление 21 блока');
  expect(words('settings')).toBe('настройки бота');
});
