import { ok } from '../model/result.ts';
import type { Result } from '../model/result.ts';
import type { HistoryMessage } from '../ports/channel.ts';
import type { Thread } from '../ports/thread.ts';
import type { Client } from './client.ts';
import { resolveSource } from './resolveSource.ts';
import { walkHistory } from './walkHistory.ts';
import type { Said } from './walkHistory.ts';

/** Newest first, at most `limit`, over as many pages as that takes. */
export async function readHistory(
  client: Client,
  thread: Thread,
  limit: number,
): Promise<Result<readonly HistoryMessage[]>> {
  const source = await resolveSource(client, thread);
  if (!source.ok) return source;
  const said = await walkHistory(client, thread.lead, source.value, (found) => found.length >= limit);
  return said.ok ? ok(said.value.slice(0, limit).map(historyMessage)) : said;
}

function historyMessage({ message, messageId, incoming, at }: Said): HistoryMessage {
  const { customId, text } = message;
  const attachments = message.attachments.map(({ type, url }) => ({ type, url }));
  return { messageId, customId, incoming, at, text, attachments };
}
