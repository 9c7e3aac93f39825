import { existsSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { foldersOf } from '../../electron/folders.ts';
import { tempFolder } from '../support/tempFolder.ts';

test('usually the data lies in the app’s own folder', () => {
  const usual = tempFolder();
  for (const chosen of [undefined, ''])
    expect(foldersOf(chosen, usual)).toEqual({ data: join(usual, 'data'), profile: usual });
});

test('a chosen folder is a world of its own, its profile in it', () => {
  const chosen = join(tempFolder(), 'bots');
  expect(foldersOf(chosen, tempFolder())).toEqual({ data: chosen, profile: join(chosen, 'desktop') });
  expect(statSync(join(chosen, 'desktop')).isDirectory()).toBe(true);
});

test('one that can’t be written to leaves the window a profile of its own elsewhere', () => {
  const usual = tempFolder();
  const chosen = join(tempFolder(), 'file');
  writeFileSync(chosen, 'a file, where nothing can be put in');
  const first = foldersOf(chosen, usual);
  expect(first.data).toBe(chosen);
  expect(first.profile.startsWith(join(usual, 'profiles'))).toBe(true);
  expect(existsSync(first.profile)).toBe(true);
  expect(foldersOf(chosen, usual)).toEqual(first);
  expect(foldersOf(join(chosen, 'other'), usual).profile).not.toBe(first.profile);
});
