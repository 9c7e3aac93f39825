import { statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type Database from 'better-sqlite3';
import { z } from 'zod';
import { LIMITS } from '../model/limits.ts';
import { fail, ok, type Result } from '../model/result.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { BackupFile, StoreCare } from '../ports/storeCare.ts';
import type { StoreReader, StoreWriter } from '../ports/store.ts';
import type { Ballast } from './ballast.ts';
import { listBackups, newBackupPath, pruneBackups } from './backups.ts';
import { eraseCustomer } from './eraseCustomer.ts';
import { findLeads } from './eraseRows.ts';
import { freeSpace } from './freeSpace.ts';
import type { GroupCommit } from './groupCommit.ts';
import { errorCode, isDiskTrouble } from './storeFault.ts';

export interface CareParts {
  readonly database: Database.Database;
  readonly commit: GroupCommit;
  readonly folder: string;
  readonly clock: Clock;
  readonly log: Log;
  readonly ballast: Pick<Ballast, 'isFull'>;
  readonly setting: StoreReader['setting'];
  readonly write: <T>(change: (writer: StoreWriter) => T) => Promise<Result<T>>;
  /** The database is not closed before this work has ended. */
  readonly busy: <T>(work: Promise<T>) => Promise<T>;
  readonly backup: (file: string) => Promise<Result<void>>;
  /** When nobody chose. */
  readonly keepDays: number;
}

const KEEP_DAYS = 'keepDays';
const keepDaysSchema = z.number().int().min(1).max(3_650);

/** The store's own upkeep: copies, room on the disk, forgetting. */
export function storeCare(parts: CareParts): StoreCare {
  const { database, folder, clock } = parts;
  // AUTOINCREMENT never gives an id twice, so its mark is the count.
  const mark = database.prepare<[string], number>('SELECT seq FROM sqlite_sequence WHERE name = ?').pluck();
  const ever = (table: string): number => mark.get(table) ?? 0;

  async function backUp(kind: 'daily' | 'manual'): Promise<Result<BackupFile>> {
    const free = freeSpace(folder);
    // A copy that fills the disk would cost the conversations it is to save.
    if (free !== null && free < databaseBytes(folder) + LIMITS.diskRoomBytes) return fail({ code: 'diskFull' });
    let path: string;
    try {
      path = newBackupPath(folder, kind, clock.now());
    } catch (error) {
      if (isDiskTrouble(error)) return fail({ code: 'diskFull' });
      return fail({ code: 'fileUnreadable', path: join(folder, 'backups'), reason: errorCode(error) ?? 'unknown' });
    }
    const done = await parts.backup(path);
    if (!done.ok) return done;
    pruneBackups(folder, kind, kind === 'daily' ? LIMITS.dailyBackups : LIMITS.manualBackups);
    return ok({ name: basename(path), kind, at: clock.now(), bytes: statSync(path).size });
  }

  return {
    disk() {
      const free = freeSpace(folder);
      const low = free !== null && free < LIMITS.diskLowBytes;
      return { free, database: databaseBytes(folder), low, full: parts.ballast.isFull() };
    },
    isFull: () => parts.ballast.isFull(),
    totals: () => ({ turns: ever('trace'), taken: ever('inbox'), effects: ever('outbox') }),
    backups: () => listBackups(folder),
    backUp,
    leadsOf: (customer) => findLeads(database, customer),
    erase: (leads, how) => parts.busy(eraseCustomer(parts, leads, how)),
    keepDays: () => keepDaysSchema.catch(parts.keepDays).parse(parts.setting(KEEP_DAYS)),
    setKeepDays: (days) => parts.write((writer) => writer.putSetting(KEEP_DAYS, keepDaysSchema.parse(days))),
  };
}

/** With what is not yet in the file itself. */
function databaseBytes(folder: string): number {
  return ['dialogram.sqlite', 'dialogram.sqlite-wal'].reduce((sum, name) => {
    const stat = statSync(join(folder, name), { throwIfNoEntry: false });
    return sum + (stat?.size ?? 0);
  }, 0);
}
