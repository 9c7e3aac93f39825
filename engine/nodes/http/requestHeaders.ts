import type { HeaderRow } from './schema.ts';
import { sealedParts, secretNames, type SealedPart } from '../../expression/secretSlots.ts';

const NAME = /^[!#$%&'*+\-.^_`|~\w]+$/u;
/** They frame the request itself, or say whom it is for; those are not an author's to write. */
const REFUSED = new Set([
  'host',
  'content-length',
  'transfer-encoding',
  'connection',
  'keep-alive',
  'upgrade',
  'expect',
  'te',
  'trailer',
  'proxy-authorization',
  'proxy-connection',
  '__proto__',
]);
const CONTROLS = /[\p{Cc}]+/gu;

/** Is this row something that can be sent? Line ends would begin a header of their own. */
export function isHeader({ name = '', value = '' }: HeaderRow): boolean {
  return NAME.test(name.trim()) && !REFUSED.has(name.trim().toLowerCase()) && !/[\r\n\0]/u.test(value);
}

const OF_KEYS = /^(?:authorization|cookie|.*(?:token|secret|password|api-?key|access-?key))$/iu;
const WRITTEN_OUT = /[^\s{}]{8}/u;

/** A key that stands in the bot itself, where everybody who gets the file reads it. */
export function carriesKey({ name = '', value = '' }: HeaderRow): boolean {
  if (!OF_KEYS.test(name.trim()) || secretNames(value).length > 0) return false;
  return WRITTEN_OUT.test(value.replaceAll(/\{\{[^{}]*\}\}/gu, ''));
}

export interface FilledHeaders {
  readonly headers: Record<string, string>;
  /** Those with a key of the engine's in them, which is put in as they leave. */
  readonly sealed: Record<string, SealedPart[]>;
}

/** Headers by their names in lower case; of two with one name the later counts. */
export function requestHeaders(rows: readonly HeaderRow[], fill: (template: string) => string): FilledHeaders {
  const clean = (template: string): string => fill(template).replaceAll(CONTROLS, ' ');
  const filled = new Map<string, string | SealedPart[]>();
  for (const { name = '', value = '' } of rows.filter(isHeader))
    filled.set(name.trim().toLowerCase(), sealedParts(value, clean) ?? clean(value).trim());
  const headers: FilledHeaders['headers'] = {};
  const sealed: FilledHeaders['sealed'] = {};
  for (const [name, value] of filled) {
    if (typeof value === 'string') headers[name] = value;
    else sealed[name] = value;
  }
  return { headers, sealed };
}
