import type Database from 'better-sqlite3';
import { LIMITS } from '../model/limits.ts';
import { fail, ok, type Result } from '../model/result.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { Store, StoreWriter } from '../ports/store.ts';
import { backupTo } from './backup.ts';
import { keepBallast, type DiskBounds } from './ballast.ts';
import { takeFolderLock, type FolderLock } from './folderLock.ts';
import { groupCommit, type Soon } from './groupCommit.ts';
import { keepLog, type KeepLog } from './keepLog.ts';
import { openLogFlush, type LogFlush, type OpenLogFlush } from './logFlush.ts';
import { flushesEveryCommit, openDatabase } from './openDatabase.ts';
import { takeOwnership, type Ownership } from './ownership.ts';
import { prepareFolder } from './prepareFolder.ts';
import { startRetention } from './retention.ts';
import { storeCare } from './storeCare.ts';
import { openFault } from './storeFault.ts';
import { storeTables } from './storeTables.ts';

export interface StoreOptions {
  /** Made (0700) if missing; holds `dialogram.sqlite`, `lock.sqlite`, `ballast` and `backups/`. */
  readonly folder: string;
  readonly clock: Clock;
  readonly log: Log;
  /** Days that finished inbox rows, sent outbox rows and traces are kept, unless people chose others. */
  readonly keepDays?: number;
  /** Other sizes than the usual, for a small disk. */
  readonly disk?: DiskBounds;
  /** When changes asked for together are committed; the end of this turn of the event loop, unless time is simulated. */
  readonly soon?: Soon;
  /** How what was committed gets to the disk: by a thread, unless time is simulated. */
  readonly openFlush?: OpenLogFlush;
  /** How the log is copied to the database: by a thread; null = within commits, as where time is simulated. */
  readonly keepLog?: KeepLog | null;
}

/**
 * Takes the data folder for this process until `close`, or until the process dies in any way. Faults: `dataFolderLocked`,
 * `dataFolderReadOnly`, `dataFolderUnusable` (reason: a code of the system or of SQLite, or `damaged`, `notDialogram`,
 * `noWal`, `notFlushed`, `migration …`), `dataNewer`, `diskFull`.
 */
export function openStore(options: StoreOptions): Result<Store> {
  const { folder, clock } = options;
  const prepared = prepareFolder(folder);
  if (!prepared.ok) return prepared;
  const lock = takeFolderLock(folder);
  if (!lock.ok) return lock;
  const database = openDatabase(folder, clock.now());
  if (!database.ok) {
    lock.value.release();
    return database;
  }
  const store = own(database.value, lock.value, options);
  if (!store.ok) {
    database.value.close();
    lock.value.release();
  }
  return store;
}

function own(database: Database.Database, lock: FolderLock, options: StoreOptions): Result<Store> {
  const { folder, clock, log } = options;
  try {
    const { ownership, doubtful } = takeOwnership(database, clock.now());
    // Taking ownership was a real write; only now does the pragma tell what commits are worth.
    if (!flushesEveryCommit(database)) return fail({ code: 'dataFolderUnusable', folder, reason: 'notFlushed' });
    log.info('store.opened', { epoch: ownership.epoch, doubtful });
    const flush = (options.openFlush ?? openLogFlush)(database, { clock, log });
    // From here on `flush` does what FULL does at each commit: see there.
    database.pragma('synchronous = NORMAL');
    return ok(assemble(database, lock, { ...ownership, flush }, options));
  } catch (error) {
    return fail(openFault(error, folder));
  }
}

function assemble(
  database: Database.Database,
  lock: FolderLock,
  ownership: Ownership & { readonly flush: LogFlush },
  options: StoreOptions,
): Store {
  const { flush } = ownership;
  const { clock, log, keepDays = LIMITS.keepDays } = options;
  const ballast = keepBallast(options.folder, {
    clock,
    log,
    ...(options.disk === undefined ? {} : { bounds: options.disk }),
  });
  // Only once its space is given up can anything be deleted.
  const onDiskFull = (): void => {
    if (!ballast.drop()) return;
    keeper?.full();
    retention.hurry();
  };
  const onCommit = (): void => keeper?.committed();
  const heard = { onDiskFull, onCommit };
  const commit = groupCommit(database, () => ownership.holds(), log, heard, options.soon, flush);
  const keep = options.keepLog === undefined ? keepLog : options.keepLog;
  const keeper = keep?.(database, { log, hold: () => commit.hold() });
  const write = <T>(change: (writer: StoreWriter) => T) => commit.write(() => change(tables.writer));
  const tables = storeTables(database, clock, log, {
    unreadableInbox: (id) => void write((writer) => writer.parkInbox(id, 'unreadable')),
    unreadableOutbox: (id) => void write((writer) => writer.settleOutbox(id, { state: 'dead', reason: 'unreadable' })),
  });
  const underWay = new Set<Promise<unknown>>();
  function busy<T>(work: Promise<T>): Promise<T> {
    const running = work.finally(() => underWay.delete(running));
    underWay.add(running);
    return running;
  }
  const backup = (file: string) => busy(backupTo(database, file));
  const care = storeCare({
    ...{ database, commit, folder: options.folder, clock, log, ballast, keepDays, write, busy, backup },
    setting: (key) => tables.reader.setting(key),
  });
  const retention = startRetention(database, commit, { clock, log, keepDays: care.keepDays });
  let closing: Promise<void> | undefined;

  async function close(): Promise<void> {
    retention.stop();
    ballast.stop();
    commit.finish();
    await keeper?.close();
    await Promise.allSettled(underWay);
    flush.close();
    try {
      database.pragma('synchronous = FULL');
      ownership.leave();
      // Leaves one file, and none of the words that `secure_delete` took out of it.
      database.pragma('wal_checkpoint(TRUNCATE)');
    } catch (error) {
      // Everything acknowledged is in the log already; the next start reads it from there.
      log.warn('store.closedRoughly', { reason: String(error) });
    } finally {
      database.close();
      lock.release();
    }
  }

  return {
    folder: options.folder,
    read: tables.reader,
    write,
    backup,
    care,
    close: () => (closing ??= close()),
  };
}
