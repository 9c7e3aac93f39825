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
  /** It is still listed, but leads can't be moved to it. */
  readonly archived?: boolean;
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

/** A message to somebody who has no conversation yet. */
export interface FirstMessage {
  /** Id of the source it goes out by. */
  readonly source: string;
  /** Digits of a phone; a login or an e-mail where the source goes by those. */
  readonly to: string;
  readonly text: string;
  readonly media?: OutgoingMessage['media'];
  readonly customId: string;
}

export interface WebhookState {
  readonly id: string;
  /** Webhooks of other programs on this account. */
  readonly others: number;
  /** It was not there, or switched off: what happened until now was told to nobody. */
  readonly repaired: boolean;
}

export interface MissedQuery {
  readonly account: string;
  /** Epoch ms, inclusive. */
  readonly since: number;
  /** Conversations to look into. */
  readonly most: number;
  /** What was said before this (epoch ms) comes only if nobody has written to the customer since: people had it. */
  readonly answeredBefore?: number;
  /** The thread in which a lead is known to be talked to: where all news is there, nothing else is asked for. */
  readonly thread?: (lead: string) => Thread | undefined;
}
export interface Missed {
  readonly events: number;
  /** There were more conversations than `most`. */
  readonly more: boolean;
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
  /** Value: the lead it opened or reached, where the reply tells; otherwise the next webhook with this `customId` does. */
  writeFirst(
    message: FirstMessage,
  ): Promise<Result<{ readonly lead: string | undefined; readonly ids: readonly string[] }>>;
  /** Does the messenger of this source know the number? Fault `badRequest`: it is no number, or not of such a messenger. */
  checkContact(source: string, phone: string): Promise<Result<boolean>>;
  setStatus(lead: string, externalStatus: string): Promise<Result<void>>;
  /** Appends a line to the lead's comment. */
  addNote(lead: string, text: string): Promise<Result<void>>;
  /**
   * A lead that nobody has is accepted in that person's name, so that it leaves the list of new ones. `onlyIfUnassigned`:
   * a lead that somebody has stays theirs, and that is success.
   */
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
   * Brings what customers wrote while nobody listened (a stop, a sleep, a change of address), as the very events a webhook
   * would have brought, with the same delivery keys, oldest first within a lead. Each is handed over as soon as it is
   * read; `take` that fails ends it with that fault. After a fault what was handed over stays good: the next time repeats it.
   */
  missed(query: MissedQuery, take: (event: CrmEvent) => Promise<Result<void>>): Promise<Result<Missed>>;
  /** Makes exactly one switched-on webhook of ours with this address, removes stale ones of ours (by `name`), touches no other. */
  ensureWebhook(url: string, name: string): Promise<Result<WebhookState>>;
  removeWebhook(name: string): Promise<Result<void>>;
}
