import type { Effect, OutwardEffect } from '../model/effect.ts';
import type { TurnEvent } from '../model/event.ts';
import type { Result } from '../model/result.ts';
import type { Owner, Place, SessionState } from '../model/state.ts';
import type { TraceEntry } from '../model/trace.ts';
import type { PhraseReader, PhraseWriter, TurnPhrases } from './phraseStore.ts';
import type { StoreCare } from './storeCare.ts';
import type { Thread } from './thread.ts';

/** A bot as it is being edited. `revision` grows by one a save; a save names the revision it began from. */
export interface BotRow {
  readonly id: string;
  readonly name: string;
  readonly revision: number;
  readonly updatedAt: number;
}
export interface BotDraft extends BotRow {
  readonly body: string;
}
/** The steps of undo of a draft, oldest first; the last `undone` can be redone. A `body` of null is kept already. */
export interface DraftSteps {
  readonly list: readonly { readonly id: string; readonly body: string | null }[];
  readonly undone: number;
}
/** A published bot. Never changes. `number` counts from 1 within its bot. */
export interface VersionRow {
  readonly id: number;
  readonly bot: string;
  readonly number: number;
  readonly note: string;
  readonly publishedAt: number;
}

/** For whom a version is: the people who try it out, or everybody. */
export type Audience = 'test' | 'all';
/** A version went to those who meet it: published, or brought back. */
export interface ReleaseRow {
  readonly version: number;
  readonly audience: Audience;
  readonly at: number;
}

export interface SessionRow {
  readonly lead: string;
  readonly version: number;
  readonly state: SessionState;
  readonly thread: Thread;
  readonly lastText: string;
  readonly updatedAt: number;
  /** The state is not what the last recorded turn left: a new lead, news taken in without a turn, a state that was saved or renewed. */
  readonly unrecorded?: true;
}
/** A line of the list in Live, without the state's weight. */
export interface SessionSummary {
  readonly lead: string;
  readonly name: string;
  readonly channel: string;
  readonly owner: Owner;
  readonly reason: string;
  readonly phase: string;
  readonly status: string | null;
  readonly node: string | null;
  readonly lastText: string;
  readonly updatedAt: number;
  readonly botVersion: number;
  /** When the bot goes on by itself, if nothing comes before (epoch ms). */
  readonly nextAt: number | null;
  /** Since when the customer waits for a person's word; null = for none. */
  readonly waitingSince: number | null;
}

/** Conversations of a bot in which something happened in one hour; `hour` counts from the beginning asked for. */
export interface ActivityRow {
  readonly bot: string;
  readonly hour: number;
  readonly people: number;
}

/** How many conversations under way stand at one place, in one way. Null where the stored state does not say. */
export interface StandingRow {
  readonly owner: Owner;
  readonly flow: string | null;
  readonly node: string | null;
  /** An effect is under way whose outcome the node waits for. */
  readonly busy: boolean;
  /** Ids of the options on offer. */
  readonly offered: readonly string[];
  /** Nodes that called the sub-flows under way. */
  readonly callers: readonly Place[];
  readonly people: number;
}

/** What waits for its lead's turn. `event` lacks time and chance until it runs; those are recorded with the trace. */
export interface InboxRow {
  readonly id: number;
  readonly key: string;
  readonly lead: string;
  readonly event: InboxEvent;
  /** Present on what a channel delivered: where replies go. */
  readonly thread: Thread | null;
  readonly at: number;
  readonly due: number;
  readonly attempts: number;
  readonly proof: Proof;
}
/**
 * How it is known to have happened. `told`: a webhook said so, and anybody who has its address could have. `trusted`: the
 * same, and it may run before it is looked up. `seen`: the account's own history shows it, or it is news of our own.
 */
export type Proof = 'told' | 'trusted' | 'seen';
/** What is still to be looked up. */
export interface UnprovenRow extends InboxRow {
  /** When we heard of it, by our clock. */
  readonly toldAt: number;
  /** The CRM's own id of the message. */
  readonly ref: string | null;
  readonly content: string;
}
type Timeless<E> = E extends TurnEvent ? Omit<E, 'at' | 'seed'> : never;
export type InboxEvent = Timeless<TurnEvent>;
export interface NewInboxRow {
  readonly key: string;
  readonly content: string;
  readonly lead: string;
  readonly event: InboxEvent;
  readonly thread: Thread | null;
  readonly at: number;
  readonly due: number;
  /** By default `seen`. */
  readonly proof?: Proof;
  readonly ref?: string;
}
/**
 * `stored`: new, or one that was only told of and is seen now; `repeat`: same key and content, nothing done; `differs`: same
 * key, other content, nothing done; `again`: told of once more while nobody has seen it: it is to be looked up (again).
 */
export type InboxInsert =
  | { readonly kind: 'stored'; readonly id: number }
  | { readonly kind: 'again'; readonly id: number }
  | { readonly kind: 'repeat' }
  | { readonly kind: 'differs' };

/** A line of what was said, without its weight. */
export interface InboxMessage {
  readonly id: number;
  readonly at: number;
  readonly type: string;
  readonly text: string;
  readonly told: boolean;
}

export type OutboxState = 'ready' | 'sending' | 'sent' | 'unknown' | 'cancelled' | 'dead';
export interface OutboxRow {
  readonly id: number;
  readonly lead: string;
  readonly effect: OutwardEffect;
  readonly thread: Thread | null;
  readonly customId: string;
  readonly ownership: number;
  readonly state: OutboxState;
  readonly attempts: number;
  readonly due: number;
  readonly createdAt: number;
  readonly sentAt: number | null;
  readonly messageId: string | null;
  readonly reason: string | null;
}
export interface NewOutboxRow {
  /** `<inbox key>:<effect id>`: the same turn run twice makes the same key, so it can't be stored twice. */
  readonly key: string;
  readonly lead: string;
  readonly effect: OutwardEffect;
  readonly thread: Thread | null;
  readonly customId: string;
  readonly ownership: number;
  readonly due: number;
}
/**
 * `waiting`: to be run or sent; `inFlight`: being sent; `unknown`: sent, and not known whether it arrived; `parked`: a
 * message that could not be run; `away`: a message that came while nobody was there for it; `flood`: one of too many at
 * once; `dead`: given up.
 */
export type QueueKind = 'waiting' | 'inFlight' | 'unknown' | 'parked' | 'away' | 'flood' | 'dead';
/** A row as people see it. Neither `event` nor `effect` = it cannot be read. */
export interface QueuedRow {
  readonly box: 'in' | 'out';
  readonly id: number;
  readonly lead: string;
  /** Empty = not known. */
  readonly name: string;
  readonly channel: string;
  /** Null = the bot has never talked to this lead. */
  readonly owner: Owner | null;
  /** When it was written, or made (epoch ms). */
  readonly since: number;
  readonly due: number;
  readonly attempts: number;
  readonly reason: string | null;
  readonly event: InboxEvent | null;
  readonly effect: OutwardEffect | null;
}
export interface TimerRow {
  readonly lead: string;
  readonly timer: string;
  readonly due: number;
}
/** The record of a turn: enough to run it again (event with time and chance, version) and to show it. */
export interface TraceRow {
  readonly id: number;
  readonly lead: string;
  readonly version: number;
  readonly at: number;
  readonly event: TurnEvent;
  readonly entries: readonly TraceEntry[];
  readonly effects: readonly Effect[];
  /** The state it began from, kept where the turns before it do not tell (and now and then, since old turns are forgotten). */
  readonly before?: SessionState;
  /** The state it left, kept where no flow was run: a conversation given to people. */
  readonly after?: SessionState;
}
export interface StatusLink {
  readonly status: string;
  readonly external: string;
  readonly name: string;
}

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
export interface StoreWriter extends PhraseWriter {
  putInbox(row: NewInboxRow): InboxInsert;
  /**
   * A row that was told of is in the account's history, as this: from now on it waits for its turn, or, if it ran on trust,
   * is proven. Value: false where another row has this key already, which is the same message; this one is done with.
   */
  seeInbox(id: number, seen: NewInboxRow): boolean;
  /** Nobody wrote that: rows that were told of wait no more. They stay, so that what is seen later can bring them back. */
  dismissInbox(ids: readonly number[]): void;
  /** It may not run on trust: what it would do must be proven first. */
  doubtInbox(ids: readonly number[]): void;
  /** Attempts + 1 for each; value: the new figures by id. */
  beginInbox(ids: readonly number[]): ReadonlyMap<number, number>;
  /** Moves the due time of the lead's waiting rows of type `message` whose time has not come yet. */
  postponeMessages(lead: string, due: number): void;
  parkInbox(id: number, reason: string): void;
  /** Parks as `flood` all that this lead wrote and that waits, due at `since` or later, but the newest. Value: how many. */
  parkFlood(lead: string, since: number): number;
  /** Null = one of `inboxDone` does not wait any more (a person took it out of the queue): nothing was changed. */
  commitTurn(turn: TurnCommit): readonly OutboxRow[] | null;
  /** A row that no turn made, as a note for people. */
  putOutbox(row: NewOutboxRow): OutboxRow | null;
  /** Done without a turn (nothing to do for it). */
  finishInbox(ids: readonly number[]): void;
  /**
   * Marks a row as being sent if it still may be: state `ready` or `unknown`-turned-`ready`, and made under the session's present
   * ownership. Otherwise the row is cancelled. Value: the row to send, or null if it was cancelled.
   */
  beginSend(id: number): OutboxRow | null;
  settleOutbox(
    id: number,
    outcome: {
      readonly state: OutboxState;
      readonly due?: number;
      readonly messageId?: string;
      readonly reason?: string;
    },
  ): void;
  /** Cancels what was not begun. Value: the rows cancelled. */
  cancelReady(lead: string): readonly OutboxRow[];
  /** Deletes the timer and puts its event in the inbox. */
  fireTimer(row: TimerRow, now: number): InboxInsert;
  markEcho(customId: string, messageId: string): boolean;
  /** Puts a parked row back, behind all that waits; its attempts are counted anew. False = it is not parked (any more). */
  reopenInbox(id: number, due: number): boolean;
  /** A customer's message that waits or is parked will not be answered. False = it is neither, or no message. */
  dropInbox(id: number): boolean;
  /** Parks again what was dropped while it was parked. */
  restoreInbox(id: number): boolean;
  /** Sends what waits, is in doubt or was given up at `due`. False = it is none of these (any more). */
  reopenOutbox(id: number, due: number): boolean;
  createBot(id: string, name: string, body: string): BotDraft;
  /** Fault-like answer `null` when the base revision is not the present one. */
  saveBot(id: string, baseRevision: number, name: string, body: string): BotRow | null;
  /** Replaces the steps of a draft by these, which fit its `revision`. They go with their bot. */
  putDraftSteps(bot: string, revision: number, steps: DraftSteps): void;
  deleteBot(id: string): boolean;
  publish(bot: string, body: string, note: string): VersionRow;
  release(version: number, audience: Audience): void;
  /** The clock was set back: what waits in the queues for a later time than `latest` waits until then. Value: rows. */
  bringForward(latest: number): number;
  putSetting(key: string, json: unknown): void;
  deleteSetting(key: string): void;
  putStatusLinks(bot: string, links: readonly StatusLink[]): void;
}

/** The reading half; each call sees what is committed. */
export interface StoreReader extends PhraseReader {
  bots(): readonly BotRow[];
  bot(id: string): BotDraft | null;
  /** Null = none were ever kept. Of use only while `revision` is the draft's. */
  draftSteps(
    bot: string,
  ): { readonly revision: number; readonly undone: number; readonly bodies: readonly string[] } | null;
  versions(bot: string): readonly VersionRow[];
  version(id: number): { readonly row: VersionRow; readonly body: string } | null;
  /** Newest first. */
  releases(bot: string): readonly ReleaseRow[];
  session(lead: string): SessionRow | null;
  sessions(limit: number): readonly SessionSummary[];
  ahead(lead: string): Pick<SessionSummary, 'nextAt' | 'waitingSince'>;
  sessionCount(): number;
  /** Versions that conversations are pinned to. */
  pinnedVersions(): readonly number[];
  /**
   * Conversations under way on `version`, counted by where they stand: a part of them a call, so that nobody waits while a
   * hundred thousand are counted. One that has been silent since before `since` (epoch ms) is under way only while a timer
   * is set, the bot itself lets time pass, or a person has it: its next message begins anew. `after`: `next` of the part before, 0 = the first.
   */
  standing(
    version: number,
    since: number,
    after: number,
    /** Of these alone. */
    leads?: readonly string[],
  ): { readonly rows: readonly StandingRow[]; readonly next: number | null };
  /** Rows to run, oldest first. */
  waitingInbox(lead: string): readonly InboxRow[];
  /** Kinds of the rows to run of this lead; cheaper than the rows. */
  waitingTypes(lead: string): readonly InboxEvent['type'][];
  /** Leads with rows to run, each with its earliest due time. */
  waitingLeads(): readonly { readonly lead: string; readonly due: number }[];
  /** Rows that were only told of, newest first; `trusted`: those that may run, or ran, all the same. */
  unproven(lead: string, proof: 'told' | 'trusted'): readonly UnprovenRow[];
  unprovenLeads(): readonly string[];
  /** Content of the row that has this key and was not merely told of. */
  inboxContent(key: string): string | null;
  /** The lead's first row that is neither sent, cancelled nor dead. */
  nextOutbox(lead: string): OutboxRow | null;
  outboxRow(id: number): OutboxRow | null;
  outboxLeads(): readonly string[];
  outboxByCustomId(customId: string): OutboxRow | null;
  outbox(lead: string, limit: number): readonly OutboxRow[];
  /** Rows of `sent` state with this text since `since`. */
  sentTexts(lead: string, since: number): readonly { readonly text: string; readonly messageId: string | null }[];
  dueTimers(now: number): readonly TimerRow[];
  nextTimer(): number | null;
  traces(lead: string, limit: number): readonly TraceRow[];
  /** The same with null where a turn can no longer be read. */
  recorded(lead: string, limit: number): readonly (TraceRow | null)[];
  /** What was said to the bot or by people, oldest first; without what nobody wrote. `told`: not looked up yet. */
  inboxMessages(lead: string, limit: number): readonly InboxMessage[];
  /** Turns since then (epoch ms): conversations by hour, and each counted once. */
  activity(since: number): {
    readonly hours: readonly ActivityRow[];
    readonly totals: readonly { readonly bot: string; readonly people: number }[];
  };
  /** Rows of a queue across all leads: of what waits the oldest first, of what went wrong the newest. */
  queue(kind: QueueKind, limit: number): readonly QueuedRow[];
  queueCounts(): Readonly<Record<QueueKind, number>>;
  inboxRow(id: number): { readonly lead: string; readonly state: 'new' | 'done' | 'parked' } | null;
  outboxState(id: number): { readonly lead: string; readonly state: OutboxState } | null;
  setting(key: string): unknown;
  statusLinks(bot: string): readonly StatusLink[];
  counts(): {
    readonly inboxNew: number;
    /** Without those of a flood, which need nobody. */
    readonly inboxParked: number;
    /** Of those that are parked: nobody was there in time. */
    readonly inboxAway: number;
    readonly outboxOpen: number;
    readonly outboxUnknown: number;
    readonly outboxDead: number;
  };
}

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
