import { Agent, FormData, request } from 'undici';
import { fail, ok } from '../model/result.ts';
import type { Result } from '../model/result.ts';
import { isBeforeSending } from './isBeforeSending.ts';
import { textExchange } from './textExchange.ts';
import type { Http, HttpDownload, HttpFile, HttpReply, HttpRequest, HttpUpload } from '../ports/http.ts';

/** Far above any reply of a CRM; beyond it the body is not read further. */
const LONGEST_REPLY_BYTES = 16 * 1024 * 1024;
const CONNECT_TIMEOUT_MS = 10_000;

/**
 * The Http port over undici: no redirects, no repeats, no proxy from the environment. `timeoutMs` bounds the whole
 * exchange, body included. `close` lets running exchanges end.
 */
export function undiciHttp(): Http & { close(): Promise<void> } {
  const agent = new Agent({
    connect: { timeout: CONNECT_TIMEOUT_MS },
    // Shorter than any server's: a request on a connection that is just being closed ends as «may have arrived».
    keepAliveTimeout: 3_000,
    // Each exchange is bounded as a whole.
    headersTimeout: 0,
    bodyTimeout: 0,
  });
  return {
    send: (wanted) => (typeof wanted.body === 'object' ? upload(agent, wanted, wanted.body) : exchange(agent, wanted)),
    download: (wanted) => download(agent, wanted),
    close: () => agent.close(),
  };
}

async function exchange(agent: Agent, wanted: HttpRequest): Promise<Result<HttpReply>> {
  try {
    const { status, headers, body } = await textExchange(agent, {
      method: wanted.method,
      url: wanted.url,
      headers: wanted.headers ?? {},
      body: typeof wanted.body === 'string' ? wanted.body : null,
      timeoutMs: wanted.timeoutMs,
      // Whatever is longer is no reply of the service's; what was asked for may be done.
      limit: LONGEST_REPLY_BYTES,
    });
    return ok({ status, headers: flatten(headers), body });
  } catch (error) {
    return failed(error, wanted.url);
  }
}

async function upload(agent: Agent, wanted: HttpRequest, file: HttpUpload): Promise<Result<HttpReply>> {
  const patience = patienceOf(wanted.timeoutMs);
  try {
    const { statusCode, headers, body } = await request(wanted.url, {
      dispatcher: agent,
      method: wanted.method,
      headers: { ...wanted.headers },
      body: formOf(file),
      signal: patience.signal,
    });
    const bytes = await collect(body, LONGEST_REPLY_BYTES);
    if (bytes === undefined) return fail({ code: 'timeout', host: hostOf(wanted.url) });
    return ok({ status: statusCode, headers: flatten(headers), body: new TextDecoder().decode(bytes) });
  } catch (error) {
    return failed(error, wanted.url);
  } finally {
    patience.end();
  }
}

/** `AbortSignal.timeout` would keep its timer, and all that hangs on it, long after the reply: thousands at a busy hour. */
function patienceOf(ms: number): { readonly signal: AbortSignal; end(): void } {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), ms);
  return { signal: controller.signal, end: () => clearTimeout(timer) };
}

async function download(agent: Agent, wanted: HttpDownload): Promise<Result<HttpFile>> {
  const patience = patienceOf(wanted.timeoutMs);
  try {
    const { statusCode, headers, body } = await request(wanted.url, {
      dispatcher: agent,
      headers: { ...wanted.headers },
      signal: patience.signal,
    });
    const bytes = await collect(body, wanted.limit);
    if (bytes === undefined) return fail({ code: 'fileTooBig', limit: wanted.limit });
    return ok({ status: statusCode, headers: flatten(headers), bytes });
  } catch (error) {
    return failed(error, wanted.url);
  } finally {
    patience.end();
  }
}

/** `undefined` once it is over the limit; the rest is not read, and the connection is given up. */
async function collect(body: AsyncIterable<Uint8Array>, limit: number): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.byteLength;
    if (size > limit) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function failed(error: unknown, url: string): Result<never> {
  return fail({ code: isBeforeSending(error) ? 'network' : 'timeout', host: hostOf(url) });
}

function hostOf(url: string): string {
  return URL.parse(url)?.host ?? '';
}

function formOf(upload: HttpUpload): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(upload.fields)) form.append(name, value);
  const { part, name, type, bytes } = upload.file;
  // Copied: a view may lie over memory that is shared or larger than the file.
  form.append(part, new File([new Uint8Array(bytes)], name, { type }));
  return form;
}

function flatten(headers: Readonly<Record<string, string | string[] | undefined>>): Record<string, string> {
  const flat: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) flat[name.toLowerCase()] = Array.isArray(value) ? value.join(', ') : value;
  }
  return flat;
}
