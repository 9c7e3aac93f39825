import { z } from 'zod';
import type { Attachment, Customer } from '../model/event.ts';
import { fingerprint } from './fingerprint.ts';
import { readAttachments } from './readAttachments.ts';
import { readMoment } from './readMoment.ts';
import { booleanField, idField, listField, objectField, textField } from './wireFields.ts';

const integrationFields = objectField({ id: idField, type: textField, login: textField });
const personFields = objectField({ name: textField, login: textField, phone: textField, type: textField });
const contentShape = { text: textField, url: textField, attachments: listField };

const messageReader = z.object({
  ...contentShape,
  messageId: idField,
  customId: idField,
  leadId: idField,
  datetime: z.unknown().optional(),
  incoming: booleanField,
  isGroup: booleanField,
  sa: integrationFields,
  sender: personFields,
  source: objectField({ id: idField, realId: idField, saId: idField, type: textField, isGroup: booleanField }),
  message: z
    .union([z.string(), z.object({ ...contentShape, data: objectField(contentShape) })])
    .optional()
    .catch(undefined),
  data: objectField(contentShape),
});

/** Umnico's message object (umnico-api.md, 4.6), the same in webhooks, history and the answer to send. */
export interface WireMessage {
  readonly messageId: string | undefined;
  readonly customId: string | undefined;
  readonly lead: string | undefined;
  readonly at: number | undefined;
  readonly incoming: boolean | undefined;
  readonly integration: string | undefined;
  /** `realId`, else the native id, which only some channels accept for sending; empty if there is neither. */
  readonly source: string;
  readonly channel: string;
  readonly text: string;
  readonly attachments: readonly Attachment[];
  readonly customer: Customer;
  readonly login: string | undefined;
  readonly comment: boolean;
  readonly group: boolean;
}

/** `undefined` for anything but an object; every part of an object may be missing. */
export function readMessage(value: unknown): WireMessage | undefined {
  const parsed = messageReader.safeParse(value);
  if (!parsed.success) return undefined;
  const message = parsed.data;
  const { sa, source, sender } = message;
  const { text, attachments } = readContent(message);
  return {
    messageId: message.messageId,
    customId: message.customId,
    lead: message.leadId,
    at: readMoment(message.datetime),
    incoming: message.incoming,
    integration: sa?.id ?? source?.saId,
    source: source?.realId ?? source?.id ?? '',
    channel: sa?.type ?? sender?.type ?? '',
    text,
    attachments,
    customer: readCustomer(sender, sa),
    login: sender?.login === sa?.login ? undefined : sender?.login,
    comment: source?.type?.toLowerCase() === 'comment', // a missing type is a message (live sample, 5.3)
    group: message.isGroup === true || source?.isGroup === true || looksLikeGroup(source?.type, source?.id),
  };
}

/**
 * Stands in for an id that is missing, so that the same message has the same key in the webhook and in the history. The
 * lead counts only where there is no thread to tell customers apart: one thread can run through several leads.
 */
export function messageIdOf(message: WireMessage, lead: string, incoming: boolean): string {
  if (message.messageId !== undefined) return message.messageId;
  const links = message.attachments.map((attachment) => stableLink(attachment.url));
  const place = message.source === '' ? lead : null;
  return `hash-${fingerprint([place, incoming, message.at, message.text, links])}`;
}

/** A link without its query: signatures in it change from one delivery to the next. */
export function stableLink(url: string): string {
  return url.split(/[?#]/, 1)[0] ?? '';
}

/** The order of umnico-api.md 5.3: `message.message.text` is what live traffic has, the rest are hedges. */
function readContent(message: z.infer<typeof messageReader>): Pick<WireMessage, 'text' | 'attachments'> {
  const inner = typeof message.message === 'object' ? message.message : undefined;
  const places = [inner, inner?.data, message.data, message];
  const bare = typeof message.message === 'string' ? message.message : undefined;
  const listed = places.find((place) => place?.attachments !== undefined && place.attachments.length > 0);
  const { attachments, caption } = readAttachments(listed?.attachments ?? []);
  const text = places.find((place) => place?.text !== undefined)?.text ?? bare ?? '';
  const url = inner?.url;
  // A file that is told of only by its address.
  if (text === '' && attachments.length === 0 && url) return { text, attachments: [{ type: 'file', url }] };
  return { text: text === '' ? (caption ?? '') : text, attachments };
}

/** `login` is the customer's number on WhatsApp only, and `sa.login` is the company's own (umnico-api.md, 6 and 8.11). */
function readCustomer(
  sender: z.infer<typeof personFields>,
  integration: z.infer<typeof integrationFields>,
): WireMessage['customer'] {
  const name = sender?.name?.trim();
  const isPhoneChannel = /^(whatsapp|waba)/i.test(integration?.type ?? sender?.type ?? '');
  const login = isPhoneChannel && sender?.login !== integration?.login ? sender?.login : undefined;
  const phone = [sender?.phone, login].find((text) => text !== undefined && /^\+?\d{7,15}$/.test(text.trim()))?.trim();
  const isName = name !== undefined && /\p{L}/u.test(name); // channels put the number there when there is no name
  return { ...(isName ? { name } : {}), ...(phone === undefined ? {} : { phone }) };
}

/**
 * Best effort: nothing in Umnico's payload is known to say «group». Native ids of groups do: negative numbers in
 * Telegram, `…@g.us` in WhatsApp, `chat…` prefixes, peers from 2·10⁹ in VK. Integration types are no sign: `vk_group`
 * is a community's private messages.
 */
function looksLikeGroup(type: string | undefined, nativeId: string | undefined): boolean {
  if (type !== undefined && /^(group|supergroup|channel|groupchat|multichat)$/i.test(type)) return true;
  if (nativeId === undefined) return false;
  return /^-\d+$|@g\.us$|^(chat|group|channel)[_-]|^2000000\d{3}$/i.test(nativeId);
}
