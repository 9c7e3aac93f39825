import { z } from 'zod';
import { fail, ok } from '../model/result.ts';
import type { Result } from '../model/result.ts';
import type { CrmEvent } from '../ports/crmEvent.ts';
import { fingerprint } from './fingerprint.ts';
import { messageIdOf, readMessage, stableLink } from './readMessage.ts';
import type { WireMessage } from './readMessage.ts';
import { idField, objectField, textField } from './wireFields.ts';

/**
 * Status events carry neither an id nor a time, so a manager who moves a lead there, back and there again sends two
 * bodies alike, and the second must not pass for a repeat. Within this time equal bodies are one delivery; beyond it a
 * true repeat gets through and changes nothing, since the lead has that status already.
 */
const STATUS_REPEAT_MS = 2_000;
const LONGEST_ID = 200;

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
  type: 'message.incoming' | 'message.outgoing',
  account: string,
  envelope: Envelope,
  receivedAt: number,
): Result<CrmEvent> {
  const message = readMessage(envelope.message);
  if (!message) return missing('message');
  const lead = envelope.leadId ?? message.lead ?? envelope.lead?.id;
  if (lead === undefined) return missing('leadId');
  const thread = { lead, source: message.source, integration: message.integration };
  const messageId = messageIdOf(message, lead);
  const delivery = {
    key: keyOf([account, thread.integration ?? '', thread.source, messageId, type]),
    content: contentOf(lead, message),
    account,
    at: message.at ?? receivedAt,
  };
  if (type === 'message.incoming' && message.incoming !== false) {
    const { text, attachments, channel, customer, comment, group } = message;
    return ok({
      ...delivery,
      type: 'message',
      thread,
      messageId,
      text,
      attachments,
      channel,
      customer,
      comment,
      group,
    });
  }
  // Said to be outgoing, but written by the customer: answering it or pausing for it would both be a guess.
  if (type === 'message.outgoing' && message.incoming === true) return ok({ ...delivery, type: 'ignored', kind: type });
  return ok({ ...delivery, type: 'outgoing', thread, messageId, text: message.text, customId: message.customId });
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
  const key = keyOf([account, type, content, String(Math.floor(receivedAt / STATUS_REPEAT_MS))]);
  return ok({ type: 'status', key, content, account, at: receivedAt, lead, externalStatus });
}

function ignored(kind: string, account: string, body: unknown, at: number): CrmEvent {
  const content = fingerprint(body);
  return {
    type: 'ignored',
    key: keyOf([account, kind, content]),
    content,
    account,
    at,
    kind: kind.slice(0, LONGEST_ID),
  };
}

/** Parts are escaped, so that no choice of ids makes two keys alike; a part too long for an id is hashed. */
function keyOf(parts: readonly string[]): string {
  const short = (part: string): string => (part.length > LONGEST_ID ? fingerprint(part) : part.toWellFormed());
  return parts.map((part) => encodeURIComponent(short(part))).join('/');
}

function contentOf(lead: string, message: WireMessage): string {
  const attachments = message.attachments.map(({ type, url }) => [type, stableLink(url)]);
  return fingerprint([lead, message.customId ?? null, message.text, attachments]);
}

function missing(at: string): Result<never> {
  return fail({ code: 'badReply', at });
}
