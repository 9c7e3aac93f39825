import type { Effect } from '../model/effect.ts';
import type { Result } from '../model/result.ts';
import type { BotReader, BotWriter } from './botStore.ts';
import type { InboxReader, InboxWriter } from './inboxStore.ts';
import type { NewOutboxRow, OutboxReader, OutboxRow, OutboxWriter } from './outboxStore.ts';
import type { PhraseReader, PhraseWriter, TurnPhrases } from './phraseStore.ts';
import type { QueueReader, QueueWriter } from './queueStore.ts';
import type { SessionReader, SessionRow, SessionWriter, TraceRow } from './sessionStore.ts';
import type { StoreCare } from './storeCare.ts';

/** Everything one turn changes, committed together or not at all. */
export interface TurnCommit {
  readonly session: Omit<SessionRow, 'updatedAt'>;
  readonly inboxDone: readonly number[];
  readonly outbox: readonly NewOutboxRow[];
  readonly effects: readonly Effect[];
  readonly trace: Omit<TraceRow, 'id'>;
  readonly phrases?: TurnPhrases;
}

/**
 * The writing half, valid inside one `write` call. Every method is synchronous and runs in the enclosing transaction.
 * Methods throw only on surprises; the transaction is then rolled back whole.
 */
export interface StoreWriter extends BotWriter, InboxWriter, OutboxWriter, PhraseWriter, QueueWriter, SessionWriter {
  /** Null = one of `inboxDone` does not wait any more (a person took it out of the queue): nothing was changed. */
  commitTurn(turn: TurnCommit): readonly OutboxRow[] | null;
}

/** The reading half; each call sees what is committed. */
export interface StoreReader extends BotReader, InboxReader, OutboxReader, PhraseReader, QueueReader, SessionReader {}

export interface Store {
  /** The data folder. */
  readonly folder: string;
  readonly read: StoreReader;
  /**
   * Runs `change` in a transaction that is on the disk when the promise settles. Calls made close together share one
   * commit, each in its own savepoint. Faults: `diskFull`, `ownerLost` (another engine took the data folder), `internal`.
   */
  write<T>(change: (writer: StoreWriter) => T): Promise<Result<T>>;
  /** Copies the database while it is in use. */
  backup(file: string): Promise<Result<void>>;
  readonly care: StoreCare;
  close(): Promise<void>;
}
