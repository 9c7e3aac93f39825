import { existsSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { fail, ok, type Result } from '../model/result.ts';
import { finishCopy, isWhole } from './backup.ts';
import { takeFolderLock } from './folderLock.ts';
import { freeSpace } from './freeSpace.ts';
import { MIGRATIONS } from './migrations.ts';
import { openToRead } from './outsideCopy.ts';
import { giveToOwner, prepareFolder } from './prepareFolder.ts';
import { errorCode, openFault } from './storeFault.ts';

export interface Restored {
  /** Where the data that was there before lies now; null = the folder was empty. */
  readonly aside: string | null;
  readonly version: number;
  readonly bytes: number;
}

const FILES = ['dialogram.sqlite', 'dialogram.sqlite-wal', 'dialogram.sqlite-shm'] as const;

/**
 * Puts a backup in the place of a folder's database; what was there is put aside, not deleted. The copy is checked before
 * anything is moved, and prepared for what has happened since (`settlePast`). No engine may run on the folder. `occupied` =
 * there is data, and nobody said that it may be replaced. Faults: `dataFolderLocked`, `dataFolderReadOnly`,
 * `dataFolderUnusable`, `dataNewer`, `fileUnreadable` (`notDialogram`, `damagedCopy` or a code), `diskFull`.
 */
export async function restoreBackup(wish: {
  readonly folder: string;
  readonly file: string;
  readonly replace: boolean;
  readonly now: number;
}): Promise<Result<Restored> | 'occupied'> {
  const { folder, file, now } = wish;
  const checked = check(file);
  if (!checked.ok) return checked;
  const prepared = prepareFolder(folder);
  if (!prepared.ok) return prepared;
  const lock = takeFolderLock(folder);
  if (!lock.ok) return lock;
  try {
    const isOccupied = existsSync(join(folder, FILES[0]));
    if (isOccupied && !wish.replace) return 'occupied';
    const { version, bytes } = checked.value;
    const room = freeSpace(folder);
    if (room !== null && room < bytes) return fail({ code: 'diskFull' });
    const fresh = join(folder, 'restored.sqlite');
    const made = await finishCopy(fresh, (part) => copySettled(file, part, now));
    if (!made.ok)
      return made.fault.code === 'fileUnreadable' ? fail({ ...made.fault, ...blame(file, made.fault.reason) }) : made;
    const aside = isOccupied ? putAside(folder, now) : null;
    renameSync(fresh, join(folder, FILES[0]));
    return ok({ aside, version, bytes });
  } catch (error) {
    return fail(openFault(error, folder));
  } finally {
    lock.value.release();
  }
}

/** It is the copy that is bad, not the place it goes to. */
function blame(path: string, reason: string): { readonly path: string; readonly reason: string } {
  const isDamaged = reason.startsWith('SQLITE_CORRUPT') || reason === 'SQLITE_NOTADB' || reason === 'damagedCopy';
  return { path, reason: isDamaged ? 'damagedCopy' : reason };
}

function check(file: string): Result<{ readonly version: number; readonly bytes: number }> {
  const source = openToRead(file);
  if (!source.ok) return source;
  try {
    const version = Number(source.value.pragma('user_version', { simple: true }));
    const supported = MIGRATIONS.length;
    if (version > supported) return fail({ code: 'dataNewer', version, supported });
    return ok({ version, bytes: statSync(file).size });
  } catch (error) {
    return fail({ code: 'fileUnreadable', path: file, reason: errorCode(error) ?? 'unknown' });
  } finally {
    source.value.close();
  }
}

async function copySettled(file: string, part: string, now: number): Promise<void> {
  const source = new Database(file, { readonly: true, fileMustExist: true });
  try {
    await source.backup(part, { progress: () => 0x7fff_ffff });
  } finally {
    source.close();
  }
  if (!(await isWhole(part))) return; // the caller says so
  const copy = new Database(part, { fileMustExist: true });
  try {
    copy.transaction(() => settlePast(copy, now)).immediate();
  } finally {
    copy.close();
  }
}

/**
 * Between the copy and now the engine went on: what was ready may have been sent, and what waited may have been answered.
 * Sends are looked up in the history before they are made again; waiting messages are forgotten and fetched anew by the
 * first catch-up, which asks whether each was answered (`host/answeredSince.ts`).
 */
function settlePast(copy: Database.Database, now: number): void {
  copy.prepare(`UPDATE outbox SET state = 'unknown', due = ? WHERE state IN ('ready', 'sending')`).run(Math.ceil(now));
  const waiting = `state = 'new' AND type = 'message' AND thread IS NOT NULL`;
  const oldest = copy.prepare<[], number | null>(`SELECT min(at) FROM inbox WHERE ${waiting}`).pluck().get();
  copy.prepare(`DELETE FROM inbox WHERE ${waiting}`).run();
  if (typeof oldest === 'number')
    copy
      .prepare(`UPDATE setting SET json = min(CAST(json AS INTEGER), ?) WHERE key = 'caughtUp' AND json_valid(json)`)
      .run(oldest);
  copy
    .prepare(
      `INSERT INTO setting (key, json) VALUES ('restored', ?) ON CONFLICT (key) DO UPDATE SET json = excluded.json`,
    )
    .run(String(Math.ceil(now)));
}

/** All files together: what the log still holds belongs to the database beside it. */
function putAside(folder: string, now: number): string {
  const stamp = new Date(now).toISOString().replaceAll(/[-:]/gu, '').replace(/\.\d+/u, '');
  const aside = join(folder, `replaced-${stamp}`);
  mkdirSync(aside, { recursive: true, mode: 0o700 });
  giveToOwner(aside);
  for (const name of FILES) if (existsSync(join(folder, name))) renameSync(join(folder, name), join(aside, name));
  return aside;
}
