import { fail, ok } from '../model/result.ts';
import type { Result } from '../model/result.ts';
import type { FirstMessage } from '../ports/channel.ts';
import { attach } from './attach.ts';
import type { ReadFile } from './attach.ts';
import { parseJson } from './client.ts';
import type { Client } from './client.ts';
import { readMessage } from './readMessage.ts';
import { list } from './replies.ts';
import { objectField, idField } from './wireFields.ts';
import { notANumber, wholeNumber } from './wholeNumber.ts';

/** The first message to somebody (umnico-api.md, 4.8): no lead, no employee; the file belongs to the integration. */
export async function writeFirst(
  client: Client,
  readFile: ReadFile | undefined,
  message: FirstMessage,
): Promise<Result<{ readonly lead: string | undefined; readonly ids: readonly string[] }>> {
  const { source, to, text, media, customId } = message;
  const saId = wholeNumber(source);
  if (saId === undefined) return notANumber('saId');
  const attachment = media && (await attach(client, readFile, media, { saId: source }));
  if (attachment && !attachment.ok) return attachment;
  const body = {
    message: { text, ...(attachment ? { attachment: attachment.value } : {}) },
    destination: destination(to),
    saId,
    customId,
  };
  const reply = await client.call({ method: 'POST', name: 'post', path: '/messaging/post', body, source });
  return reply.ok ? ok(readSent(reply.value.body)) : reply;
}

/** Number check (umnico-api.md, 4.9): 200 it exists, 404 it does not, 400 no number. */
export async function checkContact(client: Client, source: string, phone: string): Promise<Result<boolean>> {
  const saId = wholeNumber(source);
  if (saId === undefined) return notANumber('saId');
  const body = { saId, chatId: destination(phone) };
  const reply = await client.call({ method: 'POST', name: 'check-contact', path: '/messaging/check-contact', body });
  if (reply.ok) return ok(true);
  const { fault } = reply;
  if (fault.code !== 'refused') return reply;
  if (fault.status === 404) return ok(false);
  return fault.status === 400 ? fail({ code: 'badRequest', at: 'phone', problem: fault.reason }) : reply;
}

/** A phone as digits, whatever stands between them; a login or an e-mail as it is. */
function destination(to: string): string {
  const text = to.trim();
  return /^\+?[\d\s().-]{7,}$/.test(text) ? text.replaceAll(/\D/g, '') : text;
}

/** An array of messages, or an object with the lead: both were met (umnico-api.md, 7, row 7). 2xx is «accepted» in any case. */
function readSent(body: string): { lead: string | undefined; ids: readonly string[] } {
  const parsed = parseJson(body);
  const entries = list.safeParse(parsed);
  const messages = (entries.success ? entries.data : [parsed]).map((entry) => readMessage(entry));
  const named = objectField({ leadId: idField, lead: objectField({ id: idField }) }).parse(parsed);
  return {
    lead: named?.leadId ?? named?.lead?.id ?? messages.find((message) => message?.lead !== undefined)?.lead,
    ids: messages.map((message) => message?.messageId).filter((id) => id !== undefined),
  };
}
