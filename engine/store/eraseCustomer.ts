import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { ok, type Result } from '../model/result.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { Erased } from '../ports/storeCare.ts';
import { backupFolder, listBackups } from './backups.ts';
import { eraseRows } from './eraseRows.ts';
import { forgottenUntil } from './forgotten.ts';
import type { GroupCommit } from './groupCommit.ts';
import { rewriteInThread } from './rewriteInThread.ts';

/**
 * Deletes what is kept of these leads, and then writes the files anew: `secure_delete` overwrites rows as they go, but a row
 * that was moved earlier, when its page was full, left its old place as it was. Commits wait while the database itself is
 * rewritten; whatever else the engine does goes on.
 */
export async function eraseCustomer(
  parts: {
    readonly database: Database.Database;
    readonly commit: GroupCommit;
    readonly folder: string;
    readonly clock: Clock;
    readonly log: Log;
  },
  leads: readonly string[],
  { until, onGone }: { readonly until: number | null; readonly onGone?: () => void },
): Promise<Result<Erased>> {
  const { database, commit, folder, clock, log } = parts;
  const erased = await commit.write(() => {
    const marks = forgottenUntil(database, leads, until, clock.now());
    return { marks, rows: eraseRows(database, marks) };
  });
  if (!erased.ok) return erased;
  const { marks, rows } = erased.value;
  onGone?.();
  const live = database.name;
  const names = listBackups(folder).map(({ name }) => name);
  const pathOf = (name: string): string => join(backupFolder(folder), name);
  const done = new Set<string>();
  const resume = commit.hold();
  try {
    await rewriteInThread({ database: live, copies: names.map(pathOf), until: marks }, (file) => {
      if (file.path === live) resume();
      if (file.done) done.add(file.path);
      else log.warn(file.path === live ? 'store.notRewritten' : 'store.copyNotErased', { code: file.code ?? null });
    });
  } finally {
    resume();
  }
  const backupsLeft = names.filter((name) => !done.has(pathOf(name)));
  const backups = names.length - backupsLeft.length;
  const rewritten = done.has(live);
  log.info('store.erased', { leads: leads.length, rows, backups, rewritten });
  return ok({ leads, rows, backups, backupsLeft, rewritten });
}
