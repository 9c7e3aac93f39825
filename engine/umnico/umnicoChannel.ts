import { fail, ok } from '../model/result.ts';
import type { Result } from '../model/result.ts';
import type { Channel, OutgoingMessage } from '../ports/channel.ts';
import { attach } from './attach.ts';
import type { ReadFile } from './attach.ts';
import { catchUp } from './catchUp.ts';
import { parseJson, umnicoClient } from './client.ts';
import type { Client, ClientOptions } from './client.ts';
import { readHistory } from './history.ts';
import { readMessage } from './readMessage.ts';
import { accountReply, integrationsReply, leadReply, list, managersReply, statusesReply } from './replies.ts';
import { resolveSource } from './resolveSource.ts';
import { ensureWebhook, removeWebhook } from './webhooks.ts';

export interface UmnicoOptions extends ClientOptions {
  /** Needed for messages with media; without it they are refused. */
  readonly readFile?: ReadFile;
}

/** Umnico's API v1.3 as a channel. Source of every fact: umnico-api.md. Repeats nothing by itself; waits for its turn. */
export function umnicoChannel(options: UmnicoOptions): Channel {
  const client = umnicoClient(options);
  return {
    account: () => client.read({ method: 'GET', name: 'account', path: '/account/me' }, accountReply),
    managers: () => client.read({ method: 'GET', name: 'managers', path: '/managers' }, managersReply),
    sources: () => client.read({ method: 'GET', name: 'integrations', path: '/integrations' }, integrationsReply),
    statuses: () => client.read({ method: 'GET', name: 'statuses', path: '/statuses' }, statusesReply),
    lead: (id) => readLead(client, id),
    send: (message, sentAs) => send(client, options.readFile, message, sentAs),
    setStatus: (lead, externalStatus) => changeNumber(client, lead, 'statusId', externalStatus),
    assign: (lead, manager) => changeNumber(client, lead, 'userId', manager),
    addNote: (lead, text) => addNote(client, lead, text),
    history: (thread, limit) => readHistory(client, thread, limit),
    missed: (account, since, leads) => catchUp(client, account, since, leads),
    ensureWebhook: (url, name) => ensureWebhook(client, url, name),
    removeWebhook: (name) => removeWebhook(client, name),
  };
}

async function send(
  client: Client,
  readFile: ReadFile | undefined,
  message: OutgoingMessage,
  sentAs: string,
): Promise<Result<readonly string[]>> {
  const { thread, text, media, customId } = message;
  const userId = wholeNumber(sentAs);
  if (userId === undefined) return notANumber('userId');
  const source = await resolveSource(client, thread);
  if (!source.ok) return source;
  const attachment = media && (await attach(client, readFile, media, source.value));
  if (attachment && !attachment.ok) return attachment;
  const saId = thread.integration === undefined ? undefined : wholeNumber(thread.integration);
  const body = {
    // The key `text` always: WhatsApp answers 422 without it, even beside a file.
    message: { text, ...(attachment ? { attachment: attachment.value } : {}) },
    source: source.value,
    userId,
    ...(saId === undefined ? {} : { saId }),
    customId,
  };
  const path = `/messaging/${encodeURIComponent(thread.lead)}/send`;
  const reply = await client.call({ method: 'POST', name: 'send', path, body, urgent: true });
  return reply.ok ? ok(sentIds(reply.value.body)) : reply;
}

/** 2xx is «accepted», whatever the body: the ids only help to know the echo. */
function sentIds(body: string): readonly string[] {
  const parsed = parseJson(body);
  const messages = list.safeParse(parsed);
  const ids = (messages.success ? messages.data : [parsed]).map((entry) => readMessage(entry)?.messageId);
  return ids.filter((id) => id !== undefined);
}

function readLead(client: Client, id: string) {
  return client.read({ method: 'GET', name: 'lead', path: leadPath(id) }, leadReply);
}

/** Umnico's own ids are numbers, and a text in their place is refused with 422. */
async function changeNumber(
  client: Client,
  lead: string,
  field: 'statusId' | 'userId',
  value: string,
): Promise<Result<void>> {
  const number = wholeNumber(value);
  if (number === undefined) return notANumber(field);
  return changeLead(client, lead, { [field]: number });
}

/** A note that already stands last is not written again, so that a repeat after a lost answer does no harm. */
async function addNote(client: Client, lead: string, text: string): Promise<Result<void>> {
  const found = await readLead(client, lead);
  if (!found.ok) return found;
  const details = found.value.details?.trimEnd() ?? '';
  const note = text.trim();
  if (note === '' || details === note || details.endsWith(`\n${note}`)) return ok(undefined);
  return changeLead(client, lead, { details: details === '' ? note : `${details}\n${note}` });
}

async function changeLead(client: Client, lead: string, body: object): Promise<Result<void>> {
  const changed = await client.call({ method: 'PUT', name: 'lead', path: leadPath(lead), body, urgent: true });
  return changed.ok ? ok(undefined) : changed;
}

function leadPath(id: string): string {
  return `/leads/${encodeURIComponent(id)}`;
}

function wholeNumber(text: string): number | undefined {
  const number = Number(text);
  return /^\d+$/.test(text) && Number.isSafeInteger(number) ? number : undefined;
}

function notANumber(at: string): Result<never> {
  return fail({ code: 'badRequest', at, problem: 'not a whole number' });
}
