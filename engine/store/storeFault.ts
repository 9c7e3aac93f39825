import Database from 'better-sqlite3';
import type { Fault } from '../model/fault.ts';

const READ_ONLY = new Set(['EROFS', 'EACCES', 'EPERM']);
const NO_ROOM = new Set(['ENOSPC', 'EDQUOT', 'SQLITE_FULL']);

/** The code of an error of the operating system or of SQLite (extended: `SQLITE_IOERR_WRITE`), if it is one. */
export function errorCode(error: unknown): string | null {
  if (error instanceof Database.SqliteError) return error.code;
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
}

/** What a failure to open the data folder means. Anything that is neither of the system nor of SQLite is thrown on. */
export function openFault(error: unknown, folder: string): Fault {
  const code = errorCode(error);
  if (code === null) throw error;
  if (NO_ROOM.has(code)) return { code: 'diskFull' };
  if (READ_ONLY.has(code) || code.startsWith('SQLITE_READONLY')) return { code: 'dataFolderReadOnly', folder };
  if (code.startsWith('SQLITE_BUSY')) return { code: 'dataFolderLocked', folder };
  return { code: 'dataFolderUnusable', folder, reason: code };
}

/**
 * The disk did not take it, for want of room or because it fails: nothing was acknowledged, the sender keeps it.
 * Both end the whole transaction, whatever statement they met.
 */
export function isDiskTrouble(error: unknown): boolean {
  const code = errorCode(error);
  return code !== null && (NO_ROOM.has(code) || code.startsWith('SQLITE_IOERR'));
}
