import type { EffectOf } from '../../engine/model/effect.ts';
import type { HttpAnswer } from '../../engine/model/event.ts';
import { call } from '../bridge.ts';

/** What a real request brought. */
export type Made = { readonly reply: HttpAnswer } | { readonly fault: string };

/** Has the engine make a request of an HTTP block: with its guard, which keeps it from this computer and its network. */
export async function makeRequest({ method, url, headers, sealed, body, timeoutMs }: EffectOf<'http'>): Promise<Made> {
  const reply = await call('test.request', {
    method,
    url,
    headers,
    ...(sealed === undefined ? {} : { sealed }),
    ...(body === undefined ? {} : { body }),
    timeoutMs,
  });
  return reply.ok
    ? { reply: reply.value }
    : { fault: reply.fault.code === 'requestRefused' ? reply.fault.why : reply.fault.code };
}
