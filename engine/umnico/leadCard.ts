import { ok, type Result } from '../model/result.ts';
import type { ChannelLead, ContactLine, LeadUpdate } from '../ports/channel.ts';
import type { Client } from './client.ts';
import { appended, writtenDetails } from './leadDetails.ts';
import { customerReply, leadReply } from './replies.ts';
import { notANumber, wholeNumber } from './wholeNumber.ts';

/** A lead's own fields: umnico-api.md, 3.6 and 4.2. All of it may be repeated after a lost answer. */
export function readLead(client: Client, id: string): Promise<Result<ChannelLead>> {
  return client.read({ method: 'GET', name: 'lead', path: leadPath(id) }, leadReply);
}

export async function setStatus(client: Client, lead: string, status: string): Promise<Result<void>> {
  const statusId = wholeNumber(status);
  return statusId === undefined ? notANumber('statusId') : changeLead(client, lead, { statusId });
}

export async function assign(
  client: Client,
  lead: string,
  manager: string,
  onlyIfUnassigned: boolean,
): Promise<Result<void>> {
  const userId = wholeNumber(manager);
  if (userId === undefined) return notANumber('userId');
  const found = await readLead(client, lead);
  if (!found.ok) return found;
  if (found.value.userId !== undefined) return onlyIfUnassigned ? ok(undefined) : changeLead(client, lead, { userId });
  const path = `${leadPath(lead)}/accept`;
  const accepted = await client.call({ method: 'PUT', name: 'accept', path, body: { userId }, lane: 'reply' });
  if (accepted.ok) return ok(undefined);
  // Seen in one client only; what it does for a lead that is no longer new is not known.
  return accepted.fault.code === 'refused' ? changeLead(client, lead, { userId }) : accepted;
}

/** A note that already stands last is not written again, so that a repeat after a lost answer does no harm. */
export async function addNote(client: Client, lead: string, text: string): Promise<Result<void>> {
  const found = await readLead(client, lead);
  if (!found.ok) return found;
  const before = found.value.details ?? '';
  const details = appended(before, text);
  return details === before ? ok(undefined) : changeLead(client, lead, { details });
}

/** Tells of the customer become lines of the comment: no endpoint that writes the customer is known (umnico-api.md, 3.5). */
export async function updateLead(client: Client, lead: string, update: LeadUpdate): Promise<Result<void>> {
  const found = await readLead(client, lead);
  if (!found.ok) return found;
  const present = found.value;
  const contacts = await wantedContacts(client, present, update);
  if (!contacts.ok) return contacts;
  const before = present.details ?? '';
  const details = writtenDetails(before, { ...update, contacts: contacts.value });
  const keepsAmount = update.keepExisting && (present.amount ?? 0) !== 0;
  const change = {
    ...(details === before ? {} : { details }),
    ...(update.amount === undefined || keepsAmount || update.amount === present.amount
      ? {}
      : { amount: update.amount }),
  };
  return Object.keys(change).length === 0 ? ok(undefined) : changeLead(client, lead, change);
}

async function wantedContacts(
  client: Client,
  lead: ChannelLead,
  { contacts = [], keepExisting }: LeadUpdate,
): Promise<Result<readonly ContactLine[]>> {
  if (contacts.length === 0 || !keepExisting) return ok(contacts);
  const known = await knownContacts(client, lead);
  return known.ok ? ok(contacts.filter(({ field }) => known.value[field] === undefined)) : known;
}

/** Replies for one lead may come without its customer; what cannot be told counts as not known. */
async function knownContacts(client: Client, lead: ChannelLead): Promise<Result<NonNullable<ChannelLead['customer']>>> {
  if (lead.customer !== undefined || lead.customerId === undefined) return ok(lead.customer ?? {});
  const path = `/customers/${encodeURIComponent(lead.customerId)}`;
  const asked = await client.read({ method: 'GET', name: 'customer', path }, customerReply);
  if (asked.ok) return ok(asked.value ?? {});
  return asked.fault.code === 'refused' || asked.fault.code === 'badReply' ? ok({}) : asked;
}

async function changeLead(client: Client, lead: string, body: object): Promise<Result<void>> {
  const changed = await client.call({ method: 'PUT', name: 'lead', path: leadPath(lead), body, lane: 'reply' });
  return changed.ok ? ok(undefined) : changed;
}

function leadPath(id: string): string {
  return `/leads/${encodeURIComponent(id)}`;
}
