import type { Core } from '../core.ts';
import type { Customer, Lead, Message, Webhook } from '../storedWorld.ts';

/** What the page and tests see: plainer than the wire, never bent by faults. */

export interface MessageView {
  readonly seq: number;
  readonly messageId: string;
  readonly leadId: number;
  readonly realId: number;
  readonly customerId: number;
  readonly at: number;
  readonly via: Message['via'];
  /** Name of the person, or of the employee under whose id it was sent; null for Umnico's own texts. */
  readonly author: string | null;
  readonly text: string;
  readonly attachments: readonly { type: string; url: string; name: string }[];
  readonly customId: string | null;
  readonly replySeq: number | null;
  readonly acknowledged: boolean;
}

export function viewMessage(core: Core, message: Message): MessageView {
  const lead = core.world.leads.get(message.leadId);
  const customer = lead && core.world.customers.get(lead.customerId);
  const manager = message.userId === null ? undefined : core.world.managers.get(message.userId);
  const { seq, leadId, realId, at, via, text, customId, replySeq, acknowledged } = message;
  return {
    seq,
    messageId: String(message.messageId),
    leadId,
    realId,
    customerId: customer?.id ?? 0,
    at,
    via,
    author: via === 'customer' ? (customer?.name ?? null) : (manager?.name ?? null),
    text,
    attachments: message.attachments.map(({ type, url, name }) => ({ type, url, name })),
    customId,
    replySeq,
    acknowledged,
  };
}

export interface LeadView {
  readonly id: number;
  readonly customerId: number;
  readonly name: string;
  readonly phone: string | null;
  readonly login: string;
  readonly channel: string;
  readonly saId: number;
  readonly statusId: number | null;
  readonly status: string | null;
  readonly statusType: string | null;
  readonly userId: number | null;
  readonly responsible: string | null;
  readonly unread: number;
  readonly tags: readonly string[];
  readonly amount: number | null;
  /** The comment of the people who work on it. */
  readonly details: string | null;
  readonly section: 'inbox' | 'active' | 'completed';
  readonly source: 'message' | 'comment' | 'group';
  readonly last: { text: string; at: number; via: Message['via']; attachment: string | null } | null;
  readonly createdAt: number;
}

/** inbox: nobody took it; completed: its status closes it (umnico-api.md section 2). */
export function leadSection(core: Core, lead: Lead): LeadView['section'] {
  const status = lead.statusId === null ? undefined : core.world.statuses.get(lead.statusId);
  if (status?.type === 'completed') return 'completed';
  return lead.userId === null ? 'inbox' : 'active';
}

export function viewLead(core: Core, lead: Lead): LeadView {
  const { world } = core;
  const customer = world.customers.get(lead.customerId);
  const status = lead.statusId === null ? undefined : world.statuses.get(lead.statusId);
  const last = world.lastOfLead.get(lead.id);
  const source = last && world.sources.get(last.realId);
  return {
    id: lead.id,
    customerId: lead.customerId,
    name: customer?.name ?? '',
    phone: customer?.phone ?? null,
    login: customer?.login ?? '',
    channel: world.integrations.get(lead.saId)?.type ?? '',
    saId: lead.saId,
    statusId: lead.statusId,
    status: status?.name ?? null,
    statusType: status?.type ?? null,
    userId: lead.userId,
    responsible: (lead.userId === null ? undefined : world.managers.get(lead.userId)?.name) ?? null,
    unread: lead.unread,
    tags: lead.tags,
    amount: lead.amount,
    details: lead.details,
    section: leadSection(core, lead),
    source: source?.group ? 'group' : (source?.type ?? 'message'),
    last: last ? { text: last.text, at: last.at, via: last.via, attachment: last.attachments[0]?.type ?? null } : null,
    createdAt: lead.createdAt,
  };
}

export interface CustomerView {
  readonly id: number;
  readonly name: string;
  readonly phone: string | null;
  readonly login: string;
  readonly channel: string;
  readonly saId: number;
  readonly leadIds: readonly number[];
}

export function viewCustomer(core: Core, customer: Customer): CustomerView {
  const { id, name, phone, login, saId, leadIds } = customer;
  return { id, name, phone, login, saId, leadIds, channel: core.world.integrations.get(saId)?.type ?? '' };
}

export type WebhookView = Pick<Webhook, 'id' | 'url' | 'name' | 'status' | 'failures'>;

export function viewWebhooks(core: Core): WebhookView[] {
  return [...core.world.webhooks.values()].map(({ id, url, name, status, failures }) => ({
    id,
    url,
    name,
    status,
    failures,
  }));
}
