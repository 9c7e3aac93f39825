import { parentPort, workerData } from 'node:worker_threads';
import Database from 'better-sqlite3';
import { eraseRows } from './eraseRows.ts';
import type { ForgottenUntil } from './forgotten.ts';
import { errorCode } from './storeFault.ts';

/** What the thread is started with. `until`: in copies the rows of these leads are deleted here; in the live database they are gone already. */
export interface RewriteJob {
  readonly database: string;
  readonly copies: readonly string[];
  readonly until: ForgottenUntil;
}
/** One for each file as it is done. `code`: why it was not. */
export interface Rewritten {
  readonly path: string;
  readonly done: boolean;
  readonly code?: string | null;
}

/** Somebody who reads just now keeps the log from being emptied; nobody reads this long. */
const BUSY_MS = 10_000;
const AGAIN_MS = 20;
/** Nobody ever rings: it is waited upon for as long as the wait lasts. */
const PAUSE = new Int32Array(new SharedArrayBuffer(4));

/** The thread of `rewriteInThread`: seconds of work on a large database, beside the conversations and not between them. */
const { database, copies, until } = workerData as RewriteJob;
tell(database, (opened) => {
  opened.pragma('synchronous = FULL');
  opened.exec('VACUUM');
  // The log has the old pages until it is emptied.
  return emptyLog(opened);
});
for (const copy of copies)
  tell(copy, (opened) => {
    opened.pragma('journal_mode = DELETE');
    opened.transaction(() => eraseRows(opened, until)).immediate();
    opened.exec('VACUUM');
    return true;
  });

/** SQLite waits for readers, but not for one who copies the log just then (`keepLog`): that ends in a moment. */
function emptyLog(opened: Database.Database): boolean {
  const end = performance.now() + BUSY_MS;
  for (;;) {
    const [done] = opened.pragma('wal_checkpoint(TRUNCATE)') as { readonly busy: number }[];
    if (done?.busy === 0) return true;
    if (performance.now() >= end) return false;
    Atomics.wait(PAUSE, 0, 0, AGAIN_MS);
  }
}

function tell(path: string, work: (opened: Database.Database) => boolean): void {
  let opened: Database.Database | undefined;
  let result: Rewritten;
  try {
    opened = new Database(path, { fileMustExist: true, timeout: BUSY_MS });
    opened.pragma('secure_delete = ON');
    result = { path, done: work(opened) };
  } catch (error) {
    result = { path, done: false, code: errorCode(error) ?? null };
  } finally {
    opened?.close();
  }
  parentPort?.postMessage(result);
}
