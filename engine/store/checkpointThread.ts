import { parentPort, workerData } from 'node:worker_threads';
import Database from 'better-sqlite3';
import { errorCode } from './storeFault.ts';

/** What one word to the thread leads to. `code`: nothing was copied, and why. */
export type Copied = { readonly pages: number; readonly copied: number } | { readonly code: string | null };

/** The thread of `keepLog`: copies what the log holds whenever it is told to, until it is told to end. */
const database = new Database(workerData as string, { fileMustExist: true });
// That a copy flushes the log first and the database last is all that is asked of these.
database.pragma('synchronous = FULL');
database.pragma('fullfsync = ON');
database.pragma('checkpoint_fullfsync = ON');

parentPort?.on('message', (word: 'copy' | 'end') => {
  if (word === 'copy') return parentPort?.postMessage(copy());
  database.close();
  parentPort?.close();
});

function copy(): Copied {
  try {
    // Passive: waits for nobody, and nobody waits for it.
    const [done] = database.pragma('wal_checkpoint(PASSIVE)') as {
      readonly log: number;
      readonly checkpointed: number;
    }[];
    return { pages: done?.log ?? 0, copied: done?.checkpointed ?? 0 };
  } catch (error) {
    return { code: errorCode(error) ?? null };
  }
}
