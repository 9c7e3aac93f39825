import { join } from 'node:path';
import Database from 'better-sqlite3';
import { fail, ok, type Result } from '../model/result.ts';
import { APPLICATION_ID, MIGRATIONS } from './migrations.ts';
import { migrate } from './migrate.ts';
import { ensurePrivateFile } from './prepareFolder.ts';
import { openFault } from './storeFault.ts';

/** The first without the WAL-reset bug that can corrupt a database (reliability.md, 2.1). */
export const OLDEST_SQLITE = [3, 51, 3] as const;
/** Another program that looks into the file may hold it this long; the event loop stands still meanwhile. */
const BUSY_MS = 2_000;
/** Negative: KiB. The whole engine stays under 150 MB, so SQLite gets a part of it and no more. */
const CACHE = -8_000;

/**
 * Opens `dialogram.sqlite`, brings it to the present shape and sets every pragma the promises rest on. The caller holds the
 * folder's lock. Faults: `dataNewer`, `dataFolderReadOnly`, `dataFolderLocked`, `dataFolderUnusable`, `diskFull`.
 */
export function openDatabase(folder: string, now: number): Result<Database.Database> {
  const path = join(folder, 'dialogram.sqlite');
  let database: Database.Database | undefined;
  try {
    ensurePrivateFile(path);
    database = new Database(path, { timeout: BUSY_MS });
    const opened = prepare(database, folder, now);
    if (!opened.ok) database.close();
    return opened;
  } catch (error) {
    database?.close();
    return fail(openFault(error, folder));
  }
}

function prepare(database: Database.Database, folder: string, now: number): Result<Database.Database> {
  const unusable = (reason: string) => fail({ code: 'dataFolderUnusable', folder, reason } as const);
  const version = sqliteVersion(database);
  if (isOlder(version, OLDEST_SQLITE)) return unusable(`SQLite ${version.join('.')}`);

  // Nothing is changed before it is known to be ours and not newer than we are.
  const known = MIGRATIONS.length;
  const present = Number(database.pragma('user_version', { simple: true }));
  if (isForeign(database, present)) return unusable('notDialogram');
  if (present > known) return fail({ code: 'dataNewer', version: present, supported: known });

  if (database.pragma('journal_mode = WAL', { simple: true }) !== 'wal') return unusable('noWal');
  // WAL silently means NORMAL in better-sqlite3's build, and a power cut would drop what was acknowledged.
  database.pragma('synchronous = FULL');
  // macOS only, no effect elsewhere: a plain fsync leaves the data in the drive's cache there.
  database.pragma('fullfsync = ON');
  database.pragma('checkpoint_fullfsync = ON');
  database.pragma('foreign_keys = ON');
  database.pragma('trusted_schema = OFF');
  database.pragma('secure_delete = ON');
  database.pragma('temp_store = MEMORY');
  database.pragma(`cache_size = ${CACHE}`);

  if (present > 0 && !wasClosedCleanly(database)) {
    const found = database.pragma('quick_check(1)', { simple: true });
    if (found !== 'ok') return unusable('damaged');
  }
  const migrated = migrate(database, { migrations: MIGRATIONS, folder, now });
  return migrated.ok ? ok(database) : migrated;
}

/** Another program's file, or one of ours whose header was overwritten. An empty database is nobody's yet. */
function isForeign(database: Database.Database, version: number): boolean {
  if (database.pragma('application_id', { simple: true }) === APPLICATION_ID) return false;
  return version !== 0 || database.prepare('SELECT 1 FROM sqlite_schema LIMIT 1').get() !== undefined;
}

function wasClosedCleanly(database: Database.Database): boolean {
  return database.prepare('SELECT clean FROM engine').pluck().get() === 1;
}

/** Reads `synchronous` as it is now: only after a write does it tell the truth (reliability.md, 0.3). 2 is FULL. */
export function flushesEveryCommit(database: Database.Database): boolean {
  return database.pragma('synchronous', { simple: true }) === 2;
}

function sqliteVersion(database: Database.Database): readonly number[] {
  return String(database.prepare('SELECT sqlite_version()').pluck().get()).split('.').map(Number);
}

export function isOlder(version: readonly number[], than: readonly number[]): boolean {
  for (const [at, wanted] of than.entries()) {
    const part = version[at] ?? 0;
    if (part !== wanted) return part < wanted;
  }
  return false;
}
