import type { Result } from '../model/result.ts';
import type { CrmEvent } from './crmEvent.ts';
import type { Thread } from './thread.ts';

export interface OutgoingMessage {
  readonly thread: Thread;
  readonly text: string;
  readonly media?: { readonly kind: 'image' | 'file'; readonly url: string };
  /** Ours, unguessable, stored before the send; comes back in the echo and in the history. */
  readonly customId: string;
}

export interface HistoryMessage {
  readonly messageId: string;
  readonly customId: string | undefined;
  readonly incoming: boolean;
  readonly at: number;
  readonly text: string;
  readonly attachments: readonly { readonly type: string; readonly url: string }[];
}

export interface ChannelStatus {
  readonly externalId: string;
  readonly name: string;
  readonly order: number;
  readonly color: string | undefined;
  readonly type: string | undefined;
}
export interface ChannelManager {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly owner: boolean;
  readonly confirmed: boolean;
}
export interface ChannelSource {
  readonly id: string;
  readonly type: string;
  readonly login: string;
  readonly active: boolean;
}
export interface ChannelLead {
  readonly id: string;
  readonly statusId: string | undefined;
  readonly userId: string | undefined;
  readonly details: string | undefined;
}

/**
 * A CRM that carries messages. Faults: `badToken`, `network`, `timeout` (may have arrived), `upstreamDown`,
 * `tooManyRequests`, `refused` (a definite no), `badReply`.
 */
export interface Channel {
  account(): Promise<Result<{ readonly id: string }>>;
  managers(): Promise<Result<readonly ChannelManager[]>>;
  sources(): Promise<Result<readonly ChannelSource[]>>;
  statuses(): Promise<Result<readonly ChannelStatus[]>>;
  lead(id: string): Promise<Result<ChannelLead>>;
  /** `sentAs`: id of the employee in whose name it goes. Value: ids of the messages made, may be empty. */
  send(message: OutgoingMessage, sentAs: string): Promise<Result<readonly string[]>>;
  setStatus(lead: string, externalStatus: string): Promise<Result<void>>;
  /** Appends a line to the lead's comment. */
  addNote(lead: string, text: string): Promise<Result<void>>;
  assign(lead: string, manager: string): Promise<Result<void>>;
  /** Newest first, at most `limit`. */
  history(thread: Thread, limit: number): Promise<Result<readonly HistoryMessage[]>>;
  /**
   * What customers wrote since `since` (epoch ms), as the very events a webhook would have brought, with the same delivery
   * keys: for after a stop, a sleep or a change of address. Oldest first within a lead; at most `leads` conversations.
   */
  missed(account: string, since: number, leads: number): Promise<Result<readonly CrmEvent[]>>;
  /** Makes exactly one switched-on webhook of ours with this address, removes stale ones of ours (by `name`), touches no other. */
  ensureWebhook(url: string, name: string): Promise<Result<{ readonly id: string; readonly others: number }>>;
  removeWebhook(name: string): Promise<Result<void>>;
}
