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
  readonly amount: number | undefined;
  /** Undefined = the CRM does not tell, which is not the same as none. */
  readonly tags: readonly string[] | undefined;
  readonly customerId: string | undefined;
  /** What the CRM's own card of the customer holds. */
  readonly customer: { readonly name?: string; readonly phone?: string; readonly email?: string } | undefined;
}

/** A line of the lead's comment that says something of the customer: «Телефон: +79161234567». */
export interface ContactLine {
  readonly field: 'name' | 'phone' | 'email';
  readonly label: string;
  readonly value: string;
}

/** What is to be written on the lead's card. What is absent stays as it is. */
export interface LeadUpdate {
  readonly comment?: string;
  /** The comment takes the place of the old one; otherwise it is appended. */
  readonly replaceComment?: boolean;
  readonly amount?: number;
  /**
   * No way is known to write the customer's own card, so these become lines of the comment, one a label: a line that is
   * there already is written over, not repeated.
   */
  readonly contacts?: readonly ContactLine[];
  /** What is filled already keeps its value: an amount, a contact on the customer's card or in a line of the comment. */
  readonly keepExisting: boolean;
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
  /** `onlyIfUnassigned`: a lead that somebody has stays theirs, and that is success. */
  assign(lead: string, manager: string, onlyIfUnassigned?: boolean): Promise<Result<void>>;
  /** Adds and takes away; what is so already is success. Safe to repeat. */
  changeTags(lead: string, add: readonly string[], remove: readonly string[]): Promise<Result<void>>;
  /** One change for all of it. Safe to repeat: a comment that stands last already is not appended again. */
  updateLead(lead: string, update: LeadUpdate): Promise<Result<void>>;
  /** Newest first, at most `limit`. */
  history(thread: Thread, limit: number): Promise<Result<readonly HistoryMessage[]>>;
  /**
   * The last words of one thread, both ways, as the very events their webhooks bring, with the same delivery keys wherever
   * the history tells enough for them. Newest first, at most `limit`. `refused`: there is no such lead or thread.
   */
  recent(account: string, thread: Thread, limit: number): Promise<Result<readonly CrmEvent[]>>;
  /** Leads in which something was said since `since` (epoch ms), at most `most`; at `most` there may be others. */
  changedLeads(since: number, most: number): Promise<Result<readonly string[]>>;
  /**
   * What customers wrote since `since` (epoch ms), as the very events a webhook would have brought, with the same delivery
   * keys: for after a stop, a sleep or a change of address. Oldest first within a lead; at most `leads` conversations.
   */
  missed(account: string, since: number, leads: number): Promise<Result<readonly CrmEvent[]>>;
  /** Makes exactly one switched-on webhook of ours with this address, removes stale ones of ours (by `name`), touches no other. */
  ensureWebhook(url: string, name: string): Promise<Result<{ readonly id: string; readonly others: number }>>;
  removeWebhook(name: string): Promise<Result<void>>;
}
