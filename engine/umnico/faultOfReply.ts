import type { Fault } from '../model/fault.ts';
import type { HttpReply } from '../ports/http.ts';
import { errorReason } from './errorReason.ts';

const LONGEST_PAUSE_MS = 10 * 60_000;

/**
 * What a status outside 2xx means (umnico-api.md, 1.6). `undefined` for 2xx. `unsaid`: how long to pause, ms, where the
 * service asks for a pause and does not say for how long.
 */
export function faultOfReply(reply: HttpReply, host: string, now: number, unsaid: number): Fault | undefined {
  const { status } = reply;
  if (status >= 200 && status < 300) return undefined;
  if (status === 401) return { code: 'badToken' };
  if (status === 429) return { code: 'tooManyRequests', retryAfterMs: retryAfterMs(reply, now) ?? unsaid };
  if (status === 408) return { code: 'timeout', host }; // the far end's word for it
  // A redirect is not Umnico's API but something in between (a hotel's login page): not a refusal of this request.
  if (status < 400 || status >= 500) return { code: 'upstreamDown', status };
  return { code: 'refused', status, reason: errorReason(reply.body) };
}

/**
 * `Retry-After` in ms, from seconds or a date (RFC 9110, 10.2.3); `undefined` where it is not said. Bounded: a wrong date
 * must not silence the bot for a day.
 */
export function retryAfterMs(reply: HttpReply, now: number): number | undefined {
  const text = reply.headers['retry-after']?.trim() ?? '';
  const wait = /^\d+(\.\d+)?$/.test(text) ? Number(text) * 1000 : Date.parse(text) - now;
  return Number.isNaN(wait) ? undefined : Math.min(LONGEST_PAUSE_MS, Math.max(0, Math.ceil(wait)));
}
