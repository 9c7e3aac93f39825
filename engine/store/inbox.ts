import type Database from 'better-sqlite3';
import { z } from 'zod';
import { turnEventSchema, type TurnEvent } from '../model/event.ts';
import type { Clock } from '../ports/clock.ts';
import type { InboxEvent, InboxMessage, InboxRow, NewInboxRow } from '../ports/inboxStore.ts';
import type { StoreReader, StoreWriter } from '../ports/store.ts';
import { PROOFS, proofTable, type StoredInbox } from './inboxProof.ts';
import { byId, fewRows } from './fewRows.ts';
import { inOrderWritten } from './inboxOrder.ts';
import { readThread, storedReader, whole } from './storedJson.ts';

type ProofReading = 'unproven' | 'unprovenLeads' | 'inboxContent';
type Reader = Pick<StoreReader, 'waitingInbox' | 'waitingTypes' | 'waitingLeads' | 'inboxMessages' | ProofReading>;
type ProofWriting = 'seeInbox' | 'dismissInbox' | 'doubtInbox' | 'shelveMessages';
interface Writer extends Pick<
  StoreWriter,
  'putInbox' | 'beginInbox' | 'postponeMessages' | 'parkInbox' | 'parkFlood' | 'finishInbox' | ProofWriting
> {
  /** Was none of them taken out of the way meanwhile? */
  areWaiting(ids: readonly number[]): boolean;
}
type Message = Omit<InboxMessage, 'told'> & { readonly told: number };

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
      `INSERT INTO inbox (key, content, lead, type, at, due, thread, event, proof, told_at, ref)
       VALUES (:key, :content, :lead, :type, :at, :due, :thread, :event, :proof, :now, :ref)
       ON CONFLICT (key) DO NOTHING RETURNING id`,
    )
    .pluck();
  const begin = database
    .prepare<[number], number>(
      `UPDATE inbox SET attempts = attempts + 1 WHERE id = ? AND state = 'new' RETURNING attempts`,
    )
    .pluck();
  const postpone = database.prepare<{ due: number; lead: string; now: number }>(
    `UPDATE inbox SET due = :due WHERE lead = :lead AND state = 'new' AND type = 'message' AND due >= :now`,
  );
  const isWaiting = database.prepare<[number], number>(`SELECT 1 FROM inbox WHERE id = ? AND state = 'new'`).pluck();
  const settle = database.prepare<[string, number, string | null, number]>(
    `UPDATE inbox SET state = ?, settled_at = ?, reason = ? WHERE id = ? AND state = 'new'`,
  );
  const FLOOD = `lead = :lead AND state = 'new' AND proof > 0 AND type = 'message' AND due >= :since`;
  const parkFlood = database.prepare<{ lead: string; since: number; now: number }>(
    `UPDATE inbox SET state = 'parked', settled_at = :now, reason = 'flood'
     WHERE ${FLOOD} AND id <> (SELECT id FROM inbox WHERE ${FLOOD} ORDER BY at DESC, id DESC LIMIT 1)`,
  );
  const waiting = fewRows<StoredInbox>(
    database,
    `SELECT id, key, lead, at, due, attempts, thread, event, proof FROM inbox
     WHERE lead = ? AND state = 'new' AND proof > 0`,
    byId,
    ROWS_A_READ,
  );
  // Not DISTINCT: see `fewRows`.
  const types = database
    .prepare<[string], InboxEvent['type']>(`SELECT type FROM inbox WHERE lead = ? AND state = 'new' AND proof > 0`)
    .pluck();
  const leads = database.prepare<[], { readonly lead: string; readonly due: number }>(
    `SELECT lead, min(due) AS due FROM inbox WHERE state = 'new' AND proof > 0 GROUP BY lead ORDER BY due`,
  );
  const said = database.prepare<[string, number], Message>(
    `SELECT id, at, type, coalesce(event ->> '$.text', '') AS text, proof = 0 AS told FROM inbox
     WHERE lead = ? AND type IN ('message', 'managerMessage') AND (proof > 0 OR state = 'new')
     ORDER BY at DESC, id DESC LIMIT ?`,
  );

  const readEvent = storedReader(storedEventSchema);
  function read<T extends StoredInbox>(stored: T): (Omit<T, keyof StoredInbox> & InboxRow) | null {
    const event = readEvent(stored.event);
    const thread = readThread(stored.thread);
    const proof = PROOFS[stored.proof] ?? 'told';
    if (event.ok && thread.ok) return { ...stored, event: event.value, thread: thread.value, proof };
    onUnreadable(stored.id, event.ok ? 'thread' : event.fault);
    return null;
  }

  function values({ key, content, lead, event, thread, at, due, proof = 'seen', ref }: NewInboxRow) {
    return {
      key,
      content,
      lead,
      type: event.type,
      at: whole(at),
      due: whole(due),
      thread: thread && JSON.stringify(thread),
      event: JSON.stringify(event),
      proof: PROOFS.indexOf(proof),
      now: whole(clock.now()),
      ref: ref ?? null,
    };
  }
  const proofs = proofTable(database, clock, { read, values });

  return {
    read: {
      ...proofs.read,
      waitingInbox: (lead) =>
        inOrderWritten(
          waiting(lead)
            .map(read)
            .filter((row) => row !== null),
        ),
      waitingTypes: (lead) => [...new Set(types.all(lead))],
      waitingLeads: () => leads.all(),
      inboxMessages: (lead, limit) =>
        said
          .all(lead, limit)
          .map((row) => ({ ...row, told: row.told === 1 }))
          .reverse(),
    },
    write: {
      ...proofs.write,
      putInbox(row) {
        const id = insert.get(values(row));
        return id === undefined ? proofs.meet(row) : { kind: 'stored', id };
      },
      beginInbox(ids) {
        const attempts = new Map<number, number>();
        for (const id of ids) {
          const figure = begin.get(id);
          if (figure !== undefined) attempts.set(id, figure);
        }
        return attempts;
      },
      areWaiting: (ids) => ids.every((id) => isWaiting.get(id) === 1),
      postponeMessages: (lead, due) => void postpone.run({ due: whole(due), lead, now: whole(clock.now()) }),
      parkFlood: (lead, since) =>
        parkFlood.run({ lead, since: Math.max(0, Math.floor(since)), now: whole(clock.now()) }).changes,
      parkInbox: (id, reason) => void settle.run('parked', whole(clock.now()), reason, id),
      finishInbox(ids) {
        for (const id of ids) settle.run('done', whole(clock.now()), null, id);
      },
    },
  };
}

/** Time and chance come with the turn; the one schema of events is used with stand-ins for both. */
export const storedEventSchema = z
  .looseObject({})
  .transform((event) => ({ ...event, at: 0, seed: 0 }))
  .pipe(turnEventSchema)
  .transform(withoutMoment);

function withoutMoment({ at: _at, seed: _seed, ...event }: TurnEvent): InboxEvent {
  return event;
}
