import type Database from 'better-sqlite3';
import type { Clock } from '../ports/clock.ts';
import type { Owner } from '../model/state.ts';
import type { QueueKind, QueuedRow } from '../ports/queueStore.ts';
import type { StoreReader, StoreWriter } from '../ports/store.ts';
import { storedEventSchema } from './inbox.ts';
import { outwardSchema } from './outbox.ts';
import { readStored, whole } from './storedJson.ts';

type Reader = Pick<StoreReader, 'queue' | 'queueCounts' | 'inboxRow' | 'outboxState'>;
type Writer = Pick<StoreWriter, 'reopenInbox' | 'dropInbox' | 'restoreInbox' | 'reopenOutbox'>;
interface Stored extends Omit<QueuedRow, 'event' | 'effect' | 'box' | 'owner'> {
  readonly owner: Owner | null;
  readonly body: string;
}

/** Set aside because nobody was there in time, not because something broke. */
const AWAY = `('stale', 'late')`;
const OTHERS = `('stale', 'late', 'flood')`;
/** Word for word the conditions of the partial indexes: only such rows are walked through. */
const WHERE: Readonly<Record<QueueKind, { readonly inbox?: string; readonly outbox?: string }>> = {
  waiting: { inbox: `q.state = 'new'`, outbox: `q.state IN ('ready', 'sending', 'unknown') AND q.state = 'ready'` },
  inFlight: { outbox: `q.state IN ('ready', 'sending', 'unknown') AND q.state = 'sending'` },
  unknown: { outbox: `q.state = 'unknown'` },
  parked: { inbox: `q.state = 'parked' AND coalesce(q.reason, '') NOT IN ${OTHERS}` },
  away: { inbox: `q.state = 'parked' AND q.reason IN ${AWAY}` },
  flood: { inbox: `q.state = 'parked' AND q.reason = 'flood'` },
  dead: { outbox: `q.state = 'dead'` },
};
const OLDEST_FIRST = new Set<QueueKind>(['waiting', 'inFlight', 'unknown']);

/** What waits, is under way or went wrong, across all leads: for people, who see to it. */
export function queueTables(
  database: Database.Database,
  clock: Clock,
): { readonly read: Reader; readonly write: Writer } {
  const select = (table: 'inbox' | 'outbox', where: string, order: string) =>
    database.prepare<[number], Stored>(
      `SELECT q.id, q.lead, coalesce(s.name, '') AS name, coalesce(s.channel, '') AS channel, s.owner,
         q.${table === 'inbox' ? 'at' : 'created_at'} AS since, q.due, q.attempts, q.reason,
         q.${table === 'inbox' ? 'event' : 'effect'} AS body
       FROM ${table} q LEFT JOIN session s ON s.lead = q.lead WHERE ${where} ORDER BY q.id ${order} LIMIT ?`,
    );
  const prepared = (kind: QueueKind) => {
    const order = OLDEST_FIRST.has(kind) ? 'ASC' : 'DESC';
    const { inbox, outbox } = WHERE[kind];
    return {
      inbox: inbox === undefined ? null : select('inbox', inbox, order),
      outbox: outbox === undefined ? null : select('outbox', outbox, order),
    };
  };
  const queues: Readonly<Record<QueueKind, ReturnType<typeof prepared>>> = {
    waiting: prepared('waiting'),
    inFlight: prepared('inFlight'),
    unknown: prepared('unknown'),
    parked: prepared('parked'),
    away: prepared('away'),
    flood: prepared('flood'),
    dead: prepared('dead'),
  };
  const count = (kind: QueueKind) =>
    Object.entries(WHERE[kind])
      .map(([table, where]) => `(SELECT count(*) FROM ${table} q WHERE ${where})`)
      .join(' + ');
  const counts = database.prepare<[], Readonly<Record<QueueKind, number>>>(
    `SELECT ${Object.keys(WHERE)
      .map((kind) => `${count(kind as QueueKind)} AS ${kind}`)
      .join(', ')}`,
  );
  const inboxRow = database.prepare<[number], InboxState>('SELECT lead, state FROM inbox WHERE id = ?');
  const state = database.prepare<[number], OutboxFate>('SELECT lead, state FROM outbox WHERE id = ?');
  // A new id, the last one: what is put in before it in the same transaction is read before it.
  const reopen = database
    .prepare<[number, number], number>(
      `UPDATE inbox SET id = (SELECT max(id) + 1 FROM inbox), state = 'new', attempts = 0, due = ?, reason = NULL,
         settled_at = NULL WHERE id = ? AND state = 'parked' RETURNING id`,
    )
    .pluck();
  const drop = database.prepare<[number, number]>(
    `UPDATE inbox SET state = 'done', settled_at = ?, reason = 'dropped:' || coalesce(reason, '')
     WHERE id = ? AND state IN ('new', 'parked') AND type = 'message'`,
  );
  const restore = database.prepare<[number]>(
    `UPDATE inbox SET state = 'parked', reason = substr(reason, 9)
     WHERE id = ? AND state = 'done' AND reason LIKE 'dropped:_%'`,
  );
  // One attempt stays counted: an echo of an earlier one is still known as ours. What waits keeps the ownership it was
  // made under; what was given up or is in doubt goes out in the name of whoever asks for it now.
  const again = database.prepare<[number, number]>(
    `UPDATE outbox SET due = ?, attempts = min(attempts, 1), reason = NULL, settled_at = NULL,
       ownership = CASE WHEN state = 'ready' THEN ownership
         ELSE coalesce((SELECT ownership FROM session WHERE session.lead = outbox.lead), ownership) END,
       state = 'ready'
     WHERE id = ? AND state IN ('ready', 'unknown', 'dead')`,
  );

  return {
    read: {
      queue(kind, limit) {
        const { inbox, outbox } = queues[kind];
        return [...(inbox?.all(limit) ?? []).map(fromInbox), ...(outbox?.all(limit) ?? []).map(fromOutbox)];
      },
      queueCounts() {
        const row = counts.get();
        if (row === undefined) throw new Error('counting gave no row');
        return row;
      },
      inboxRow: (id) => inboxRow.get(id) ?? null,
      outboxState: (id) => state.get(id) ?? null,
    },
    write: {
      reopenInbox: (id, due) => reopen.get(whole(due), id) !== undefined,
      dropInbox: (id) => drop.run(whole(clock.now()), id).changes > 0,
      restoreInbox: (id) => restore.run(id).changes > 0,
      reopenOutbox: (id, due) => again.run(whole(due), id).changes > 0,
    },
  };
}
type InboxState = NonNullable<ReturnType<StoreReader['inboxRow']>>;
type OutboxFate = NonNullable<ReturnType<StoreReader['outboxState']>>;

function fromInbox({ body, ...row }: Stored): QueuedRow {
  const read = readStored(storedEventSchema, body);
  const event = read.ok ? read.value : null;
  // A customer the bot has never answered has no conversation yet: the message itself tells who it is.
  const met = row.owner === null && event?.type === 'message' ? event : null;
  const name = met?.customer.name ?? row.name;
  return { ...row, name, channel: met?.channel ?? row.channel, box: 'in', event, effect: null };
}

function fromOutbox({ body, ...row }: Stored): QueuedRow {
  const effect = readStored(outwardSchema, body);
  return { ...row, box: 'out', event: null, effect: effect.ok ? effect.value : null };
}
