import type { TurnEvent } from '../model/event.ts';
import type { Thread } from './thread.ts';

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

export interface InboxReader {
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
  /** What was said to the bot or by people, oldest first; without what nobody wrote. `told`: not looked up yet. */
  inboxMessages(lead: string, limit: number): readonly InboxMessage[];
}

export interface InboxWriter {
  putInbox(row: NewInboxRow): InboxInsert;
  /**
   * A row that was told of is in the account's history, as this: from now on it waits for its turn, or, if it ran on trust,
   * is proven. Value: false where another row has this key already, which is the same message; this one is done with.
   */
  seeInbox(id: number, seen: NewInboxRow): boolean;
  /** Nobody wrote that: rows that were told of wait no more. They stay, so that what is seen later can bring them back. */
  dismissInbox(ids: readonly number[]): void;
  /** What people wrote waits no more, as if it had never come: what the account's history shows later brings it back. */
  shelveMessages(reason: string): void;
  /** It may not run on trust: what it would do must be proven first. */
  doubtInbox(ids: readonly number[]): void;
  /** Attempts + 1 for each; value: the new figures by id. */
  beginInbox(ids: readonly number[]): ReadonlyMap<number, number>;
  /** Moves the due time of the lead's waiting rows of type `message` whose time has not come yet. */
  postponeMessages(lead: string, due: number): void;
  parkInbox(id: number, reason: string): void;
  /** Parks as `flood` all that this lead wrote and that waits, due at `since` or later, but the newest. Value: how many. */
  parkFlood(lead: string, since: number): number;
  /** Done without a turn (nothing to do for it). */
  finishInbox(ids: readonly number[]): void;
}
