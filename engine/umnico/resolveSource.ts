import { fail, ok } from '../model/result.ts';
import type { Result } from '../model/result.ts';
import type { Thread } from '../ports/thread.ts';
import type { Client } from './client.ts';
import { threadsReply } from './replies.ts';

/**
 * The id to send to. Nearly always the one from the webhook; when that had only a native id (`user_123`, which `send`
 * refuses) or none, Umnico is asked for the lead's threads (umnico-api.md, 4.4). A comment is never chosen as a guess:
 * the answer would be public.
 */
export async function resolveSource(client: Client, thread: Thread): Promise<Result<string>> {
  if (/^[0-9_]+$/.test(thread.source)) return ok(thread.source);
  const path = `/messaging/${encodeURIComponent(thread.lead)}/sources`;
  const threads = await client.read({ method: 'GET', name: 'threads', path, lane: 'reply' }, threadsReply);
  if (!threads.ok) {
    // Nothing of the message has left yet.
    const { fault } = threads;
    return fault.code === 'timeout' || fault.code === 'upstreamDown'
      ? fail({ code: 'network', host: client.host })
      : threads;
  }
  const same = threads.value.find((entry) => thread.source !== '' && entry.id === thread.source);
  const private_ = threads.value.filter((entry) => entry.type?.toLowerCase() !== 'comment');
  const ofIntegration = private_.filter((entry) => !thread.integration || entry.saId === thread.integration);
  const found = same ?? (thread.source === '' && ofIntegration.length === 1 ? ofIntegration[0] : undefined);
  const id = found?.realId ?? found?.id ?? thread.source;
  return id === '' ? fail({ code: 'notFound', what: 'source', id: thread.lead }) : ok(id);
}
