import { z } from 'zod';
import { fail, ok } from '../model/result.ts';
import type { Result } from '../model/result.ts';
import type { CrmEvent } from '../ports/crmEvent.ts';
import { deliveryKey, LONGEST_ID } from './deliveryKey.ts';
import { fingerprint } from './fingerprint.ts';
import { messageEvent } from './messageEvent.ts';
import type { Told } from './messageEvent.ts';
import { readMessage } from './readMessage.ts';
import { idField, objectField, textField } from './wireFields.ts';

/**
 * Status events carry neither an id nor a time, so a manager who moves a lead there, back and there again sends two
 * bodies alike, and the second must not pass for a repeat. Within this time equal bodies are one delivery; beyond it a
 * true repeat gets through and changes nothing, since the lead has that status already.
 */
const STATUS_REPEAT_MS = 2_000;

const envelopeReader = z.object({
  type: textField,
  accountId: idField,
  leadId: idField,
  message: z.unknown().optional(),
  lead: objectField({ id: idField, statusId: z.unknown().optional(), status: objectField({ id: idField }) }),
});
type Envelope = z.infer<typeof envelopeReader>;

/**
 * The first border: a webhook's body, parsed JSON, as an event (umnico-api.md, 5.3). `receivedAt`, epoch ms, stands in
 * for a missing or unreadable `datetime`. Unknown kinds of events are `ignored`, not faults.
 * Fault: `badReply` with the path of what is missing.
 */
export function readPayload(body: unknown, receivedAt: number): Result<CrmEvent> {
  const parsed = envelopeReader.safeParse(body);
  if (!parsed.success) return missing('body');
  const envelope = parsed.data;
  if (envelope.type === undefined) return missing('type');
  if (envelope.accountId === undefined) return missing('accountId');
  const account = envelope.accountId;
  switch (envelope.type) {
    case 'message.incoming':
    case 'message.outgoing':
      return readMessageEvent(envelope.type, account, envelope, receivedAt);
    case 'lead.changed':
    case 'lead.changed.status':
      return readLeadEvent(envelope.type, account, envelope, body, receivedAt);
    default:
      return ok(ignored(envelope.type, account, body, receivedAt));
  }
}

function readMessageEvent(
  type: Told['type'],
  account: string,
  envelope: Envelope,
  receivedAt: number,
): Result<CrmEvent> {
  const message = readMessage(envelope.message);
  if (!message) return missing('message');
  const lead = envelope.leadId ?? message.lead ?? envelope.lead?.id;
  if (lead === undefined) return missing('leadId');
  return ok(messageEvent({ type, account, lead, at: message.at ?? receivedAt }, message));
}

function readLeadEvent(
  type: 'lead.changed' | 'lead.changed.status',
  account: string,
  envelope: Envelope,
  body: unknown,
  receivedAt: number,
): Result<CrmEvent> {
  const lead = envelope.leadId ?? envelope.lead?.id;
  if (lead === undefined) return missing('leadId');
  const { statusId, status } = envelope.lead ?? {};
  const externalStatus = statusId === null ? null : (idField.parse(statusId) ?? status?.id);
  if (externalStatus === undefined) {
    return type === 'lead.changed' ? ok(ignored(type, account, body, receivedAt)) : missing('lead.statusId');
  }
  const content = fingerprint(body);
  const key = deliveryKey([account, type, content, String(Math.floor(receivedAt / STATUS_REPEAT_MS))]);
  return ok({ type: 'status', key, content, account, at: receivedAt, lead, externalStatus });
}

function ignored(kind: string, account: string, body: unknown, at: number): CrmEvent {
  const content = fingerprint(body);
  return {
    type: 'ignored',
    key: deliveryKey([account, kind, content]),
    content,
    account,
    at,
    kind: kind.slice(0, LONGEST_ID),
  };
}

function missing(at: string): Result<never> {
  return fail({ code: 'badReply', at });
}
