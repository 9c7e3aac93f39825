import type Database from 'better-sqlite3';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { GroupCommit } from './groupCommit.ts';
import { whole } from './storedJson.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** A few milliseconds of deleting between two turns of the event loop. */
const ROWS_A_BATCH = 200;

/**
 * Forgets what is finished and older than `keepDays`, once a day: at the start, and by an hourly look at the wall clock, because a
 * laptop sleeps through daily timers. Open, parked and dead rows stay until a person has seen to them.
 * Value: stops it.
 */
export function startRetention(
  database: Database.Database,
  commit: GroupCommit,
  { clock, log, keepDays }: { readonly clock: Clock; readonly log: Log; readonly keepDays: number },
): () => void {
  const sweptAt = database.prepare<[], number>('SELECT swept_at FROM engine').pluck();
  const noteSweep = database.prepare<[number]>('UPDATE engine SET swept_at = ?');
  const old = (table: string, where: string) =>
    database.prepare<[number, number]>(
      `DELETE FROM ${table} WHERE id IN (SELECT id FROM ${table} WHERE ${where} < ? LIMIT ?)`,
    );
  const deletions = [
    old('inbox', `state = 'done' AND settled_at`),
    old('outbox', `state IN ('sent', 'cancelled') AND settled_at`),
    old('trace', 'at'),
  ];
  // What nobody wrote can come by the thousand; whoever re-delivers a real message does so within three days.
  const forged = old('inbox', `state = 'done' AND proof = 0 AND settled_at`);
  let stopped = false;

  async function sweep(): Promise<void> {
    const now = whole(clock.now());
    if (now - (sweptAt.get() ?? 0) < DAY) return;
    let rows = 0;
    const sweeps = [...deletions.map((deletion) => ({ deletion, days: keepDays })), { deletion: forged, days: 3 }];
    for (const { deletion, days } of sweeps) {
      let deleted: number;
      do {
        if (stopped) return;
        const result = await commit.write(() => deletion.run(now - days * DAY, ROWS_A_BATCH).changes);
        // On a full disk even deleting fails; the next hour tries again.
        if (!result.ok) return;
        deleted = result.value;
        rows += deleted;
      } while (deleted === ROWS_A_BATCH);
    }
    if (stopped) return;
    await commit.write(() => noteSweep.run(now));
    if (rows > 0) log.info('store.swept', { rows });
  }

  let cancel = () => {};
  function look(): void {
    void sweep();
    cancel = clock.after(HOUR, look);
  }
  look();
  return () => {
    stopped = true;
    cancel();
  };
}
