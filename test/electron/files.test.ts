import { mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserWindow, Dialog } from 'electron';
import { describe, expect, test } from 'vitest';
import { chooseFolder, openBotFile, saveBotFile, suggestedName } from '../../electron/files.ts';
import { WORDS } from '../../electron/words.ts';
import { tempFolder } from '../support/tempFolder.ts';

const window = {} as unknown as BrowserWindow;

/** A person at the dialogs: chooses `path` (or cancels) and reads what they are told. */
function person(path: string | undefined) {
  const told: string[] = [];
  let proposed = '';
  const dialogs = {
    showOpenDialog: () =>
      Promise.resolve({ canceled: path === undefined, filePaths: path === undefined ? [] : [path] }),
    showSaveDialog: (_window: unknown, { defaultPath }: { defaultPath: string }) => {
      proposed = defaultPath;
      return Promise.resolve({ canceled: path === undefined, filePath: path ?? '' });
    },
    showMessageBox: (_window: unknown, { message, detail }: { message: string; detail: string }) => {
      told.push(`${message} ${detail}`);
      return Promise.resolve({ response: 0, checkboxChecked: false });
    },
  } as unknown as Dialog;
  return { dialogs, told, proposed: () => proposed };
}

describe('opening a bot file', () => {
  test('gives its name and its text', async () => {
    const path = join(tempFolder(), 'Кафе.dialogram.json');
    writeFileSync(path, '{"имя":"Кафе"}');
    const opened = await openBotFile(person(path).dialogs, window, WORDS.ru);
    expect(opened).toEqual({ name: 'Кафе.dialogram.json', text: '{"имя":"Кафе"}' });
  });

  test('cancelled: nothing, and nothing is said', async () => {
    const { dialogs, told } = person(undefined);
    expect(await openBotFile(dialogs, window, WORDS.ru)).toBeNull();
    expect(told).toEqual([]);
  });

  test('too large, a folder, not there: told in words', async () => {
    const folder = tempFolder();
    const huge = join(folder, 'huge.json');
    writeFileSync(huge, '');
    truncateSync(huge, 20 * 1024 * 1024 + 1);
    mkdirSync(join(folder, 'dir.json'));
    for (const path of [huge, join(folder, 'dir.json'), join(folder, 'gone.json')]) {
      const { dialogs, told } = person(path);
      expect(await openBotFile(dialogs, window, WORDS.en)).toBeNull();
      expect(told).toHaveLength(1);
      expect(told[0]).toMatch(/can’t be read or is larger than 20 MB/);
    }
  });
});

test('choosing a folder gives its path, or nothing', async () => {
  const folder = tempFolder();
  expect(await chooseFolder(person(folder).dialogs, window, WORDS.ru)).toBe(folder);
  const { dialogs, told } = person(undefined);
  expect(await chooseFolder(dialogs, window, WORDS.ru)).toBeNull();
  expect(told).toEqual([]);
});

describe('saving a bot file', () => {
  const file = { name: 'bot.dialogram.json', text: '{}' };

  test('writes it whole, over an older one, and leaves nothing else', async () => {
    const folder = tempFolder();
    const path = join(folder, 'bot.dialogram.json');
    writeFileSync(path, 'older');
    expect(await saveBotFile(person(path).dialogs, window, WORDS.ru, file)).toBe(true);
    expect(readFileSync(path, 'utf8')).toBe('{}');
    expect(readdirSync(folder)).toEqual(['bot.dialogram.json']);
  });

  test('a name without an extension gets the one of a bot file', async () => {
    const folder = tempFolder();
    expect(await saveBotFile(person(join(folder, 'кафе')).dialogs, window, WORDS.ru, file)).toBe(true);
    expect(readdirSync(folder)).toEqual(['кафе.dialogram.json']);
  });

  test('cancelled: not written', async () => {
    const { dialogs, told } = person(undefined);
    expect(await saveBotFile(dialogs, window, WORDS.ru, file)).toBe(false);
    expect(told).toEqual([]);
  });

  test('where it can’t be written: told in words, the older file whole', async () => {
    const folder = tempFolder();
    const taken = join(folder, 'taken.json');
    mkdirSync(taken);
    for (const path of [taken, join(folder, 'gone/bot.json')]) {
      const { dialogs, told } = person(path);
      expect(await saveBotFile(dialogs, window, WORDS.ru, file)).toBe(false);
      expect(told.join()).toContain('Не удалось записать');
    }
    expect(readdirSync(folder)).toEqual(['taken.json']);
  });
});

test.each([
  ['Кафе «Пончик».dialogram.json', 'Кафе «Пончик».dialogram.json'],
  ['bot.json', 'bot.dialogram.json'],
  ['../../etc/passwd', 'etc passwd.dialogram.json'],
  ['C:\\Windows\\x', 'C Windows x.dialogram.json'],
  ['a\u0000b\u202Egnp.exe', 'a b gnp.exe.dialogram.json'],
  ['...', 'bot.dialogram.json'],
  ['', 'bot.dialogram.json'],
  ['x'.repeat(300), `${'x'.repeat(100)}.dialogram.json`],
])('the page’s proposal %j becomes the file name %j', async (name, expected) => {
  expect(suggestedName(name)).toBe(expected);
  const { dialogs, proposed } = person(undefined);
  await saveBotFile(dialogs, window, WORDS.en, { name, text: '' });
  expect(proposed()).toBe(expected);
});
