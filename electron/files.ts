import { readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { BrowserWindow, Dialog } from 'electron';
import type { TextFile } from './contract.ts';
import type { Words } from './words.ts';

/** The engine's own limit for a bot file; a larger one is not even read. */
const LARGEST = 20 * 1024 * 1024;
const EXTENSION = '.dialogram.json';

type Dialogs = Pick<Dialog, 'showOpenDialog' | 'showSaveDialog' | 'showMessageBox'>;

/** Asks for a bot file and reads it. Null = the person changed their mind, or has been told why it can't be read. */
export async function openBotFile(dialogs: Dialogs, window: BrowserWindow, words: Words): Promise<TextFile | null> {
  const { filePaths } = await dialogs.showOpenDialog(window, {
    title: words.openTitle,
    properties: ['openFile'],
    // A dialog knows the last part of an extension only.
    filters: [{ name: words.botFiles, extensions: ['json'] }],
  });
  const path = filePaths[0];
  if (path === undefined) return null;
  const text = await readBotFile(path);
  if (text !== undefined) return { name: basename(path), text };
  await tellUnread(dialogs, window, words, basename(path));
  return null;
}

/** Value: its whole path; null = the person changed their mind. What is in it is for the engine to read, and to judge. */
export async function chooseFolder(dialogs: Dialogs, window: BrowserWindow, words: Words): Promise<string | null> {
  const { filePaths } = await dialogs.showOpenDialog(window, {
    title: words.folderTitle,
    properties: ['openDirectory'],
  });
  return filePaths[0] ?? null;
}

export function tellUnread(dialogs: Dialogs, window: BrowserWindow, words: Words, name: string): Promise<void> {
  return tell(dialogs, window, words.cantRead(name, LARGEST / 1024 / 1024));
}

/** Undefined: not a file, too large, or not to be read. */
export async function readBotFile(path: string): Promise<string | undefined> {
  try {
    const { size } = await stat(path);
    return size > LARGEST ? undefined : await readFile(path, 'utf8');
  } catch {
    return undefined;
  }
}

/** Asks where to and writes it there whole or not at all. True = written. */
export async function saveBotFile(
  dialogs: Dialogs,
  window: BrowserWindow,
  words: Words,
  file: TextFile,
): Promise<boolean> {
  const { filePath } = await dialogs.showSaveDialog(window, {
    title: words.saveTitle,
    defaultPath: suggestedName(file.name),
    filters: [{ name: words.botFiles, extensions: ['json'] }],
  });
  if (!filePath) return false;
  const path = filePath.toLowerCase().endsWith('.json') ? filePath : filePath + EXTENSION;
  // Beside its place: a disk that fills up in the middle must not eat the older copy.
  const beside = join(dirname(path), `.${basename(path)}.${String(process.pid)}`);
  try {
    await writeFile(beside, file.text);
    await rename(beside, path);
    return true;
  } catch {
    await rm(beside, { force: true }).catch(() => {});
    await tell(dialogs, window, words.cantWrite(path));
    return false;
  }
}

/** The page's proposal as a plain file name: no folders, nothing that one of the systems refuses. */
export function suggestedName(name: string): string {
  const stem = name
    .replace(/(\.dialogram)?\.json$/i, '')
    .replace(/[\p{Cc}\p{Cf}/\\:*?"<>|]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s.]+|[\s.]+$/g, '');
  return `${stem.slice(0, 100) || 'bot'}${EXTENSION}`;
}

async function tell(dialogs: Dialogs, window: BrowserWindow, said: { what: string; todo: string }): Promise<void> {
  await dialogs.showMessageBox(window, { type: 'warning', message: said.what, detail: said.todo });
}
