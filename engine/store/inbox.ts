import type Database from 'better-sqlite3';
import { z } from 'zod';
import { turnEventSchema, type TurnEvent } from '../model/event.ts';
import type { Clock } from '../ports/clock.ts';
import type { InboxEvent, InboxRow, StoreReader, StoreWriter } from '../ports/store.ts';
import { inOrderWritten } from './inboxOrder.ts';
import { readStored, readThread, whole } from './storedJson.ts';

type Reader = Pick<StoreReader, 'waitingInbox' | 'waitingLeads' | 'inboxMessages'>;
type Writer = Pick<StoreWriter, 'putInbox' | 'beginInbox' | 'postponeMessages' | 'parkInbox' | 'finishInbox'>;
type Stored = Omit<InboxRow, 'event' | 'thread'> & { readonly event: string; readonly thread: string | null };
type Message = ReturnType<StoreReader['inboxMessages']>[number];

/** A flood from one customer is read in parts: the rest waits in the table, not in memory. */
const ROWS_A_READ = 500;

/**
 * `onUnreadable` hears of a waiting row whose event this engine cannot read; it must take it out of the way, or its lead
 * would be called for ever.
 */
export function inboxTable(
  database: Database.Database,
  clock: Clock,
  onUnreadable: (id: number, at: string) => void,
): { readonly read: Reader; readonly write: Writer } {
  const insert = database
    .prepare<Record<string, string | number | null>, number>(
      `INSERT INTO inbox (key, content, lead, type, at, due, thread, event)
       VALUES (:key, :content, :lead, :type, :at, :due, :thread, :event) ON CONFLICT (key) DO NOTHING RETURNING id`,
    )
    .pluck();
  const contentOf = database.prepare<[string], string>('SELECT content FROM inbox WHERE key = ?').pluck();
  const begin = database
    .prepare<[number], number>(
      `UPDATE inbox SET attempts = attempts + 1 WHERE id = ? AND state = 'new' RETURNING attempts`,
    )
    .pluck();
  const postpone = database.prepare<[number, string]>(
    `UPDATE inbox SET due = ? WHERE lead = ? AND state = 'new' AND type = 'message'`,
  );
  const settle = database.prepare<[string, number, string | null, number]>(
    `UPDATE inbox SET state = ?, settled_at = ?, reason = ? WHERE id = ? AND state = 'new'`,
  );
  const waiting = database.prepare<[string, number], Stored>(
    `SELECT id, key, lead, at, due, attempts, thread, event FROM inbox WHERE lead = ? AND state = 'new'
     ORDER BY id LIMIT ?`,
  );
  const leads = database.prepare<[], { readonly lead: string; readonly due: number }>(
    `SELECT lead, min(due) AS due FROM inbox WHERE state = 'new' GROUP BY lead ORDER BY due`,
  );
  const said = database.prepare<[string, number], Message>(
    `SELECT id, at, type, coalesce(event ->> '$.text', '') AS text FROM inbox
     WHERE lead = ? AND type IN ('message', 'managerMessage') ORDER BY at DESC, id DESC LIMIT ?`,
  );

  function read(stored: Stored): InboxRow | null {
    const event = readStored(storedEventSchema, stored.event);
    const thread = readThread(stored.thread);
    if (event.ok && thread.ok) return { ...stored, event: event.value, thread: thread.value };
    onUnreadable(stored.id, event.ok ? 'thread' : event.fault);
    return null;
  }

  return {
    read: {
      waitingInbox: (lead) =>
        inOrderWritten(
          waiting
            .all(lead, ROWS_A_READ)
            .map(read)
            .filter((row) => row !== null),
        ),
      waitingLeads: () => leads.all(),
      inboxMessages: (lead, limit) => said.all(lead, limit).reverse(),
    },
    write: {
      putInbox({ key, content, lead, event, thread, at, due }) {
        const id = insert.get({
          key,
          content,
          lead,
          type: event.type,
          at: whole(at),
          due: whole(due),
          thread: thread && JSON.stringify(thread),
          event: JSON.stringify(event),
        });
        if (id !== undefined) return { kind: 'stored', id };
        return { kind: contentOf.get(key) === content ? 'repeat' : 'differs' };
      },
      beginInbox(ids) {
        const attempts = new Map<number, number>();
        for (const id of ids) {
          const figure = begin.get(id);
          if (figure !== undefined) attempts.set(id, figure);
        }
        return attempts;
      },
      postponeMessages: (lead, due) => void postpone.run(whole(due), lead),
      parkInbox: (id, reason) => void settle.run('parked', whole(clock.now()), reason, id),
      finishInbox(ids) {
        for (const id of ids) settle.run('done', whole(clock.now()), null, id);
      },
    },
  };
}

/** Time and chance come with the turn; the one schema of events is used with stand-ins for both. */
const storedEventSchema = z
  .looseObject({})
  .transform((event) => ({ ...event, at: 0, seed: 0 }))
  .pipe(turnEventSchema)
  .transform(withoutMoment);

function withoutMoment({ at: _at, seed: _seed, ...event }: TurnEvent): InboxEvent {
  return event;
}
