import type { HeaderRow } from './schema.ts';

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

/** Headers by their names in lower case; of two with one name the later counts. */
export function requestHeaders(rows: readonly HeaderRow[], fill: (template: string) => string): Record<string, string> {
  return Object.fromEntries(
    rows
      .filter(isHeader)
      .map(({ name = '', value = '' }) => [name.trim().toLowerCase(), fill(value).replaceAll(CONTROLS, ' ').trim()]),
  );
}
