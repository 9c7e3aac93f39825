import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { ok, type Result } from '../model/result.ts';
import type { Log } from '../ports/log.ts';
import type { Erased } from '../ports/storeCare.ts';
import { backupFolder, listBackups } from './backups.ts';
import { eraseRows } from './eraseRows.ts';
import type { GroupCommit } from './groupCommit.ts';
import { errorCode } from './storeFault.ts';

/**
 * Deletes what is kept of these leads, and then writes the files anew: `secure_delete` overwrites rows as they go, but a row
 * that was moved earlier, when its page was full, left its old place as it was.
 */
export async function eraseCustomer(
  parts: {
    readonly database: Database.Database;
    readonly commit: GroupCommit;
    readonly folder: string;
    readonly log: Log;
  },
  leads: readonly string[],
): Promise<Result<Erased>> {
  const { database, commit, folder, log } = parts;
  const erased = await commit.write(() => eraseRows(database, leads));
  if (!erased.ok) return erased;
  const rewritten = rewrite(database, log);
  const backupsLeft: string[] = [];
  let backups = 0;
  for (const { name } of listBackups(folder)) {
    await setImmediate(); // customers are answered in between
    if (eraseFromCopy(join(backupFolder(folder), name), leads, log)) backups += 1;
    else backupsLeft.push(name);
  }
  log.info('store.erased', { leads: leads.length, rows: erased.value, backups, rewritten });
  return ok({ leads, rows: erased.value, backups, backupsLeft, rewritten });
}

function rewrite(database: Database.Database, log: Log): boolean {
  try {
    database.exec('VACUUM');
    // The log has the old pages until it is emptied; somebody who reads just now keeps it from being.
    const [done] = database.pragma('wal_checkpoint(TRUNCATE)') as { readonly busy: number }[];
    return done?.busy === 0;
  } catch (error) {
    log.warn('store.notRewritten', { code: errorCode(error) });
    return false;
  }
}

function eraseFromCopy(path: string, leads: readonly string[], log: Log): boolean {
  let copy: Database.Database | undefined;
  try {
    const opened = (copy = new Database(path, { fileMustExist: true }));
    opened.pragma('secure_delete = ON');
    opened.pragma('journal_mode = DELETE');
    opened.transaction(() => eraseRows(opened, leads)).immediate();
    opened.exec('VACUUM');
    return true;
  } catch (error) {
    log.warn('store.copyNotErased', { code: errorCode(error) });
    return false;
  } finally {
    copy?.close();
  }
}
