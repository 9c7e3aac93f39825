import type Database from 'better-sqlite3';
import { z } from 'zod';
import { effectSchema, isOutward } from '../model/effect.ts';
import { UNDECIDED } from '../model/undecided.ts';
import type { Clock } from '../ports/clock.ts';
import type { OutboxRow } from '../ports/outboxStore.ts';
import type { StoreReader, StoreWriter } from '../ports/store.ts';
import { byId, fewRows, type RowOrder } from './fewRows.ts';
import { readThread, storedReader, whole } from './storedJson.ts';

type Reader = Pick<
  StoreReader,
  'nextOutbox' | 'outboxRow' | 'outboxLeads' | 'outboxByCustomId' | 'outbox' | 'sentTexts'
>;
type Writer = Pick<StoreWriter, 'putOutbox' | 'beginSend' | 'settleOutbox' | 'cancelReady' | 'markEcho'>;
type Stored = Omit<OutboxRow, 'effect' | 'thread'> & { readonly effect: string; readonly thread: string | null };
type SentText = ReturnType<StoreReader['sentTexts']>[number];

const ROW = `id, lead, effect, thread, custom_id AS customId, ownership, state, attempts, due, created_at AS createdAt,
  sent_at AS sentAt, message_id AS messageId, reason`;
/** Word for word the condition of the partial index, or SQLite would walk through all that was ever sent. */
const OPEN = `state IN ('ready', 'sending', 'unknown')`;

/** Open rows of one lead that are looked at for the next to send: of more than these none could be read. */
const ROWS_A_READ = 100;
const NEXT_FIRST: RowOrder<Stored> = {
  sql: `CASE WHEN state = 'unknown' AND reason = '${UNDECIDED}' THEN due ELSE -1 END, id`,
  compare: (a, b) => rank(a) - rank(b) || a.id - b.id,
};

function rank({ state, reason, due }: Stored): number {
  return state === 'unknown' && reason === UNDECIDED ? due : -1;
}

const FRESH = { state: 'ready', attempts: 0, sentAt: null, messageId: null, reason: null } as const;

export const outwardSchema = effectSchema.transform((effect, context) => {
  if (isOutward(effect)) return effect;
  context.addIssue({ code: 'custom', message: 'not outward', path: ['type'] });
  return z.NEVER;
});

/**
 * `onUnreadable` hears of an open row that this engine cannot read; it must end it, or the rows behind it would wait for
 * ever.
 */
export function outboxTable(
  database: Database.Database,
  clock: Clock,
  onUnreadable: (id: number, at: string) => void,
): { readonly read: Reader; readonly write: Writer } {
  const now = () => whole(clock.now());
  const insert = database
    .prepare<Record<string, string | number | null>, number>(
      `INSERT INTO outbox (key, lead, custom_id, ownership, due, created_at, thread, effect)
       VALUES (:key, :lead, :customId, :ownership, :due, :now, :thread, :effect) ON CONFLICT (key) DO NOTHING RETURNING id`,
    )
    .pluck();
  const byKey = database.prepare<[string], Stored>(`SELECT ${ROW} FROM outbox WHERE key = ?`);
  const begin = database.prepare<[number], Stored>(
    `UPDATE outbox SET state = 'sending', attempts = attempts + 1
     WHERE id = ? AND state = 'ready' AND ownership IS (SELECT ownership FROM session WHERE session.lead = outbox.lead)
     RETURNING ${ROW}`,
  );
  const disown = database.prepare<[number, number]>(
    `UPDATE outbox SET state = 'cancelled', settled_at = ?, reason = 'ownership' WHERE id = ? AND state = 'ready'`,
  );
  // What was sent stays sent: an answer that comes late must not put it back in the queue.
  // «Too many requests» is no attempt: nothing was tried, and a pause of the account must not use up what is meant for failures.
  // Neither is what the engine's end kept from being made.
  const settle = database.prepare<Record<string, string | number | null>>(
    `UPDATE outbox SET state = :state, due = coalesce(:due, due), message_id = coalesce(:messageId, message_id),
       attempts = attempts - (:state = 'ready' AND coalesce(:reason, '') IN ('tooManyRequests', 'notTried')), reason = :reason, sent_at = CASE :state WHEN 'sent' THEN :now END,
       settled_at = CASE WHEN :state IN ('sent', 'cancelled', 'dead') THEN :now END
     WHERE id = :id AND state NOT IN ('sent', 'cancelled')`,
  );
  const cancelReady = database.prepare<[number, string], Stored>(
    `UPDATE outbox SET state = 'cancelled', settled_at = ?, reason = 'takenOver' WHERE lead = ? AND state = 'ready' AND ${OPEN}
     RETURNING ${ROW}`,
  );
  const echo = database.prepare<[string, string]>(
    'UPDATE outbox SET message_id = coalesce(message_id, ?) WHERE custom_id = ?',
  );
  // What a person must decide on keeps nothing else waiting; of several, the one that is looked at next comes first.
  const next = fewRows<Stored>(
    database,
    `SELECT ${ROW} FROM outbox WHERE lead = ? AND ${OPEN}`,
    NEXT_FIRST,
    ROWS_A_READ,
  );
  const one = database.prepare<[number], Stored>(`SELECT ${ROW} FROM outbox WHERE id = ?`);
  const leads = database.prepare<[], string>(`SELECT DISTINCT lead FROM outbox WHERE ${OPEN}`).pluck();
  const byCustomId = fewRows<Stored>(database, `SELECT ${ROW} FROM outbox WHERE custom_id = ?`, byId, ROWS_A_READ);
  const latest = database.prepare<[string, number], Stored>(
    `SELECT ${ROW} FROM outbox WHERE lead = ? ORDER BY id DESC LIMIT ?`,
  );
  const sent = database.prepare<[string, number], SentText>(
    `SELECT effect ->> '$.text' AS text, message_id AS messageId FROM outbox
     WHERE lead = ? AND state = 'sent' AND sent_at >= ? AND effect ->> '$.type' = 'send' ORDER BY sent_at, id`,
  );

  const readEffect = storedReader(outwardSchema);
  function read(stored: Stored): OutboxRow | null {
    const effect = readEffect(stored.effect);
    const thread = readThread(stored.thread);
    if (effect.ok && thread.ok) return { ...stored, effect: effect.value, thread: thread.value };
    onUnreadable(stored.id, effect.ok ? 'thread' : effect.fault);
    return null;
  }
  const readOne = (stored: Stored | undefined) => (stored === undefined ? null : read(stored));
  const readAll = (stored: readonly Stored[]) => stored.map(read).filter((row) => row !== null);

  return {
    read: {
      nextOutbox(lead) {
        for (const stored of next(lead)) {
          const row = read(stored);
          if (row !== null) return row;
        }
        return null;
      },
      outboxRow: (id) => readOne(one.get(id)),
      outboxLeads: () => leads.all(),
      outboxByCustomId: (customId) => readOne(byCustomId(customId)[0]),
      outbox: (lead, limit) => readAll(latest.all(lead, limit).reverse()),
      sentTexts: (lead, since) => sent.all(lead, Math.floor(since)),
    },
    write: {
      putOutbox({ key, lead, effect, thread, customId, ownership, due }) {
        const made = { lead, customId, ownership, due: whole(due) };
        const at = now();
        const id = insert.get({
          ...made,
          key,
          now: at,
          thread: thread && JSON.stringify(thread),
          effect: JSON.stringify(effect),
        });
        if (id === undefined) return readOne(byKey.get(key));
        return { ...made, id, effect, thread, ...FRESH, createdAt: at };
      },
      beginSend(id) {
        const begun = begin.get(id);
        if (begun === undefined) disown.run(now(), id);
        return readOne(begun);
      },
      settleOutbox(id, { state, due, messageId, reason }) {
        settle.run({
          id,
          state,
          due: due === undefined ? null : whole(due),
          messageId: messageId ?? null,
          reason: reason ?? null,
          now: now(),
        });
      },
      cancelReady: (lead) => readAll(cancelReady.all(now(), lead)).sort((a, b) => a.id - b.id),
      markEcho: (customId, messageId) => echo.run(messageId, customId).changes > 0,
    },
  };
}
