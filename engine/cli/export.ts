import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readDrafts } from '../store/outsideCopy.ts';
import { cannotWrite, complainOf, folderOf, isDataFolder } from './dataCommand.ts';
import { DONE, misused, printJson, tell, WRONG_USAGE } from './output.ts';
import { readArguments } from './readArguments.ts';

/** `dialogram export [--data DIR] (--bot ID [--out FILE] | --out DIR)`: bot files out of a data folder, also of a running one. */
export function exportBots(args: readonly string[]): Promise<number> {
  return Promise.resolve(run(args));
}

function run(args: readonly string[]): number {
  const read = readArguments(args, { data: 'value', bot: 'value', out: 'value' });
  if ('wrong' in read) return misused({ ru: `export: ${read.wrong}`, en: `export: ${read.wrong}` });
  const { data, bot, out, json } = read.options;
  const folder = folderOf(data);
  if (!isDataFolder(folder)) return WRONG_USAGE;
  const drafts = readDrafts(folder);
  if (!drafts.ok) return complainOf(drafts.fault);
  const known = drafts.value.map(({ id }) => id).join(', ');
  if (bot !== undefined) {
    const one = drafts.value.find(({ id }) => id === bot);
    if (one === undefined)
      return misused({
        ru: `export: нет бота «${bot}»; есть: ${known === '' ? 'ни одного' : known}`,
        en: `export: there is no bot “${bot}”; there are: ${known === '' ? 'none' : known}`,
      });
    if (out === undefined) process.stdout.write(one.text);
    else if (!write(resolve(out), one.text)) return WRONG_USAGE;
    else if (json) printJson({ files: [{ id: one.id, name: one.name, file: resolve(out) }] });
    return DONE;
  }
  if (out === undefined)
    return misused({
      ru: `export: --bot ИМЯ для одного или --out ПАПКА для всех; есть: ${known}`,
      en: `export: --bot ID for one or --out DIR for all; there are: ${known}`,
    });
  const target = resolve(out);
  const files = drafts.value.map(({ id, name, text }) => ({ id, name, text, file: join(target, fileName(id)) }));
  try {
    mkdirSync(target, { recursive: true });
  } catch (error) {
    return cannotWrite(target, codeOf(error));
  }
  for (const { file, text } of files) if (!write(file, text)) return WRONG_USAGE;
  if (json) printJson({ files: files.map(({ id, name, file }) => ({ id, name, file })) });
  else for (const { name, file } of files) tell(`${name}: ${file}`);
  return DONE;
}

/** An id came from a file somewhere: as a name it must not lead out of the folder. */
function fileName(id: string): string {
  return `${id.replaceAll(/[^\p{L}\p{N}_-]/gu, '_').slice(0, 80)}.dialogram.json`;
}

function write(file: string, text: string): boolean {
  try {
    writeFileSync(file, text);
    return true;
  } catch (error) {
    const reason = codeOf(error);
    if (reason === 'ENOSPC') complainOf({ code: 'diskFull' });
    else cannotWrite(file, reason);
    return false;
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
}
