import { fillTemplate } from '../../expression/template.ts';

interface ParsedUrl {
  readonly href: string;
  readonly protocol: string;
  readonly origin: string;
  readonly hostname: string;
  readonly pathname: string;
}
/** The web's own parser, there in Node and in every browser alike; the pure engine is compiled for neither. */
declare const URL: { parse(text: string): ParsedUrl | null };

type UrlFault = 'E-NOURL' | 'E-HOST' | 'E-URL';
type UrlCheck =
  | { readonly ok: true; readonly secure: boolean; readonly hostname: string }
  | { readonly ok: false; readonly fault: UrlFault };

/** Scheme, then all up to where a path, a query or a fragment begins (a backslash begins a path too). */
const FRONT = /^(https?):\/\/([^/?#\\]*)/iu;

/**
 * Whoever names the host decides whom the bot talks to: scheme, host and port are the author's own, variables stand in the
 * path and the query alone (reliability.md, 4.4).
 */
export function checkUrl(template: string): UrlCheck {
  const text = template.trim();
  if (text === '' || /^https?:\/\/$/iu.test(text)) return { ok: false, fault: 'E-NOURL' };
  const front = FRONT.exec(text);
  const host = front?.[2] ?? '';
  if (host.includes('{{') || /^[^/?#]*\{\{/u.test(text)) return { ok: false, fault: 'E-HOST' };
  // A name and password in the address would be sent along with every copy of the bot.
  const probe = front === null || host.includes('@') ? null : probeOf(text);
  return probe === null
    ? { ok: false, fault: 'E-URL' }
    : { ok: true, secure: probe.protocol === 'https:', hostname: probe.hostname };
}

/** The address with its variables filled by `fill`; null = there is none, or a value would lead elsewhere. */
export function requestUrl(template: string, fill: (template: string) => string): string | null {
  const text = template.trim();
  const probe = checkUrl(text).ok ? probeOf(text) : null;
  const filled = URL.parse(fill(text));
  if (probe === null || filled?.origin !== probe.origin) return null;
  // Signs in a value are encoded, but «..» alone between two slashes climbs out of the path, encoded or not.
  return depth(filled) === depth(probe) ? filled.href : null;
}

function probeOf(text: string): ParsedUrl | null {
  return URL.parse(fillTemplate(text, () => 'x', 'url'));
}

function depth(url: ParsedUrl): number {
  return url.pathname.split('/').length;
}

/** Names and literal addresses, as the parser gives them, that are plainly this computer or its network. */
const LOCAL =
  /(?:^|\.)(?:localhost|local|lan|internal)\.?$|^(?:0|10|127)\.|^192\.168\.|^169\.254\.|^172\.(?:1[6-9]|2\d|3[01])\.|^\[(?:::|f[cde])/u;

/** For the author's eye alone: what may be connected to is decided where it is connected (host/requestGuard.ts). */
export function isLocalHost(hostname: string): boolean {
  return LOCAL.test(hostname);
}
