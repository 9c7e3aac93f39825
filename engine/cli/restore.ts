import { join, resolve } from 'node:path';
import { backupFolder, listBackups } from '../store/backups.ts';
import { restoreBackup } from '../store/restoreBackup.ts';
import { complainOf, folderOf, megabytes } from './dataCommand.ts';
import { language } from './language.ts';
import { DONE, inWords, misused, NO, printJson, tell, WRONG_USAGE } from './output.ts';
import { readArguments } from './readArguments.ts';

/** `dialogram restore FILE [--data DIR] [--replace]`: puts a copy in place; without FILE it lists the copies there are. */
export async function restore(args: readonly string[]): Promise<number> {
  const read = readArguments(args, { data: 'value', replace: 'flag' });
  if ('wrong' in read) return misused({ ru: `restore: ${read.wrong}`, en: `restore: ${read.wrong}` });
  const folder = folderOf(read.options.data);
  const [named, ...more] = read.files;
  if (named === undefined) return listed(folder);
  if (more.length > 0) return misused({ ru: 'restore: нужен один файл', en: 'restore: one file is needed' });
  const { json, replace } = read.options;
  const done = await restoreBackup({ folder, file: resolve(named), replace, now: Date.now() });
  if (done === 'occupied') {
    tell(
      inWords({
        ru: `${folder}: здесь уже есть данные. С --replace они будут отложены в папку replaced-…, а не удалены.`,
        en: `${folder}: there is data already. With --replace it is put aside into replaced-…, not deleted.`,
      }),
    );
    return NO;
  }
  if (!done.ok) return complainOf(done.fault);
  const { aside, version, bytes } = done.value;
  if (json) printJson({ folder, from: resolve(named), bytes, version, aside });
  else {
    tell(
      inWords({
        ru: `Восстановлено в ${folder} (${megabytes(bytes)}).`,
        en: `Restored into ${folder} (${megabytes(bytes)}).`,
      }),
    );
    if (aside !== null) tell(inWords({ ru: `Прежние данные: ${aside}`, en: `The data of before: ${aside}` }));
    tell(
      inWords({
        ru: 'Запустите Dialogram: он спросит у Umnico, что пришло с тех пор, и не ответит дважды.',
        en: 'Start Dialogram: it asks Umnico what came since, and answers nothing twice.',
      }),
    );
  }
  return DONE;
}

function listed(folder: string): number {
  const copies = listBackups(folder);
  if (copies.length === 0)
    return misused({
      ru: `restore: нужен файл копии; в ${backupFolder(folder)} копий нет`,
      en: `restore: a backup file is needed; there is none in ${backupFolder(folder)}`,
    });
  tell(inWords({ ru: 'restore: какую копию? Есть:', en: 'restore: which copy? There are:' }));
  for (const { name, at, bytes } of copies)
    tell(`  ${join(backupFolder(folder), name)}  ${new Date(at).toLocaleString(language())}  ${megabytes(bytes)}`);
  return WRONG_USAGE;
}
