import type { z } from 'zod';
import type { Fault } from '../model/fault.ts';
import { LIMITS } from '../model/limits.ts';
import { fail, ok } from '../model/result.ts';
import type { Result } from '../model/result.ts';
import type { Chance } from '../ports/chance.ts';
import type { Clock } from '../ports/clock.ts';
import type { Http, HttpReply, HttpRequest, HttpUpload } from '../ports/http.ts';
import type { Log } from '../ports/log.ts';
import { describeShape } from './describeShape.ts';
import { faultOfReply, retryAfterMs } from './faultOfReply.ts';
import { rateLimiter } from './rateLimiter.ts';
import type { Lane, RateLimiter } from './rateLimiter.ts';

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
  /** Shared by all channels to one account, so that two of them do not add up to twice its pace. Default: one of its own. */
  readonly limiter?: RateLimiter;
  /** For how long an account pauses that does not say it itself; default: the middle. */
  readonly chance?: Pick<Chance, 'seed'>;
  /** Shortest and longest such pause, ms. */
  readonly unsaidPauseMs?: readonly [shortest: number, longest: number];
  /** A refused token is tried again at most this often, ms: more would be hammering. */
  readonly badTokenMs?: number;
  /** A library's default may be filtered (umnico-api.md, 1.2). */
  readonly userAgent?: string;
}

export interface Call {
  readonly method: HttpRequest['method'];
  /** The endpoint's name for the log: paths hold ids that can be phone numbers. */
  readonly name: string;
  readonly path: string;
  readonly body?: object | HttpUpload;
  /** Replies to customers go before everything that waits, catching up after it. Default: `usual`. */
  readonly lane?: Lane;
  /** The integration a message goes to: each has a pace of its own. */
  readonly source?: string | undefined;
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

const UNSAID_PAUSE_MS = [1_000, 60_000] as const;
const BAD_TOKEN_MS = 60_000;

/** One account's requests: authorisation, pace, faults. Repeats nothing: that is for the one who knows what is at stake. */
export function umnicoClient(options: ClientOptions): Client {
  const { http, clock, log, token, requestsPerSecond = 5, userAgent = 'Dialogram/0.1' } = options;
  const [shortest, longest] = options.unsaidPauseMs ?? UNSAID_PAUSE_MS;
  const baseUrl = options.baseUrl.replace(/\/+$/, '');
  const { host } = new URL(baseUrl);
  const limiter = options.limiter ?? rateLimiter({ clock, perSecond: requestsPerSecond });
  /** Answers in a row that asked for a pause. */
  let pauses = 0;
  let refused: { readonly token: string; readonly at: number } | null = null;

  function fault<T>(call: Call, it: Fault): Result<T> {
    log.warn('umnico.fault', { call: call.name, code: it.code, status: 'status' in it ? it.status : undefined });
    return fail(it);
  }

  /** Nothing is asked with a token that was refused a moment ago: every conversation would ask in its turn. */
  function isRefused(secret: string): boolean {
    const since = refused?.token === secret ? clock.now() - refused.at : Infinity;
    return since >= 0 && since < (options.badTokenMs ?? BAD_TOKEN_MS);
  }

  async function exchange(call: Call): Promise<Result<HttpReply>> {
    const secret = token().trim();
    // A header can't carry it, so it can't be a token.
    if (!/^[\x21-\x7e]+$/.test(secret)) return fault(call, { code: 'badToken' });
    const entered = await limiter.enter(call.lane ?? 'usual', call.source);
    if (!entered.ok) return fault(call, entered.fault);
    try {
      // Here and not before the line: those who waited in it would all go.
      return isRefused(secret) ? fault(call, { code: 'badToken' }) : await ask(call, secret);
    } finally {
      entered.value.done();
    }
  }

  async function ask(call: Call, secret: string): Promise<Result<HttpReply>> {
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
    const now = clock.now();
    const { status } = sent.value;
    if (status === 429 || status === 503) {
      pauses += 1;
      const wait = retryAfterMs(sent.value, now) ?? jitter();
      limiter.pause(wait);
      return fault(call, faultOfReply(sent.value, host, now, wait) ?? { code: 'upstreamDown', status });
    }
    pauses = 0;
    const refusal = faultOfReply(sent.value, host, now, 0);
    // Of the account itself it can only mean the token; of anything else, what was asked for (umnico-api.md, 1.6).
    const isToken = refusal?.code === 'badToken' || (status === 403 && call.name === 'account');
    if (isToken) refused = { token: secret, at: now };
    if (refusal) return fault(call, isToken ? { code: 'badToken' } : refusal);
    refused = null;
    log.debug('umnico.call', { call: call.name, status, ms: now - startedAt });
    return sent;
  }

  /** Full jitter, so that two engines that were stopped together do not come back together (reliability.md, 5). */
  function jitter(): number {
    const most = Math.min(longest, shortest * 2 ** Math.min(pauses, 16));
    const share = options.chance === undefined ? 0.5 : options.chance.seed() / 2 ** 32;
    return Math.round(shortest + share * Math.max(0, most - shortest));
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
      log.warn('umnico.shape', { call: call.name, at, shape: describeShape(parseJson(reply.value.body)) });
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
