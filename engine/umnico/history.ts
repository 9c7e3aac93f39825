import { ok } from '../model/result.ts';
import type { Result } from '../model/result.ts';
import type { HistoryMessage, Thread } from '../ports/channel.ts';
import type { Client } from './client.ts';
import { messageIdOf, readMessage } from './readMessage.ts';
import { historyReply } from './replies.ts';
import { resolveSource } from './resolveSource.ts';

/** A page's size is not known; this ends the walk if the service gives ever new cursors. */
const MOST_PAGES = 50;

/** Newest first, at most `limit`, over as many pages as that takes (umnico-api.md, 4.5). Messages that can't be read are left out. */
export async function readHistory(
  client: Client,
  thread: Thread,
  limit: number,
): Promise<Result<readonly HistoryMessage[]>> {
  const source = await resolveSource(client, thread);
  if (!source.ok) return source;
  const path = `/messaging/${encodeURIComponent(thread.lead)}/history/${encodeURIComponent(source.value)}`;
  const found = new Map<string, HistoryMessage>();
  const cursors = new Set<string | number>();
  let body: object = {};
  let lastAt = client.now();
  while (found.size < limit && cursors.size < MOST_PAGES) {
    const page = await client.read({ method: 'POST', name: 'history', path, body }, historyReply);
    if (!page.ok) return page;
    const { cursor, messages } = page.value;
    for (const entry of messages) lastAt = add(found, entry, thread.lead, lastAt);
    if (messages.length === 0 || cursor === null || cursor === undefined || cursors.has(cursor)) break;
    cursors.add(cursor);
    body = { cursor };
  }
  // The service says newest first; a stable sort costs nothing and does not rely on it.
  const newestFirst = [...found.values()].sort((a, b) => b.at - a.at);
  return ok(newestFirst.slice(0, limit));
}

/**
 * Pages can overlap when messages arrive during the walk: the same one is kept once. A message whose moment can't be
 * read takes its newer neighbour's: dropping it would make a reply that did arrive look lost.
 */
function add(found: Map<string, HistoryMessage>, entry: unknown, lead: string, newerAt: number): number {
  const message = readMessage(entry);
  // Only what we sent has a customId.
  const incoming = message?.incoming ?? (message?.customId === undefined ? undefined : false);
  if (message === undefined || incoming === undefined) return newerAt;
  const { at = newerAt, customId, text } = message;
  const messageId = messageIdOf(message, lead);
  const attachments = message.attachments.map(({ type, url }) => ({ type, url }));
  found.set(`${incoming}:${messageId}`, { messageId, customId, incoming, at, text, attachments });
  return at;
}
