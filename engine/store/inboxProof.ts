import type Database from 'better-sqlite3';
import type { Clock } from '../ports/clock.ts';
import type { InboxInsert, InboxRow, NewInboxRow, Proof } from '../ports/inboxStore.ts';
import type { StoreReader, StoreWriter } from '../ports/store.ts';
import { fewRows, newestFirst } from './fewRows.ts';
import { whole } from './storedJson.ts';

/** As they are numbered in the table. */
export const PROOFS: readonly Proof[] = ['told', 'trusted', 'seen'];
const [TOLD, TRUSTED, SEEN] = [0, 1, 2];

/** A row as SQLite has it. */
export type StoredInbox = Omit<InboxRow, 'event' | 'thread' | 'proof'> & {
  readonly event: string;
  readonly thread: string | null;
  readonly proof: number;
};
type Reader = Pick<StoreReader, 'unproven' | 'unprovenLeads' | 'inboxContent'>;
type Writer = Pick<StoreWriter, 'seeInbox' | 'dismissInbox' | 'doubtInbox' | 'shelveMessages'>;
interface Known {
  readonly id: number;
  readonly due: number;
  readonly content: string;
  readonly state: string;
  readonly proof: number;
}
type StoredUnproven = StoredInbox & { readonly toldAt: number; readonly ref: string | null; readonly content: string };
type Values = Record<string, string | number | null>;

/** More than one history page can prove; the rest is looked up after these. */
const ROWS_A_READ = 500;

export interface ProofTable {
  readonly read: Reader;
  readonly write: Writer;
  /** There is a row of this key already. */
  meet(row: NewInboxRow): InboxInsert;
}

/** Rows that webhooks told of, until the account's own history has shown them or not (reliability.md, 4.1 and 6). */
export function proofTable(
  database: Database.Database,
  clock: Clock,
  rows: {
    readonly read: <T extends StoredInbox>(stored: T) => (Omit<T, keyof StoredInbox> & InboxRow) | null;
    readonly values: (row: NewInboxRow) => Values;
  },
): ProofTable {
  const known = database.prepare<[string], Known>('SELECT id, due, content, state, proof FROM inbox WHERE key = ?');
  const COLUMNS = `id, key, lead, at, due, attempts, thread, event, proof, told_at AS toldAt, ref, content`;
  // The conditions are those of the partial indexes, word for word.
  const told = fewRows<StoredUnproven>(
    database,
    `SELECT ${COLUMNS} FROM inbox WHERE lead = ? AND state = 'new' AND proof = 0`,
    newestFirst,
    ROWS_A_READ,
  );
  const trusted = fewRows<StoredUnproven>(
    database,
    `SELECT ${COLUMNS} FROM inbox WHERE lead = ? AND proof = 1`,
    newestFirst,
    ROWS_A_READ,
  );
  const leads = database
    .prepare<[], string>(`SELECT DISTINCT lead FROM inbox WHERE state = 'new' AND proof = 0`)
    .pluck();
  const rewrite = database.prepare<Values>(
    `UPDATE inbox SET key = :key, content = :content, lead = :lead, at = :at, due = :due, thread = :thread, event = :event,
       ref = :ref, proof = :proof, told_at = :now, state = :state,
       settled_at = CASE :state WHEN 'new' THEN NULL ELSE settled_at END,
       reason = CASE :state WHEN 'new' THEN NULL ELSE reason END
     WHERE id = :id`,
  );
  const dismiss = database.prepare<[number, number]>(
    `UPDATE inbox SET state = 'done', settled_at = ?, reason = 'unproven' WHERE id = ? AND state = 'new' AND proof = 0`,
  );
  const shelve = database.prepare<[number, string]>(
    `UPDATE inbox SET state = 'done', settled_at = ?, reason = ?, proof = 0
     WHERE state = 'new' AND type IN ('message', 'managerMessage')`,
  );
  const doubt = database.prepare<[number, number]>(
    `UPDATE inbox SET proof = 0, told_at = ? WHERE id = ? AND state = 'new' AND proof = 1`,
  );
  const byId = database.prepare<[number], Known>('SELECT id, due, content, state, proof FROM inbox WHERE id = ?');

  function put(id: number, row: NewInboxRow, state: string): void {
    rewrite.run({ ...rows.values(row), id, state });
  }

  function meet(row: NewInboxRow): InboxInsert {
    const found = known.get(row.key);
    if (found === undefined) throw new Error('a row of this key was expected');
    const isSame = found.content === row.content;
    if (found.proof === SEEN) return { kind: isSame ? 'repeat' : 'differs' };
    if (row.proof === undefined || row.proof === 'seen') {
      // What ran on trust ran; that it was real is known now.
      const ran = found.proof === TRUSTED && found.state !== 'new';
      put(found.id, row, ran ? found.state : 'new');
      return ran ? { kind: isSame ? 'repeat' : 'differs' } : { kind: 'stored', id: found.id };
    }
    if (found.proof === TRUSTED) return { kind: isSame ? 'repeat' : 'differs' };
    // Whichever of the two is real: the history tells, and it is asked again. What was dismissed is told of anew.
    if (found.state !== 'new') put(found.id, { ...row, proof: 'told' }, 'new');
    return { kind: 'again', id: found.id };
  }

  return {
    meet,
    read: {
      unproven: (lead, proof) => (proof === 'told' ? told : trusted)(lead).flatMap((stored) => rows.read(stored) ?? []),
      unprovenLeads: () => leads.all(),
      inboxContent(key) {
        const found = known.get(key);
        return found === undefined || found.proof === TOLD ? null : found.content;
      },
    },
    write: {
      seeInbox(id, seen) {
        const row = byId.get(id);
        if (row === undefined || row.proof === SEEN) return false;
        const other = known.get(seen.key);
        if (other !== undefined && other.id !== id) {
          if (row.proof === TOLD) dismiss.run(whole(clock.now()), id);
          return false;
        }
        // When it is due may have changed while it was looked up: the next message of a burst, a clock set right.
        put(id, { ...seen, due: row.due, proof: 'seen' }, row.proof === TRUSTED ? row.state : 'new');
        return true;
      },
      dismissInbox(ids) {
        for (const id of ids) dismiss.run(whole(clock.now()), id);
      },
      shelveMessages: (reason) => void shelve.run(whole(clock.now()), reason),
      doubtInbox(ids) {
        for (const id of ids) doubt.run(whole(clock.now()), id);
      },
    },
  };
}
