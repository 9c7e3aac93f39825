import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { fail, ok, type Result } from '../model/result.ts';
import { finishCopy } from './backup.ts';
import { freeSpace } from './freeSpace.ts';
import { APPLICATION_ID } from './migrations.ts';
import { errorCode, isDiskTrouble } from './storeFault.ts';

export interface OutsideCopy {
  readonly bytes: number;
  /** Shape of the data: `user_version`. */
  readonly version: number;
}

/**
 * A checked copy of a folder's database from another process than the engine's, whether one runs or not. Reads only: the
 * shape stays as it is. Faults: `fileUnreadable` (reason: a code, `notDialogram`, `damagedCopy`), `diskFull`.
 */
export async function copyFromOutside(folder: string, file: string): Promise<Result<OutsideCopy>> {
  const source = openToRead(join(folder, 'dialogram.sqlite'));
  if (!source.ok) return source;
  const database = source.value;
  try {
    const version = Number(database.pragma('user_version', { simple: true }));
    const pages = Number(database.pragma('page_count', { simple: true }));
    const room = freeSpace(join(file, '..'));
    if (room !== null && room < pages * Number(database.pragma('page_size', { simple: true })))
      return fail({ code: 'diskFull' });
    // In one piece: a change by another process would make a copy in parts begin anew, for ever on a busy day.
    const done = await finishCopy(file, (part) => database.backup(part, { progress: () => pages + 1 }));
    return done.ok ? ok({ bytes: statSync(file).size, version }) : done;
  } finally {
    database.close();
  }
}

/** A database of ours, to be read only. Fault: `fileUnreadable`. */
export function openToRead(path: string): Result<Database.Database> {
  const unreadable = (reason: string) => fail({ code: 'fileUnreadable', path, reason } as const);
  if (!existsSync(path)) return unreadable('ENOENT');
  let database: Database.Database | undefined;
  try {
    database = new Database(path, { readonly: true, fileMustExist: true, timeout: 2_000 });
    if (database.pragma('application_id', { simple: true }) === APPLICATION_ID) return ok(database);
    database.close();
    return unreadable('notDialogram');
  } catch (error) {
    database?.close();
    if (isDiskTrouble(error)) return unreadable('damagedCopy');
    return unreadable(errorCode(error) === 'SQLITE_NOTADB' ? 'notDialogram' : (errorCode(error) ?? 'unknown'));
  }
}

/** Drafts as they are stored, for `export`; also while an engine runs. */
export function readDrafts(
  folder: string,
): Result<readonly { readonly id: string; readonly name: string; readonly text: string }[]> {
  const source = openToRead(join(folder, 'dialogram.sqlite'));
  if (!source.ok) return source;
  try {
    return ok(
      source.value
        .prepare<[], { readonly id: string; readonly name: string; readonly text: string }>(
          'SELECT id, name, body AS text FROM bot ORDER BY id',
        )
        .all(),
    );
  } finally {
    source.value.close();
  }
}
