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
 * laptop sleeps through daily timers. Open, parked and dead rows stay until a person has seen to them. `hurry`: the disk is
 * full, so look now instead of tomorrow.
 */
export function startRetention(
  database: Database.Database,
  commit: GroupCommit,
  { clock, log, keepDays }: { readonly clock: Clock; readonly log: Log; readonly keepDays: () => number },
): { hurry(): void; stop(): void } {
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
    old('unrecognised', 'at'),
    old('topic_hit', 'at'),
  ];
  // What nobody wrote can come by the thousand; whoever re-delivers a real message does so within three days.
  const forged = old('inbox', `state = 'done' AND proof = 0 AND settled_at`);
  let stopped = false;
  let sweeping: Promise<void> | null = null;

  function sweep(urgent: boolean): Promise<void> {
    // One after the other: each looks at the clock when its time has come.
    return (sweeping = (sweeping ?? Promise.resolve()).then(async () => {
      const now = whole(clock.now());
      if (!stopped && (urgent || now - (sweptAt.get() ?? 0) >= DAY)) await sweepAt(now);
    }));
  }

  async function sweepAt(now: number): Promise<void> {
    const keep = keepDays();
    let rows = 0;
    const sweeps = [...deletions.map((deletion) => ({ deletion, days: keep })), { deletion: forged, days: 3 }];
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
    void sweep(false);
    cancel = clock.after(HOUR, look);
  }
  look();
  return {
    hurry: () => void sweep(true),
    stop() {
      stopped = true;
      cancel();
    },
  };
}
