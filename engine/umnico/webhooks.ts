import type { Fault } from '../model/fault.ts';
import { fail, ok } from '../model/result.ts';
import type { Result } from '../model/result.ts';
import type { WebhookState } from '../ports/channel.ts';
import { parseJson } from './client.ts';
import type { Client } from './client.ts';
import { webhookReply, webhooksReply } from './replies.ts';
import type { Webhook } from './replies.ts';

/** Per account (umnico-api.md, 1.5). */
const MOST_WEBHOOKS = 10;

/**
 * Umnico's list of webhooks, brought to what we need (umnico-api.md, 5.1): exactly one of ours, with this address and
 * switched on. Asking again changes nothing, so it also serves as the watchdog. Other people's are counted, not touched.
 */
export async function ensureWebhook(client: Client, url: string, name: string): Promise<Result<WebhookState>> {
  const listed = await listWebhooks(client);
  if (!listed.ok) return listed;
  const ours = listed.value.filter((hook) => hook.url === url || isNamed(hook, name));
  const stale = ours.filter((hook) => hook.url !== url);
  const others = listed.value.length - ours.length;

  let repaired = false;
  let current = ours.find((hook) => hook.url === url && hook.on) ?? ours.find((hook) => hook.url === url);
  if (!current) {
    if (others >= MOST_WEBHOOKS) return fail({ code: 'webhookLimit' });
    // Normally the new one comes before the old ones go, so that no moment is without; a full list leaves no choice.
    const full = listed.value.length >= MOST_WEBHOOKS ? stale.pop() : undefined;
    const room = full === undefined ? ok(undefined) : await deleteWebhook(client, full);
    if (!room.ok) return room;
    const created = await createWebhook(client, url, name);
    if (!created.ok) return created;
    current = created.value;
    repaired = true;
  }
  if (!current.on) {
    const body = { url, name, status: 1 }; // in full: not known whether a partial body is always enough
    const switched = await client.call({ method: 'PUT', name: 'webhook', path: pathOf(current), body });
    if (!switched.ok) return switched;
    repaired = true;
  }
  const { id } = current;
  const extra = ours.filter((hook) => hook.url === url && hook.id !== id);
  for (const hook of [...stale, ...extra]) {
    const deleted = await deleteWebhook(client, hook);
    if (!deleted.ok) return deleted;
  }
  return ok({ id, others, repaired });
}

export async function removeWebhook(client: Client, name: string): Promise<Result<void>> {
  const listed = await listWebhooks(client);
  if (!listed.ok) return listed;
  for (const hook of listed.value.filter((candidate) => isNamed(candidate, name))) {
    const deleted = await deleteWebhook(client, hook);
    if (!deleted.ok) return deleted;
  }
  return ok(undefined);
}

/** Ours by name: the name itself, or the name and a suffix. `shop-1` is not the prefix of `shop-12`. */
function isNamed(hook: Webhook, name: string): boolean {
  return hook.name === name || (hook.name.startsWith(name) && /^[^\p{L}\p{N}]/u.test(hook.name.slice(name.length)));
}

function listWebhooks(client: Client): Promise<Result<readonly Webhook[]>> {
  return client.read({ method: 'GET', name: 'webhooks', path: '/webhooks' }, webhooksReply);
}

async function createWebhook(client: Client, url: string, name: string): Promise<Result<Webhook>> {
  const created = await client.call({ method: 'POST', name: 'webhooks', path: '/webhooks', body: { url, name } });
  if (created.ok) {
    const hook = webhookReply.safeParse(parseJson(created.value.body));
    if (hook.success) return ok(hook.data);
  } else if (!mayExist(created.fault)) {
    return created;
  }
  const listed = await listWebhooks(client);
  if (!listed.ok) return listed;
  const found = listed.value.find((hook) => hook.url === url);
  if (found) return ok(found);
  if (created.ok) return fail({ code: 'badReply', at: 'webhooks.id' });
  // Refused, and the list is full although it was not a moment ago: another program was quicker.
  return listed.value.length >= MOST_WEBHOOKS ? fail({ code: 'webhookLimit' }) : created;
}

/** «This server already exists», whatever its status (unknown), or an answer that was lost: the list decides. */
function mayExist(fault: Fault): boolean {
  return fault.code === 'refused' || fault.code === 'timeout' || fault.code === 'upstreamDown';
}

async function deleteWebhook(client: Client, hook: Webhook): Promise<Result<void>> {
  const deleted = await client.call({ method: 'DELETE', name: 'webhook', path: pathOf(hook) });
  const gone = deleted.ok || (deleted.fault.code === 'refused' && deleted.fault.status === 404);
  return gone ? ok(undefined) : deleted;
}

function pathOf(hook: Webhook): string {
  return `/webhooks/${encodeURIComponent(hook.id)}`;
}
