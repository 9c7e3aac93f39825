import { existsSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { copyFromOutside } from '../store/outsideCopy.ts';
import { newBackupPath } from '../store/backups.ts';
import { cannotWrite, complainOf, folderOf, isDataFolder, megabytes } from './dataCommand.ts';
import { DONE, inWords, misused, printJson, tell, WRONG_USAGE } from './output.ts';
import { readArguments } from './readArguments.ts';

/** `dialogram backup [--data DIR] [--to FILE|DIR]`: a checked copy, also while the engine runs. */
export async function backup(args: readonly string[]): Promise<number> {
  const read = readArguments(args, { data: 'value', to: 'value' });
  if ('wrong' in read) return misused({ ru: `backup: ${read.wrong}`, en: `backup: ${read.wrong}` });
  const folder = folderOf(read.options.data);
  if (!isDataFolder(folder)) return WRONG_USAGE;
  const begun = Date.now();
  let file: string;
  try {
    file = placeOf(read.options.to, newBackupPath(folder, 'manual', begun));
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    return cannotWrite(join(folder, 'backups'), reason);
  }
  if (existsSync(file))
    return misused({ ru: `${file}: такой файл уже есть`, en: `${file}: this file is there already` });
  const done = await copyFromOutside(folder, file);
  if (!done.ok) {
    const { fault } = done;
    return fault.code === 'fileUnreadable' && fault.path.startsWith(file)
      ? cannotWrite(file, fault.reason)
      : complainOf(fault);
  }
  const { bytes, version } = done.value;
  if (read.options.json) printJson({ file, bytes, version, ms: Date.now() - begun });
  else
    tell(
      inWords({
        ru: `Копия готова и проверена: ${file} (${megabytes(bytes)}). В ней переписка и телефоны: храните как пароль.`,
        en: `The copy is made and checked: ${file} (${megabytes(bytes)}). It holds chats and phones: keep it like a password.`,
      }),
    );
  return DONE;
}

function placeOf(to: string | undefined, usual: string): string {
  if (to === undefined) return usual;
  const path = resolve(to);
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true ? join(path, basename(usual)) : path;
}
