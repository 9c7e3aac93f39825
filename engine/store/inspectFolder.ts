import { accessSync, constants, rmSync, statfsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Fault } from '../model/fault.ts';
import { listBackups } from './backups.ts';
import { takeFolderLock } from './folderLock.ts';
import { freeSpace } from './freeSpace.ts';
import { MIGRATIONS } from './migrations.ts';
import { isOlder, OLDEST_SQLITE } from './openDatabase.ts';
import { openToRead } from './outsideCopy.ts';
import { errorCode } from './storeFault.ts';

/** What can be seen of a data folder from outside, whether an engine runs on it or not. */
export interface FolderFacts {
  readonly writable: boolean;
  /** May others than the owner read it? Always false where the system has no such rights. */
  readonly open: boolean;
  /** Why a database is in danger here: programs that copy files behind its back, disks whose locks or flushes don't hold. */
  readonly place: 'sync' | 'network' | null;
  readonly free: number | null;
  readonly ballast: boolean;
  readonly running: boolean;
  readonly sqlite: { readonly version: string; readonly old: boolean };
  /** Is a commit on the disk when it is said to be? Null = it could not be tried. */
  readonly flushes: boolean | null;
  readonly commitMs: number | null;
  readonly newestBackup: number | null;
  readonly database: DatabaseFacts | { readonly fault: Fault };
}

export interface DatabaseFacts {
  readonly bytes: number;
  readonly version: number;
  readonly supported: number;
  readonly whole: boolean;
  readonly parked: number;
  readonly dead: number;
  readonly unknown: number;
  readonly waiting: number;
  /** Its settings of these names, as they are stored. */
  readonly settings: Readonly<Record<string, unknown>>;
}

const SYNCED = /onedrive|dropbox|google drive|googledrive|yandex\.?disk|icloud|mobile documents|nextcloud|owncloud/iu;
/** NFS, SMB, CIFS, SMB2, FUSE of ssh and of clouds, 9p: as `statfs` calls them. */
const NETWORK = new Set([0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x65735546, 0x01021997]);

export function inspectFolder(folder: string, settings: readonly string[]): FolderFacts {
  const trial = tryCommit(folder);
  return {
    writable: trial !== 'readOnly',
    open: isOpen(folder) || isOpen(join(folder, 'dialogram.sqlite')),
    place: placeOf(folder),
    free: freeSpace(folder),
    ballast: statSync(join(folder, 'ballast'), { throwIfNoEntry: false }) !== undefined,
    running: isRunning(folder),
    sqlite: sqlite(),
    flushes: typeof trial === 'string' ? null : trial.flushes,
    commitMs: typeof trial === 'string' ? null : trial.ms,
    newestBackup: listBackups(folder)[0]?.at ?? null,
    database: inspectDatabase(join(folder, 'dialogram.sqlite'), settings),
  };
}

function inspectDatabase(path: string, names: readonly string[]): FolderFacts['database'] {
  const opened = openToRead(path);
  if (!opened.ok) return { fault: opened.fault };
  const database = opened.value;
  try {
    const count = (table: string, where: string): number =>
      database.prepare<[], number>(`SELECT count(*) FROM ${table} WHERE ${where}`).pluck().get() ?? 0;
    const setting = database.prepare<[string], string>('SELECT json FROM setting WHERE key = ?').pluck();
    const version = Number(database.pragma('user_version', { simple: true }));
    return {
      bytes: statSync(path).size,
      version,
      supported: MIGRATIONS.length,
      whole: database.pragma('quick_check(1)', { simple: true }) === 'ok',
      parked: count('inbox', `state = 'parked'`),
      waiting: count('inbox', `state = 'new'`),
      dead: count('outbox', `state = 'dead'`),
      unknown: count('outbox', `state = 'unknown'`),
      settings: Object.fromEntries(names.map((name) => [name, parsed(setting.get(name))])),
    };
  } catch (error) {
    return { fault: { code: 'fileUnreadable', path, reason: errorCode(error) ?? 'unknown' } };
  } finally {
    database.close();
  }
}

function parsed(json: string | undefined): unknown {
  try {
    return json === undefined ? undefined : JSON.parse(json);
  } catch {
    return undefined;
  }
}

/** One commit as the engine makes them, in a file of its own. */
function tryCommit(folder: string): { readonly flushes: boolean; readonly ms: number } | 'readOnly' | 'failed' {
  const path = join(folder, 'doctor.sqlite');
  let database: Database.Database | undefined;
  try {
    accessSync(folder, constants.W_OK);
    database = new Database(path);
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = FULL');
    database.exec('CREATE TABLE IF NOT EXISTS t (x)');
    const begun = performance.now();
    database.exec('INSERT INTO t VALUES (1)');
    // Only after a write does the pragma tell the truth (reliability.md, 0.3).
    return {
      flushes: database.pragma('synchronous', { simple: true }) === 2,
      ms: Math.round((performance.now() - begun) * 10) / 10,
    };
  } catch (error) {
    const code = errorCode(error) ?? '';
    return ['EROFS', 'EACCES', 'EPERM'].includes(code) || code.startsWith('SQLITE_READONLY') ? 'readOnly' : 'failed';
  } finally {
    database?.close();
    for (const left of [path, `${path}-wal`, `${path}-shm`, `${path}-journal`]) remove(left);
  }
}

function remove(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // A folder that may not be written to: there is nothing of ours in it.
  }
}

function isRunning(folder: string): boolean {
  const lock = takeFolderLock(folder);
  if (!lock.ok) return lock.fault.code === 'dataFolderLocked';
  lock.value.release();
  return false;
}

function isOpen(path: string): boolean {
  const stat = statSync(path, { throwIfNoEntry: false });
  return process.platform !== 'win32' && stat !== undefined && (stat.mode & 0o077) !== 0;
}

function placeOf(folder: string): FolderFacts['place'] {
  if (SYNCED.test(folder)) return 'sync';
  if (folder.startsWith('\\\\')) return 'network';
  try {
    return NETWORK.has(statfsSync(folder).type) ? 'network' : null;
  } catch {
    return null;
  }
}

function sqlite(): FolderFacts['sqlite'] {
  const memory = new Database(':memory:');
  try {
    const version = String(memory.prepare('SELECT sqlite_version()').pluck().get());
    return { version, old: isOlder(version.split('.').map(Number), OLDEST_SQLITE) };
  } finally {
    memory.close();
  }
}
