import type { Fault } from '../model/fault.ts';
import type { HttpReply } from '../ports/http.ts';
import { errorReason } from './errorReason.ts';

const DEFAULT_PAUSE_MS = 2_000;
const LONGEST_PAUSE_MS = 10 * 60_000;

/** What a status outside 2xx means (umnico-api.md, 1.6). `undefined` for 2xx. */
export function faultOfReply(reply: HttpReply, host: string, now: number): Fault | undefined {
  const { status } = reply;
  if (status >= 200 && status < 300) return undefined;
  if (status === 401 || status === 403) return { code: 'badToken' };
  if (status === 429) return { code: 'tooManyRequests', retryAfterMs: retryAfterMs(reply.headers['retry-after'], now) };
  if (status === 408) return { code: 'timeout', host }; // the far end's word for it
  // A redirect is not Umnico's API but something in between (a hotel's login page): not a refusal of this request.
  if (status < 400 || status >= 500) return { code: 'upstreamDown', status };
  return { code: 'refused', status, reason: errorReason(reply.body) };
}

/** `Retry-After` is seconds or a date (RFC 9110, 10.2.3). Bounded: a wrong date must not silence the bot for a day. */
function retryAfterMs(header: string | undefined, now: number): number {
  const text = header?.trim() ?? '';
  const wait = /^\d+(\.\d+)?$/.test(text) ? Number(text) * 1000 : Date.parse(text) - now;
  if (Number.isNaN(wait)) return DEFAULT_PAUSE_MS;
  return Math.min(LONGEST_PAUSE_MS, Math.max(0, Math.ceil(wait)));
}
