import { join } from 'node:path';
import Database from 'better-sqlite3';
import { fail, ok, type Result } from '../model/result.ts';
import { ensurePrivateFile } from './prepareFolder.ts';
import { openFault } from './storeFault.ts';

export interface FolderLock {
  release(): void;
}

/** Long enough to outlive an engine that is just leaving, short enough not to be noticed. */
const PATIENCE_MS = 500;

/**
 * One engine a folder: a second tiny database whose exclusive lock is held as long as the process lives. Node has no
 * file locks of its own; SQLite's are the system's on each platform, so `kill -9` releases them.
 * Faults: `dataFolderLocked`, `dataFolderReadOnly`, `dataFolderUnusable`, `diskFull`.
 */
export function takeFolderLock(folder: string): Result<FolderLock> {
  const path = join(folder, 'lock.sqlite');
  let database: Database.Database | undefined;
  try {
    ensurePrivateFile(path);
    const lock = (database = new Database(path, { timeout: PATIENCE_MS }));
    lock.exec('BEGIN EXCLUSIVE');
    return ok({ release: () => lock.close() });
  } catch (error) {
    database?.close();
    return fail(openFault(error, folder));
  }
}
