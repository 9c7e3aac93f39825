import type Database from 'better-sqlite3';

/**
 * The fence behind the folder's lock: where locks fail (network drives, a copied folder), a second engine raises the
 * epoch, and the first one's next commit finds out instead of answering customers twice.
 */
export interface Ownership {
  readonly epoch: number;
  /** Only inside a transaction that holds the write lock is the answer good until the commit. */
  holds(): boolean;
  /** Notes an orderly end, which spares the next start the check for damage. */
  leave(): void;
}

/**
 * Takes the database: epoch + 1. What was being sent when the last engine ended may have arrived or not, so those rows
 * become `unknown` in the same transaction. `doubtful`: how many.
 */
export function takeOwnership(
  database: Database.Database,
  now: number,
): { readonly ownership: Ownership; readonly doubtful: number } {
  const raise = database.prepare<[], number>('UPDATE engine SET epoch = epoch + 1, clean = 0 RETURNING epoch').pluck();
  // The second condition is that of the partial index of open rows.
  const doubt = database.prepare<[number]>(
    `UPDATE outbox SET state = 'unknown', due = ? WHERE state = 'sending' AND state IN ('ready', 'sending', 'unknown')`,
  );
  const present = database.prepare<[], number>('SELECT epoch FROM engine').pluck();
  const clean = database.prepare<[number]>('UPDATE engine SET clean = 1 WHERE epoch = ?');
  const take = database.transaction(() => {
    const raised = raise.get();
    if (raised === undefined) throw new Error('the engine row is missing');
    return { epoch: raised, doubtful: doubt.run(Math.ceil(now)).changes };
  });
  const { epoch, doubtful } = take.immediate();
  return {
    doubtful,
    ownership: { epoch, holds: () => present.get() === epoch, leave: () => void clean.run(epoch) },
  };
}
