import type Database from 'better-sqlite3';
import type { StoreWriter } from '../ports/store.ts';
import { whole } from './storedJson.ts';

/** Due times of both queues, and when webhooks told of what is still to be looked up. Timers are not among them: they mean the time on the wall. */
export function dueTimes(database: Database.Database): StoreWriter['bringForward'] {
  const inbox = database.prepare<[number, number]>(`UPDATE inbox SET due = ? WHERE state = 'new' AND due > ?`);
  const told = database.prepare<[number, number]>(
    `UPDATE inbox SET told_at = ? WHERE state = 'new' AND proof = 0 AND told_at > ?`,
  );
  const outbox = database.prepare<[number, number]>(
    `UPDATE outbox SET due = ? WHERE state IN ('ready', 'sending', 'unknown') AND due > ?`,
  );
  return (latest) => {
    const due = whole(latest);
    told.run(due, due);
    return inbox.run(due, due).changes + outbox.run(due, due).changes;
  };
}
