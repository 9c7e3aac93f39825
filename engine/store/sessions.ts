import type Database from 'better-sqlite3';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { SessionRow, SessionSummary } from '../ports/sessionStore.ts';
import type { StoreReader } from '../ports/store.ts';
import { isOfThisVersion, readState, salvageState, writeState, type SessionColumns } from './readState.ts';
import { standingQueries } from './standing.ts';
import { readStored, threadSchema, whole } from './storedJson.ts';

type Reader = Pick<StoreReader, 'session' | 'sessions' | 'ahead' | 'sessionCount' | 'pinnedVersions' | 'standing'>;
interface Writer {
  putSession(session: Omit<SessionRow, 'updatedAt'>): void;
}
/** SQLite has no booleans. */
type Flagged<T extends { readonly troubled: boolean }> = Omit<T, 'troubled'> & { readonly troubled: 0 | 1 };
type Ahead = ReturnType<Reader['ahead']>;
interface Stored extends SessionColumns {
  readonly version: number;
  readonly thread: string;
  readonly state: string;
}

/** What customers and people wrote, and when, by index. */
const said = (type: string, from: string, edge: 'min' | 'max', and = '') =>
  `(SELECT ${edge}(at) FROM inbox WHERE lead = s.lead AND type IN ('message', 'managerMessage') AND type = '${type}'
    AND at > ${from}${and})`;
const PERSON_WROTE = `coalesce(${said('managerMessage', '0', 'max')}, 0)`;
/** A status that is set, or a note, is no word to anybody: whoever wrote just before it waits all the same. */
const BOT_WROTE = `coalesce((SELECT sent_at FROM outbox WHERE lead = s.lead AND state = 'sent'
  AND effect ->> '$.type' = 'send' ORDER BY sent_at DESC LIMIT 1), 0)`;
/**
 * What comes next, and what went wrong: when the bot goes on by itself, and since when a customer waits for a person. Where the customer was
 * brought to people that is the message which did it (the bot's last words came after it); else the first one since.
 */
const AHEAD = `(SELECT min(due) FROM timer WHERE timer.lead = s.lead) AS nextAt,
  CASE WHEN s.owner = 'human' THEN coalesce(
    CASE WHEN s.reason IN ('handoff', 'operatorWord', 'misses', 'failure')
      THEN ${said('message', PERSON_WROTE, 'max', ` AND at <= ${BOT_WROTE}`)} END,
    ${said('message', `max(${PERSON_WROTE}, ${BOT_WROTE})`, 'min')}) END AS waitingSince,
  EXISTS (SELECT 1 FROM outbox WHERE lead = s.lead AND state IN ('unknown', 'dead'))
    OR EXISTS (SELECT 1 FROM inbox WHERE lead = s.lead AND state = 'parked'
      AND coalesce(reason, '') NOT IN ('stale', 'late', 'flood')) AS troubled`;

/** The list's facts are columns of their own: ten thousand states are not parsed to draw thirty lines. */
export function sessionTable(
  database: Database.Database,
  clock: Clock,
  log: Log,
): { readonly read: Reader; readonly write: Writer } {
  const one = database.prepare<[string], Stored>(
    `SELECT lead, version, owner, reason, ownership, phase, status, name, channel, last_text AS lastText,
       updated_at AS updatedAt, thread, state FROM session WHERE lead = ?`,
  );
  const list = database.prepare<[number], Flagged<SessionSummary>>(
    `SELECT s.lead, s.name, s.channel, s.owner, s.reason, s.phase, s.status, s.node, s.last_text AS lastText,
       s.updated_at AS updatedAt, v.number AS botVersion, ${AHEAD}
     FROM session s JOIN version v ON v.id = s.version ORDER BY s.updated_at DESC, s.lead LIMIT ?`,
  );
  const ahead = database.prepare<[string], Flagged<Ahead>>(`SELECT ${AHEAD} FROM session s WHERE s.lead = ?`);
  const count = database.prepare<[], number>('SELECT count(*) FROM session').pluck();
  const put = database.prepare<Omit<Stored, 'state'> & { readonly node: string | null; readonly state: string }>(
    `INSERT INTO session (lead, version, owner, reason, ownership, phase, status, node, name, channel, last_text, updated_at,
       thread, state)
     VALUES (:lead, :version, :owner, :reason, :ownership, :phase, :status, :node, :name, :channel, :lastText, :updatedAt,
       :thread, :state)
     ON CONFLICT (lead) DO UPDATE SET version = excluded.version, owner = excluded.owner, reason = excluded.reason,
       ownership = excluded.ownership, phase = excluded.phase, status = excluded.status, node = excluded.node,
       name = excluded.name, channel = excluded.channel, last_text = excluded.last_text,
       updated_at = excluded.updated_at, thread = excluded.thread, state = excluded.state`,
  );

  return {
    read: {
      session(lead) {
        const row = one.get(lead);
        if (row === undefined) return null;
        const state = readState(row.state);
        if (!state.ok) log.error('store.stateUnreadable', { lead, at: state.fault });
        const thread = readStored(threadSchema, row.thread);
        if (!thread.ok) log.error('store.threadUnreadable', { lead, at: thread.fault });
        return {
          lead,
          version: row.version,
          state: state.ok ? state.value : salvageState(row),
          thread: thread.ok ? thread.value : { lead, source: '', integration: undefined },
          lastText: row.lastText,
          updatedAt: row.updatedAt,
          ...(state.ok && isOfThisVersion(row.state) ? {} : { unrecorded: true }),
        };
      },
      sessions: (limit) => list.all(limit).map(unflagged),
      ahead(lead) {
        const row = ahead.get(lead);
        return row === undefined ? { nextAt: null, waitingSince: null, troubled: false } : unflagged(row);
      },
      sessionCount: () => count.get() ?? 0,
      ...standingQueries(database),
    },
    write: {
      putSession({ lead, version, state, thread, lastText }) {
        put.run({
          lead,
          version,
          owner: state.owner,
          reason: state.reason,
          ownership: state.ownership,
          phase: state.phase,
          status: state.status,
          node: state.wait?.place.node ?? null,
          name: state.customer.name ?? '',
          channel: state.channel,
          lastText,
          updatedAt: whole(clock.now()),
          thread: JSON.stringify(thread),
          state: writeState(state),
        });
      },
    },
  };
}

function unflagged<T extends { readonly troubled: 0 | 1 }>(
  row: T,
): Omit<T, 'troubled'> & { readonly troubled: boolean } {
  return { ...row, troubled: row.troubled === 1 };
}
