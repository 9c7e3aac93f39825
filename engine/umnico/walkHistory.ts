import { fail, ok } from '../model/result.ts';
import type { Result } from '../model/result.ts';
import type { Client } from './client.ts';
import { messageIdOf, readMessage } from './readMessage.ts';
import type { Lane } from './rateLimiter.ts';
import type { WireMessage } from './readMessage.ts';
import { historyReply } from './replies.ts';

/** So many pages in a row without a message that is new: the service gives ever new cursors to the same place. */
const MOST_IDLE_PAGES = 10;

/** A message of a thread's history with what the walk had to settle about it. */
export interface Said {
  readonly message: WireMessage;
  readonly messageId: string;
  readonly incoming: boolean;
  readonly at: number;
}

/**
 * Pages of one thread's history (umnico-api.md, 4.5) until `enough` of it is there, or it ends. Newest first; each
 * message once; those that can't be read are left out. `source`: the id that Umnico takes, as `resolveSource` gives it.
 * A walk that leads nowhere is `badReply`: what it found would pass for all there is.
 */
export async function walkHistory(
  client: Client,
  lead: string,
  source: string,
  enough: (said: readonly Said[]) => boolean,
  lane: Lane = 'usual',
): Promise<Result<readonly Said[]>> {
  const path = `/messaging/${encodeURIComponent(lead)}/history/${encodeURIComponent(source)}`;
  const found = new Map<string, Said>();
  const cursors = new Set<string | number>();
  let body: object = {};
  let lastAt = client.now();
  let idle = 0;
  for (;;) {
    const page = await client.read({ method: 'POST', name: 'history', path, body, lane }, historyReply);
    if (!page.ok) return page;
    const { cursor, messages } = page.value;
    const before = found.size;
    for (const entry of messages) {
      const said = readSaid(entry, lead, lastAt);
      if (!said) continue;
      lastAt = said.at;
      // Pages can overlap when messages arrive during the walk.
      found.set(`${said.incoming}:${said.messageId}`, said);
    }
    if (enough([...found.values()])) break;
    if (messages.length === 0 || cursor === null || cursor === undefined || cursors.has(cursor)) break;
    cursors.add(cursor);
    body = { cursor };
    idle = found.size > before ? 0 : idle + 1;
    if (idle === MOST_IDLE_PAGES) return fail({ code: 'badReply', at: 'history.cursor' });
  }
  // The service says newest first; a stable sort costs nothing and does not rely on it.
  return ok([...found.values()].sort((a, b) => b.at - a.at));
}

/**
 * A message whose moment can't be read takes its newer neighbour's: dropping it would make a reply that did arrive look
 * lost. `undefined` where it can't be told who wrote; only what we sent has a customId.
 */
function readSaid(entry: unknown, lead: string, newerAt: number): Said | undefined {
  const message = readMessage(entry);
  const incoming = message?.incoming ?? (message?.customId === undefined ? undefined : false);
  if (message === undefined || incoming === undefined) return undefined;
  return { message, messageId: messageIdOf(message, lead, incoming), incoming, at: message.at ?? newerAt };
}
