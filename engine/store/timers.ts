import type Database from 'better-sqlite3';
import type { Effect } from '../model/effect.ts';
import type { TimerRow } from '../ports/sessionStore.ts';
import type { StoreReader, StoreWriter } from '../ports/store.ts';
import { whole } from './storedJson.ts';

type Reader = Pick<StoreReader, 'dueTimers' | 'nextTimer'>;
interface Writer extends Pick<StoreWriter, 'fireTimer'> {
  applyTimers(lead: string, effects: readonly Effect[]): void;
}

/** After a long sleep many fall due at once; the rest is still due when these are done. */
const TIMERS_A_READ = 500;

export function timerTable(
  database: Database.Database,
  putInbox: StoreWriter['putInbox'],
): { readonly read: Reader; readonly write: Writer } {
  const set = database.prepare<[string, string, number]>(
    `INSERT INTO timer (lead, name, due) VALUES (?, ?, ?) ON CONFLICT (lead, name) DO UPDATE SET due = excluded.due`,
  );
  const cancel = database.prepare<[string, string]>('DELETE FROM timer WHERE lead = ? AND name = ?');
  // With its due time: a timer that was moved after it was read is not the one that fell due.
  const take = database
    .prepare<[string, string, number], number>('DELETE FROM timer WHERE lead = ? AND name = ? AND due = ? RETURNING id')
    .pluck();
  const due = database.prepare<[string, number, number], TimerRow>(
    'SELECT lead, name AS timer, due FROM timer WHERE account = ? AND due <= ? ORDER BY due, id LIMIT ?',
  );
  const next = database.prepare<[string], number | null>('SELECT min(due) FROM timer WHERE account = ?').pluck();

  return {
    read: {
      dueTimers: (now, scope = '') => due.all(scope, Math.floor(now), TIMERS_A_READ),
      nextTimer: (scope = '') => next.get(scope) ?? null,
    },
    write: {
      applyTimers(lead, effects) {
        for (const effect of effects) {
          if (effect.type === 'setTimer') set.run(lead, effect.timer, whole(effect.due));
          if (effect.type === 'cancelTimer') cancel.run(lead, effect.timer);
        }
      },
      fireTimer({ lead, timer, due: dueAt }, now) {
        const id = take.get(lead, timer, dueAt);
        if (id === undefined) return { kind: 'repeat' };
        const event = { type: 'timer', timer } as const;
        return putInbox({ key: `timer:${id}`, content: '', lead, event, thread: null, at: now, due: now });
      },
    },
  };
}
