import type { OutwardEffect } from '../model/effect.ts';
import type { Thread } from './thread.ts';

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

export interface OutboxReader {
  /** The lead's first row that is neither sent, cancelled nor dead. */
  nextOutbox(lead: string): OutboxRow | null;
  outboxRow(id: number): OutboxRow | null;
  outboxLeads(): readonly string[];
  outboxByCustomId(customId: string): OutboxRow | null;
  outbox(lead: string, limit: number): readonly OutboxRow[];
  /** Rows of `sent` state with this text since `since`. */
  sentTexts(lead: string, since: number): readonly { readonly text: string; readonly messageId: string | null }[];
}

export interface OutboxWriter {
  /** A row that no turn made, as a note for people. */
  putOutbox(row: NewOutboxRow): OutboxRow | null;
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
  markEcho(customId: string, messageId: string): boolean;
}
