import type { OutwardEffect } from '../model/effect.ts';
import type { Owner } from '../model/state.ts';
import type { InboxEvent } from './inboxStore.ts';
import type { OutboxState } from './outboxStore.ts';

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

export interface QueueReader {
  /** Rows of a queue across all leads: of what waits the oldest first, of what went wrong the newest. */
  queue(kind: QueueKind, limit: number): readonly QueuedRow[];
  queueCounts(): Readonly<Record<QueueKind, number>>;
  inboxRow(id: number): { readonly lead: string; readonly state: 'new' | 'done' | 'parked' } | null;
  outboxState(id: number): { readonly lead: string; readonly state: OutboxState } | null;
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

export interface QueueWriter {
  /** Puts a parked row back, behind all that waits; its attempts are counted anew. False = it is not parked (any more). */
  reopenInbox(id: number, due: number): boolean;
  /** A customer's message that waits or is parked will not be answered. False = it is neither, or no message. */
  dropInbox(id: number): boolean;
  /** Parks again what was dropped while it was parked. */
  restoreInbox(id: number): boolean;
  /** Sends what waits, is in doubt or was given up at `due`. False = it is none of these (any more). */
  reopenOutbox(id: number, due: number): boolean;
  /** The clock was set back: what waits in the queues for a later time than `latest` waits until then. Value: rows. */
  bringForward(latest: number): number;
}
