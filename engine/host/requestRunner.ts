import { Agent, request, type Dispatcher } from 'undici';
import type { HttpAnswer } from '../model/event.ts';
import { LIMITS } from '../model/limits.ts';
import { fail, ok, type Result } from '../model/result.ts';
import type { AuthorRequest, RequestRunner } from '../ports/http.ts';
import { isBeforeSending } from './isBeforeSending.ts';
import { passageTo, publicLookup, REFUSED_ADDRESS, type RequestRefusal } from './requestGuard.ts';
import { VERSION } from './version.ts';

const CONNECT_TIMEOUT_MS = 10_000;
/** No character takes more. */
const BYTES_A_CHARACTER = 4;
/** Short: what a connection was allowed for must not outlive the permission by much. */
const KEEP_ALIVE_MS = 2_000;

/** The RequestRunner port over undici. */
export function requestRunner(): RequestRunner {
  const usual = { keepAliveTimeout: KEEP_ALIVE_MS, allowH2: false };
  const agents = {
    guarded: new Agent({ ...usual, connect: { timeout: CONNECT_TIMEOUT_MS, lookup: publicLookup } }),
    open: new Agent({ ...usual, connect: { timeout: CONNECT_TIMEOUT_MS } }),
  };
  return {
    async run(wanted) {
      const url = URL.parse(wanted.url);
      if (url === null) return refused('address', wanted.url);
      const passage = passageTo(url, wanted);
      if (passage.way === 'refused') return refused(passage.why, passage.why === 'port' ? url.port : url.host);
      return exchange(agents[passage.way], url, wanted);
    },
    async stop() {
      await Promise.all([agents.guarded.destroy(), agents.open.destroy()]);
    },
  };
}

async function exchange(dispatcher: Dispatcher, url: URL, wanted: AuthorRequest): Promise<Result<HttpAnswer>> {
  try {
    const { statusCode, headers, body } = await request(url, {
      dispatcher,
      method: wanted.method,
      headers: {
        accept: 'application/json, */*;q=0.5',
        'user-agent': `Dialogram/${VERSION}`,
        ...Object.fromEntries(Object.entries(wanted.headers).map(([name, value]) => [name, asBytes(value)])),
        // Nothing here unpacks a body.
        'accept-encoding': 'identity',
      },
      body: wanted.body ?? null,
      signal: AbortSignal.timeout(wanted.timeoutMs),
    });
    const bytes = await collect(body, LIMITS.httpReplyCharacters * BYTES_A_CHARACTER);
    const text = decode(bytes, String(headers['content-type'] ?? ''));
    return ok({ status: statusCode, body: text.slice(0, LIMITS.httpReplyCharacters).toWellFormed() });
  } catch (error) {
    return failed(error, url.host);
  }
}

/** A header is bytes; undici writes each character as one. */
function asBytes(value: string): string {
  return Buffer.from(value, 'utf8').toString('latin1');
}

/** As much as is kept of a body; of a longer one the rest is not read, and the connection is given up. */
async function collect(body: AsyncIterable<Uint8Array>, limit: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    chunks.push(chunk);
    size += chunk.byteLength;
    if (size >= limit) break;
  }
  return Buffer.concat(chunks).subarray(0, limit);
}

/** Servers of an older age answer in windows-1251 and say so. */
function decode(bytes: Uint8Array, type: string): string {
  const charset = /charset\s*=\s*"?([\w-]+)/iu.exec(type)?.[1];
  try {
    return new TextDecoder(charset ?? 'utf-8').decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}

function failed(error: unknown, host: string): Result<never> {
  const code = codeOf(error);
  if (code === REFUSED_ADDRESS) return refused('privateAddress', host);
  if (code.startsWith('UND_ERR_INVALID')) return refused('request', host);
  return fail({ code: isBeforeSending(error) ? 'network' : 'timeout', host });
}

function refused(why: RequestRefusal, about: string): Result<never> {
  return fail({ code: 'requestRefused', why, about });
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
