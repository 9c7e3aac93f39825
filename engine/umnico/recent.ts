import { ok } from '../model/result.ts';
import type { Result } from '../model/result.ts';
import type { CrmEvent } from '../ports/crmEvent.ts';
import type { Thread } from '../ports/thread.ts';
import type { Client } from './client.ts';
import { messageEvent } from './messageEvent.ts';
import { resolveSource } from './resolveSource.ts';
import { walkHistory } from './walkHistory.ts';

/** The last words of a thread as events, newest first: what a webhook told is compared with these. */
export async function recent(
  client: Client,
  account: string,
  thread: Thread,
  limit: number,
): Promise<Result<readonly CrmEvent[]>> {
  const source = await resolveSource(client, thread);
  if (!source.ok) return source;
  const said = await walkHistory(client, thread.lead, source.value, (found) => found.length >= limit);
  if (!said.ok) return said;
  return ok(
    said.value.slice(0, limit).map(({ message, incoming, at }) => {
      // A history may leave unsaid what its address says already.
      const integration = message.integration ?? thread.integration;
      const whole = { ...message, source: message.source === '' ? thread.source : message.source, integration };
      const type = incoming ? 'message.incoming' : 'message.outgoing';
      return messageEvent({ type, account, lead: thread.lead, at }, whole);
    }),
  );
}
