import { Agent, FormData, request } from 'undici';
import { fail, ok } from '../model/result.ts';
import type { Result } from '../model/result.ts';
import type { Http, HttpReply, HttpRequest, HttpUpload } from '../ports/http.ts';

/** Far above any reply of a CRM; beyond it the body is not read further. */
const LONGEST_REPLY_BYTES = 16 * 1024 * 1024;
const CONNECT_TIMEOUT_MS = 10_000;

/** Errors that come before a request is written: it can't have arrived. Everything else may have. */
const NOTHING_SENT = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENETDOWN',
  'EADDRNOTAVAIL',
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_INVALID_ARG',
  'ERR_INVALID_URL',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'CERT_HAS_EXPIRED',
  'ERR_TLS_CERT_ALTNAME_INVALID',
]);

/**
 * The Http port over undici: no redirects, no repeats, no proxy from the environment. `timeoutMs` bounds the whole
 * exchange, body included. `close` lets running exchanges end.
 */
export function undiciHttp(): Http & { close(): Promise<void> } {
  const agent = new Agent({
    connect: { timeout: CONNECT_TIMEOUT_MS },
    // Shorter than any server's: a request on a connection that is just being closed ends as «may have arrived».
    keepAliveTimeout: 3_000,
    maxResponseSize: LONGEST_REPLY_BYTES,
  });
  return {
    send: (wanted) => exchange(agent, wanted),
    close: () => agent.close(),
  };
}

async function exchange(agent: Agent, wanted: HttpRequest): Promise<Result<HttpReply>> {
  try {
    const { statusCode, headers, body } = await request(wanted.url, {
      dispatcher: agent,
      method: wanted.method,
      headers: { ...wanted.headers },
      body: typeof wanted.body === 'object' ? formOf(wanted.body) : (wanted.body ?? null),
      signal: AbortSignal.timeout(wanted.timeoutMs),
    });
    return ok({ status: statusCode, headers: flatten(headers), body: await body.text() });
  } catch (error) {
    const host = URL.canParse(wanted.url) ? new URL(wanted.url).host : '';
    return fail({ code: isBeforeSending(error) ? 'network' : 'timeout', host });
  }
}

/** With several addresses for one name the error is a collection, one for each address tried. */
function isBeforeSending(error: unknown): boolean {
  if (error instanceof AggregateError) return error.errors.length > 0 && error.errors.every(isBeforeSending);
  return error instanceof Error && 'code' in error && NOTHING_SENT.has(String(error.code));
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
