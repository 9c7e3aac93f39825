import type { Core } from '../core.ts';
import { wireCustomerShort, wireLead, wireMessage } from '../rendering.ts';
import type { Customer, Lead, Message } from '../storedWorld.ts';
import { viewCustomer, viewLead, viewMessage } from './views.ts';

/** Tells hooks and the page what happened; payloads as in umnico-api.md 5.3. */

export function announceCustomer(core: Core, type: 'customer.created' | 'customer.changed', customer: Customer): void {
  core.hub.tell({ kind: 'customer', data: viewCustomer(core, customer) });
  const leadId = customer.leadIds.at(-1) ?? null;
  void core.emit({
    type,
    leadId: null,
    messageSeq: null,
    orderKey: leadId ?? customer.id,
    payload: {
      type,
      accountId: core.world.account.id,
      customerId: customer.id,
      customer: wireCustomerShort(customer),
    },
  });
}

export type LeadEvent = 'lead.created' | 'lead.changed' | 'lead.changed.status';

export function announceLead(core: Core, type: LeadEvent, lead: Lead): void {
  core.hub.tell({ kind: 'lead', data: viewLead(core, lead) });
  void core.emit({
    type,
    leadId: lead.id,
    messageSeq: null,
    orderKey: lead.id,
    payload: { type, accountId: core.world.account.id, leadId: lead.id, lead: wireLead(core, lead) },
  });
}

export interface Newness {
  readonly isNewLead: boolean;
  readonly isNewCustomer: boolean;
}

/** Settles when every hook that works has taken the event. */
export function announceMessage(core: Core, message: Message, newness?: Newness): Promise<void> {
  const type = message.via === 'customer' ? 'message.incoming' : 'message.outgoing';
  return core.emit({
    type,
    leadId: message.leadId,
    messageSeq: message.seq,
    orderKey: message.leadId,
    payload: {
      type,
      accountId: core.world.account.id,
      leadId: message.leadId,
      ...newness,
      message: wireMessage(core, message),
    },
  });
}

export function showMessage(core: Core, message: Message): void {
  core.hub.tell({ kind: 'message', data: viewMessage(core, message) });
}
