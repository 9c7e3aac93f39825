import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Fault } from '../model/fault.ts';
import { inWords, misused, sentence, tell, WRONG_USAGE } from './output.ts';
import { dataFolder } from './dataFolder.ts';

/** The folder that `--data` names, absolute; else where `serve` keeps its data. */
export function folderOf(data: string | undefined): string {
  return resolve(data ?? dataFolder());
}

/** Is there anything of Dialogram's? If not, one line that says so. */
export function isDataFolder(folder: string): boolean {
  if (existsSync(join(folder, 'dialogram.sqlite'))) return true;
  misused({
    ru: `${folder}: здесь нет данных Dialogram. Укажите папку: --data ПАПКА`,
    en: `${folder}: there is no Dialogram data here. Name the folder: --data DIR`,
  });
  return false;
}

const COPY_WORDS: Readonly<Record<string, { readonly ru: string; readonly en: string }>> = {
  notDialogram: { ru: 'это не база Dialogram', en: 'this is not a Dialogram database' },
  damagedCopy: { ru: 'файл повреждён; возьмите другую копию', en: 'the file is damaged; take another copy' },
  ENOENT: { ru: 'такого файла нет', en: 'there is no such file' },
};

/** A fault of a data command as one line. Value: exit status 2. */
export function complainOf(fault: Fault): number {
  const known = fault.code === 'fileUnreadable' ? COPY_WORDS[fault.reason] : undefined;
  if (fault.code === 'fileUnreadable' && known !== undefined) tell(`${fault.path}: ${inWords(known)}`);
  else if (fault.code === 'diskFull')
    tell(
      inWords({
        ru: 'На диске не хватает места. Освободите его или укажите другой диск.',
        en: 'There is not enough room on the disk. Free some, or name another disk.',
      }),
    );
  else tell(sentence(fault));
  return WRONG_USAGE;
}

/** A place that was named to write into, and why nothing can be. Value: exit status 2. */
export function cannotWrite(path: string, reason: string): number {
  return reason === 'ENOENT'
    ? misused({ ru: `${path}: такой папки нет`, en: `${path}: there is no such folder` })
    : misused({ ru: `${path}: не записывается (${reason})`, en: `${path}: cannot be written (${reason})` });
}

export function megabytes(bytes: number): string {
  return `${(bytes / (1024 * 1024)).toFixed(1)} ${inWords({ ru: 'МБ', en: 'MB' })}`;
}
