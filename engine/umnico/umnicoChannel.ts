import { ok } from '../model/result.ts';
import type { Result } from '../model/result.ts';
import type { Channel, OutgoingMessage } from '../ports/channel.ts';
import { attach } from './attach.ts';
import type { ReadFile } from './attach.ts';
import { catchUp } from './catchUp.ts';
import { changeTags } from './changeTags.ts';
import { parseJson, umnicoClient } from './client.ts';
import type { Client, ClientOptions } from './client.ts';
import { readHistory } from './history.ts';
import { addNote, assign, readLead, setStatus, updateLead } from './leadCard.ts';
import { listLeads } from './listLeads.ts';
import { readMessage } from './readMessage.ts';
import { recent } from './recent.ts';
import { accountReply, integrationsReply, list, managersReply, statusesReply } from './replies.ts';
import { resolveSource } from './resolveSource.ts';
import { ensureWebhook, removeWebhook } from './webhooks.ts';
import { checkContact, writeFirst } from './writeFirst.ts';
import { notANumber, wholeNumber } from './wholeNumber.ts';

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
    writeFirst: (message) => writeFirst(client, options.readFile, message),
    checkContact: (source, phone) => checkContact(client, source, phone),
    setStatus: (lead, externalStatus) => setStatus(client, lead, externalStatus),
    assign: (lead, manager, onlyIfUnassigned) => assign(client, lead, manager, onlyIfUnassigned === true),
    addNote: (lead, text) => addNote(client, lead, text),
    changeTags: (lead, add, remove) => changeTags(client, lead, add, remove),
    updateLead: (lead, update) => updateLead(client, lead, update),
    history: (thread, limit) => readHistory(client, thread, limit),
    recent: (account, thread, limit) => recent(client, account, thread, limit),
    async changedLeads(since, most) {
      const found = await listLeads(client, since, most, 'usual');
      return found.ok ? ok(found.value.leads.map(({ id }) => id)) : found;
    },
    missed: (query, take) => catchUp(client, query, take),
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
  const attachment = media && (await attach(client, readFile, media, { source: source.value }));
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
  const reply = await client.call({
    method: 'POST',
    name: 'send',
    path,
    body,
    lane: 'reply',
    source: thread.integration,
  });
  return reply.ok ? ok(sentIds(reply.value.body)) : reply;
}

/** 2xx is «accepted», whatever the body: the ids only help to know the echo. */
function sentIds(body: string): readonly string[] {
  const parsed = parseJson(body);
  const messages = list.safeParse(parsed);
  const ids = (messages.success ? messages.data : [parsed]).map((entry) => readMessage(entry)?.messageId);
  return ids.filter((id) => id !== undefined);
}
