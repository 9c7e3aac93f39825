import type { z } from 'zod';
import type { Fault } from '../model/fault.ts';
import { LIMITS } from '../model/limits.ts';
import { fail, ok } from '../model/result.ts';
import type { Result } from '../model/result.ts';
import type { Clock } from '../ports/clock.ts';
import type { Http, HttpReply, HttpRequest, HttpUpload } from '../ports/http.ts';
import type { Log } from '../ports/log.ts';
import { faultOfReply } from './faultOfReply.ts';
import { rateLimiter } from './rateLimiter.ts';

export interface ClientOptions {
  /** E.g. `https://api.umnico.com/v1.3`. */
  readonly baseUrl: string;
  /** Read at every call, so that a new token works at once. */
  readonly token: () => string;
  readonly http: Http;
  readonly clock: Clock;
  readonly log: Log;
  /** None is documented; five is what careful clients keep to (umnico-api.md, 1.5). */
  readonly requestsPerSecond?: number;
  /** A library's default may be filtered (umnico-api.md, 1.2). */
  readonly userAgent?: string;
}

export interface Call {
  readonly method: HttpRequest['method'];
  /** The endpoint's name for the log: paths hold ids that can be phone numbers. */
  readonly name: string;
  readonly path: string;
  readonly body?: object | HttpUpload;
  /** Goes before everything that waits: replies to customers. */
  readonly urgent?: boolean;
  readonly timeoutMs?: number;
}

export interface Client {
  readonly host: string;
  now(): number;
  /** A reply of status 2xx, or a fault. */
  call(call: Call): Promise<Result<HttpReply>>;
  /** The JSON of a 2xx reply, through `schema`. `badReply` says where it does not fit: `<name>.<path>`. */
  read<T>(call: Call, schema: z.ZodType<T>): Promise<Result<T>>;
}

/** One account's requests: authorisation, pace, faults. Repeats nothing: that is for the one who knows what is at stake. */
export function umnicoClient(options: ClientOptions): Client {
  const { http, clock, log, token, requestsPerSecond = 5, userAgent = 'Dialogram/0.1' } = options;
  const baseUrl = options.baseUrl.replace(/\/+$/, '');
  const { host } = new URL(baseUrl);
  const limiter = rateLimiter({ clock, perSecond: requestsPerSecond });

  function fault<T>(call: Call, it: Fault): Result<T> {
    log.warn('umnico.fault', { call: call.name, code: it.code, status: 'status' in it ? it.status : undefined });
    return fail(it);
  }

  async function exchange(call: Call): Promise<Result<HttpReply>> {
    const secret = token().trim();
    // A header can't carry it, so it can't be a token.
    if (!/^[\x21-\x7e]+$/.test(secret)) return fault(call, { code: 'badToken' });
    const entered = await limiter.enter(call.urgent === true);
    if (!entered.ok) return fault(call, entered.fault);
    const startedAt = clock.now();
    const sent = await http.send({
      method: call.method,
      url: baseUrl + call.path,
      headers: {
        // Capital B: lower case was answered 401 by the live service (umnico-api.md, 7.2).
        authorization: `Bearer ${secret}`,
        accept: 'application/json',
        'user-agent': userAgent,
        // A form's type carries its boundary, which only the sender knows.
        ...(call.body === undefined || isUpload(call.body) ? {} : { 'content-type': 'application/json' }),
      },
      ...(call.body === undefined ? {} : { body: isUpload(call.body) ? call.body : JSON.stringify(call.body) }),
      timeoutMs: call.timeoutMs ?? LIMITS.httpTimeoutMs,
    });
    if (!sent.ok) return fault(call, sent.fault);
    const refusal = faultOfReply(sent.value, host, clock.now());
    if (refusal?.code === 'tooManyRequests') limiter.pause(refusal.retryAfterMs);
    if (refusal) return fault(call, refusal);
    log.debug('umnico.call', { call: call.name, status: sent.value.status, ms: clock.now() - startedAt });
    return sent;
  }

  return {
    host,
    now: () => clock.now(),
    call: exchange,
    async read(call, schema) {
      const reply = await exchange(call);
      if (!reply.ok) return reply;
      const parsed = schema.safeParse(parseJson(reply.value.body));
      if (parsed.success) return ok(parsed.data);
      const at = [call.name, ...(parsed.error.issues[0]?.path ?? [])].map(String).join('.');
      return fault(call, { code: 'badReply', at });
    },
  };
}

function isUpload(body: object): body is HttpUpload {
  return 'file' in body && 'fields' in body;
}

/** `undefined` for an empty body or one that is not JSON. */
export function parseJson(body: string): unknown {
  try {
    const value: unknown = JSON.parse(body);
    return value;
  } catch {
    return undefined;
  }
}
