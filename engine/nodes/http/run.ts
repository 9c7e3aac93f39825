import { isVariableName } from '../../model/value.ts';
import type { HttpAsked, NodeContext, NodeKind } from '../kind.ts';
import { RETRIES, TIMEOUT, within } from './limits.ts';
import { httpProblems } from './problems.ts';
import { partAt, readPath, replyValue, savedValue } from './replyPath.ts';
import { bodyTexts, requestBody } from './requestBody.ts';
import { requestHeaders } from './requestHeaders.ts';
import { requestUrl } from './requestUrl.ts';
import { otherReplies, sampleReply } from './sample.ts';
import { httpSchema, type HttpData } from './schema.ts';
import { secretNames, withoutSecrets } from '../../expression/secretSlots.ts';

/** The request with its values, each made safe for its place; null = it can't be made, or a value would lead elsewhere. */
function requestOf(data: HttpData, context: NodeContext): HttpAsked | null {
  const method = data.method ?? 'GET';
  const url = requestUrl(data.url ?? '', (template) => context.fillFor('url', template));
  const body = method === 'GET' ? undefined : requestBody(data.body, context);
  if (url === null || body === null) return null;
  const { headers, sealed } = requestHeaders(data.headers ?? [], (template) => context.fillFor('header', template));
  return {
    method,
    url,
    headers: body === undefined ? headers : { 'content-type': 'application/json', ...headers },
    ...(Object.keys(sealed).length === 0 ? {} : { sealed }),
    ...(body === undefined ? {} : { body }),
    timeoutMs: within(data.timeoutSeconds, TIMEOUT) * 1_000,
    retries: Math.round(within(data.retries, RETRIES)),
    ...(mayRepeat(data) ? {} : { once: true }),
  };
}

/** Reading twice changes nothing. */
function mayRepeat({ method = 'GET', ifUnclear }: HttpData): boolean {
  return method === 'GET' || ifUnclear !== 'never';
}

/** What is not in the reply is not known any more: the status of the last order must not pass for that of this one. */
function keep(data: HttpData, body: string, context: NodeContext): void {
  const value = replyValue({ body });
  for (const { path = '', variable = '' } of data.save ?? []) {
    const steps = readPath(path);
    if (isVariableName(variable)) context.save(variable, savedValue(steps === null ? undefined : partAt(value, steps)));
  }
}

/** A request of the author's own. `ok` once the server has answered with a status from 200 to 299, `error` for all else. */
export const http: NodeKind<HttpData, 'http'> = {
  kind: 'http',
  family: 'system',
  schema: httpSchema,
  verbatim: ['body', 'sample'],
  entry: false,
  exits: () => [
    { id: 'ok', required: true, dashed: false },
    { id: 'error', required: true, dashed: true },
  ],
  initial: () => ({ method: 'GET', url: 'https://', timeoutSeconds: TIMEOUT.usual, retries: RETRIES.usual }),
  enter(data, context) {
    const asked = requestOf(data, context);
    return asked === null ? { do: 'leave', exit: 'error' } : { do: 'await', effect: context.request(asked) };
  },
  settled(data, _wait, { ok, reply }, context) {
    if (!ok) return { do: 'leave', exit: 'error' };
    keep(data, reply?.body ?? '', context);
    return { do: 'leave', exit: 'ok' };
  },
  sampleReply,
  replies: otherReplies,
  texts: (data) => [
    data.url ?? '',
    ...(data.headers ?? []).map((header) => withoutSecrets(header.value ?? '')),
    ...(data.method === 'GET' || data.method === undefined ? [] : bodyTexts(data.body)),
  ],
  secrets: (data) => (data.headers ?? []).flatMap(({ value = '' }) => secretNames(value)),
  writes: (data) => (data.save ?? []).flatMap(({ variable = '' }) => (variable === '' ? [] : [variable])),
  problems: httpProblems,
};
