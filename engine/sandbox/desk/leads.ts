import type { Core } from '../core.ts';
import { limits } from '../limits.ts';
import { refuse } from '../refusal.ts';
import type { Refusal } from '../refusal.ts';
import type { Customer, Lead, Source } from '../storedWorld.ts';
import { nextId } from '../world.ts';
import { announceLead } from './announce.ts';
import { leadSection, viewLead } from './views.ts';

/** The open lead of a customer, or a new one in the first stage: after a closed lead, writing again opens another. */
export function leadFor(core: Core, customer: Customer, source: Source, at: number): { lead: Lead; isNew: boolean } {
  const last = core.world.leads.get(customer.leadIds.at(-1) ?? 0);
  if (last && leadSection(core, last) !== 'completed') {
    if (!last.realIds.includes(source.realId)) last.realIds.push(source.realId);
    return { lead: last, isNew: false };
  }
  const first = [...core.world.statuses.values()].sort((a, b) => a.order - b.order)[0];
  const lead: Lead = {
    id: nextId(core.world, 'lead'),
    customerId: customer.id,
    saId: customer.saId,
    userId: null,
    statusId: first?.id ?? null,
    amount: null,
    details: null,
    address: null,
    customFields: null,
    tags: [],
    unread: 0,
    realIds: [source.realId],
    createdAt: at,
  };
  core.world.leads.set(lead.id, lead);
  customer.leadIds.push(lead.id);
  return { lead, isNew: true };
}

export interface LeadChange {
  readonly statusId?: number | null | undefined;
  readonly userId?: number | null | undefined;
  readonly amount?: number | null | undefined;
  readonly details?: string | null | undefined;
  readonly address?: string | null | undefined;
  readonly tags?: readonly string[] | undefined;
  readonly customFields?: Readonly<Record<string, unknown>> | null | undefined;
}

/** Changes what is given; tells of it once, and of a moved stage besides. */
export function changeLead(core: Core, lead: Lead, change: LeadChange): Lead | Refusal {
  const { statusId, userId } = change;
  if (typeof statusId === 'number' && !core.world.statuses.has(statusId))
    return refuse(422, `Status ${statusId} doesn't exist`);
  if (typeof userId === 'number' && !core.world.managers.has(userId)) return noSuchUser(userId);
  const before = JSON.stringify(lead);
  const moved = statusId !== undefined && statusId !== lead.statusId;
  if (statusId !== undefined) lead.statusId = statusId;
  if (userId !== undefined) lead.userId = userId;
  if (change.amount !== undefined) lead.amount = change.amount;
  if (change.details !== undefined) lead.details = change.details;
  if (change.address !== undefined) lead.address = change.address;
  if (change.tags !== undefined) lead.tags = [...new Set(change.tags)].slice(0, limits.tagsPerLead);
  if (change.customFields !== undefined) lead.customFields = change.customFields;
  if (JSON.stringify(lead) === before) return lead;
  core.changed();
  announceLead(core, 'lead.changed', lead);
  if (moved) announceLead(core, 'lead.changed.status', lead);
  return lead;
}

export function readLead(core: Core, lead: Lead): Lead {
  if (lead.unread === 0) return lead;
  lead.unread = 0;
  core.changed();
  core.hub.tell({ kind: 'lead', data: viewLead(core, lead) });
  return lead;
}

export function noSuchUser(userId: unknown): Refusal {
  return refuse(422, `User ${String(userId)} doesn't exist for this account`);
}
