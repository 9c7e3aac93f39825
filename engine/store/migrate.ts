import { closeSync, fsyncSync, openSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { fail, ok, type Result } from '../model/result.ts';
import { backupFolder, makeBackupFolder } from './backups.ts';
import type { Migration } from './migration.ts';
import { ensurePrivateFile } from './prepareFolder.ts';

export interface MigrateOptions {
  readonly migrations: readonly Migration[];
  readonly folder: string;
  readonly now: number;
}

/** Copies from before migrations hold customers' words: a few are a way back, a heap of them is a leak. */
const COPIES_KEPT = 3;

/**
 * Brings the database to the last migration, each in one transaction with its `user_version`: after a crash it stands
 * between two of them, never inside one. A database that holds anything is copied first, and the copy is checked.
 * Fault: `dataFolderUnusable`; errors of SQLite and of the file system are thrown for the caller to name.
 */
export function migrate(database: Database.Database, options: MigrateOptions): Result<void> {
  const present = Number(database.pragma('user_version', { simple: true }));
  const pending = options.migrations.filter((migration) => migration.number > present);
  if (pending.length === 0) return ok(undefined);
  const unusable = (reason: string) => fail({ code: 'dataFolderUnusable', folder: options.folder, reason } as const);

  if (present > 0 && !copyBefore(database, options, present)) return unusable('badCopyBeforeMigration');
  // A table is changed by making it anew; with the references on, dropping the old one would drop what refers to it.
  database.pragma('foreign_keys = OFF');
  try {
    for (const migration of pending) if (!apply(database, migration)) return unusable(`migration ${migration.name}`);
  } finally {
    database.pragma('foreign_keys = ON');
  }
  return ok(undefined);
}

function apply(database: Database.Database, migration: Migration): boolean {
  database.exec('BEGIN IMMEDIATE');
  try {
    database.exec(migration.sql);
    const dangling = database.pragma('foreign_key_check');
    if (Array.isArray(dangling) && dangling.length > 0) return false;
    database.pragma(`user_version = ${migration.number}`);
    database.exec('COMMIT');
    return true;
  } finally {
    if (database.inTransaction) database.exec('ROLLBACK');
  }
}

/** `backups/before-<version>-<time>.sqlite`; false when the copy is not whole. */
function copyBefore(database: Database.Database, options: MigrateOptions, version: number): boolean {
  const backups = backupFolder(options.folder);
  makeBackupFolder(options.folder);
  const path = join(backups, `before-${version}-${options.now}.sqlite`);
  rmSync(path, { force: true });
  ensurePrivateFile(path);
  database.prepare('VACUUM INTO ?').run(path);
  flush(path);
  if (!isWhole(path)) return false;
  removeOldCopies(backups);
  return true;
}

function flush(path: string): void {
  const file = openSync(path, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function isWhole(path: string): boolean {
  const copy = new Database(path, { fileMustExist: true });
  try {
    return copy.pragma('integrity_check(1)', { simple: true }) === 'ok';
  } finally {
    copy.close();
  }
}

function removeOldCopies(backups: string): void {
  const time = (name: string) => Number(/^before-\d+-(\d+)\.sqlite$/.exec(name)?.[1] ?? Number.NaN);
  const copies = readdirSync(backups).filter((name) => Number.isFinite(time(name)));
  copies.sort((a, b) => time(b) - time(a));
  for (const name of copies.slice(COPIES_KEPT)) rmSync(join(backups, name), { force: true });
}
