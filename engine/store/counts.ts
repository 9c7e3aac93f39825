import type Database from 'better-sqlite3';
import type { StoreReader } from '../ports/store.ts';

/** Each figure is a walk over a partial index that holds only such rows. */
export function countRows(database: Database.Database): StoreReader['counts'] {
  const counts = database.prepare<[], ReturnType<StoreReader['counts']>>(
    `SELECT (SELECT count(*) FROM inbox WHERE state = 'new') AS inboxNew,
       (SELECT count(*) FROM inbox WHERE state = 'parked' AND coalesce(reason, '') <> 'flood') AS inboxParked,
       (SELECT count(*) FROM inbox WHERE state = 'parked' AND reason IN ('stale', 'late')) AS inboxAway,
       (SELECT count(*) FROM outbox WHERE state IN ('ready', 'sending', 'unknown')) AS outboxOpen,
       (SELECT count(*) FROM outbox WHERE state = 'unknown') AS outboxUnknown,
       (SELECT count(*) FROM outbox WHERE state = 'dead') AS outboxDead`,
  );
  return () => {
    const row = counts.get();
    if (row === undefined) throw new Error('counting gave no row');
    return row;
  };
}
