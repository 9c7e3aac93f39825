import { closeSync, fdatasync, fdatasyncSync, openSync } from 'node:fs';
import type Database from 'better-sqlite3';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import { errorCode } from './storeFault.ts';

/** Takes to the disk what was committed, beside the event loop instead of in it. */
export interface LogFlush {
  /**
   * `done` is called once all that was committed before this call would outlive a power cut; never before. `onTrouble`: the
   * disk did not take it, which is tried again until it does; called at each failure.
   */
  start(done: () => void, onTrouble: () => void): void;
  /** The same with the event loop standing still, as SQLite does it: `done` is called before this returns, or after a repair. */
  here(done: () => void, onTrouble: () => void): void;
  /** At the end, when there is no time for a repair. Throws if the disk does not take it. */
  now(): void;
  /** `start` calls nobody any more. */
  close(): void;
}
export type OpenLogFlush = (database: Database.Database, deps: LogFlushDeps) => LogFlush;
export interface LogFlushDeps {
  readonly clock: Clock;
  readonly log: Log;
  /** How a file is taken to the disk: the system's own calls unless told. */
  readonly sync?: FileSync;
}
/** `node:fs`, as much of it as takes a file to the disk. */
interface FileSync {
  fdatasync(file: number, done: (error: Error | null) => void): void;
  fdatasyncSync(file: number): void;
}

const AGAIN_MS = 1_000;

/**
 * Why this is worth as much as `synchronous=FULL`, which differs from NORMAL by one thing: a flush of the log at the end of
 * each commit (`sqlite3WalFrames`), with the event loop standing still. Here the connection is NORMAL and that very flush is
 * made in a thread, after COMMIT has written its last byte to the log and before anybody is told (`groupCommit`).
 * - A flush covers the whole file, so all commits before it too; only this connection writes to it.
 * - Every frame carries a checksum over all before it: of a commit that a power cut tears nothing is read back.
 * - In NORMAL as in FULL a checkpoint flushes the log before it touches the database and the database before the log may begin
 *   anew, and a log begun anew has its header flushed first. So what was flushed once stays, in one file or the other.
 * What is committed and not yet flushed can be read here, but nothing is sent for it: each send follows a write of its own,
 * whose flush comes later in the same file. A webhook that is answered without a write said what is known already; whatever a
 * cut takes back of that came from a row that was not answered yet, or is still waiting and runs again.
 */
export const openLogFlush: OpenLogFlush = (database, { clock, log, sync = { fdatasync, fdatasyncSync } }) => {
  // For writing: elsewhere than on Linux a file that was opened to be read cannot be flushed.
  const file = openSync(`${database.name}-wal`, 'r+');
  let running = false;
  let closed = false;
  /** A flush failed, and the log was not copied since. */
  let broken = false;

  /** After a flush that failed a second one proves nothing: the system may hold the lost pages for written. */
  function rewrite(): boolean {
    try {
      // Copies what the log holds to the database, with flushes of its own, and begins the log anew.
      const [done] = database.pragma('wal_checkpoint(TRUNCATE)') as { readonly busy: number }[];
      broken = done?.busy !== 0;
      return !broken;
    } catch (error) {
      log.error('store.notRewritten', { code: errorCode(error) });
      return false;
    }
  }

  function failed(error: unknown, done: () => void, onTrouble: () => void): void {
    broken = true;
    log.error('store.notFlushed', { code: errorCode(error) });
    // Some file systems find out only now that there is no room: it may be given some.
    onTrouble();
    if (rewrite()) done();
    else clock.after(AGAIN_MS, () => (closed ? undefined : failed(error, done, onTrouble)));
  }

  return {
    start(done, onTrouble) {
      running = true;
      sync.fdatasync(file, (error) => {
        running = false;
        if (closed) closeSync(file);
        else if (error === null) done();
        else failed(error, done, onTrouble);
      });
    },
    here(done, onTrouble) {
      try {
        sync.fdatasyncSync(file);
      } catch (error) {
        failed(error, done, onTrouble);
        return;
      }
      done();
    },
    now() {
      if (broken && !rewrite()) throw new Error('the log is not on the disk');
      sync.fdatasyncSync(file);
    },
    close() {
      closed = true;
      // Its number must not become another file's under a flush that runs.
      if (!running) closeSync(file);
    },
  };
};
