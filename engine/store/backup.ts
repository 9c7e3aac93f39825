import { closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { fail, ok, type Result } from '../model/result.ts';
import { ensurePrivateFile } from './prepareFolder.ts';
import { errorCode, isDiskTrouble } from './storeFault.ts';

/**
 * A copy through SQLite's backup API (a plain file copy of a live database is broken), checked before it gets its name:
 * `file` is a whole copy or does not exist anew. One self-contained file, 0600. Faults: `diskFull`, `fileUnreadable`.
 */
export function backupTo(database: Database.Database, file: string): Promise<Result<void>> {
  return finishCopy(file, (part) => database.backup(part));
}

/** `copy` fills a file beside the one that is wanted. */
export async function finishCopy(file: string, copy: (part: string) => Promise<unknown>): Promise<Result<void>> {
  const part = `${file}.part`;
  try {
    rmSync(part, { force: true });
    ensurePrivateFile(part);
    await copy(part);
    flush(part);
    if (!(await isWhole(part))) return fail({ code: 'fileUnreadable', path: file, reason: 'damagedCopy' });
    renameSync(part, file);
    return ok(undefined);
  } catch (error) {
    if (isDiskTrouble(error)) return fail({ code: 'diskFull' });
    // better-sqlite3 has no code for a folder that is not there, only a TypeError.
    const reason = errorCode(error) ?? (error instanceof TypeError ? error.message : null);
    if (reason === null) throw error;
    return fail({ code: 'fileUnreadable', path: file, reason });
  } finally {
    for (const left of [part, `${part}-journal`, `${part}-wal`, `${part}-shm`]) rmSync(left, { force: true });
  }
}

/** On the disk before it has its name. */
function flush(path: string): void {
  const file = openSync(path, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Table by table, so that customers are answered in between. */
export async function isWhole(path: string): Promise<boolean> {
  const copy = new Database(path, { fileMustExist: true });
  try {
    copy.pragma('journal_mode = DELETE');
    const tables = copy.prepare<[], string>(`SELECT name FROM sqlite_schema WHERE type = 'table'`).pluck().all();
    for (const table of tables) {
      if (copy.pragma(`integrity_check("${table}")`, { simple: true }) !== 'ok') return false;
      await setImmediate();
    }
    return true;
  } finally {
    copy.close();
  }
}
