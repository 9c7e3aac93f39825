import { REQUESTS } from '../engine/protocol.ts';
import type { EngineProcess } from './engineProcess.ts';

/** Where the embedded sandbox shows its page now, asked of the engine itself: a page's word would not do. */
export async function sandboxPage(engine: Pick<EngineProcess, 'request'>): Promise<string | null> {
  const reply = await engine.request({ id: 0, method: 'engine.status', params: {} });
  if (!reply.ok) return null;
  return REQUESTS['engine.status'].reply.safeParse(reply.value).data?.connection.sandboxUrl ?? null;
}
