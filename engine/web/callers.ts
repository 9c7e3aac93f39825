import type { IncomingHttpHeaders } from 'node:http';

const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]'];
/** Stand for every interface of the machine, so they are nobody's name. */
const ANY = ['', '0.0.0.0', '::'];

/** `host` as the address of a page spells it. */
export function nameOf(host: string): string {
  if (ANY.includes(host)) return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
}

/** The exact values of the Host header that mean this server. A name that somebody points at us is none of them. */
export function knownHosts(host: string, port: number): ReadonlySet<string> {
  const names = [...LOOPBACK, nameOf(host).toLowerCase()];
  // On port 80 a browser leaves the port away.
  return new Set(names.flatMap((name) => [`${name}:${String(port)}`, ...(port === 80 ? [name] : [])]));
}

/**
 * Whether a WebSocket is opened by a page that came from here: a known Host, that same Host as Origin, and a browser that says
 * Sec-Fetch-Site says `same-origin`. Browsers let any page open a socket to anywhere, and a page can't lie in these headers.
 */
export function isOurSocket(headers: IncomingHttpHeaders, hosts: ReadonlySet<string>): boolean {
  const host = headers.host?.toLowerCase() ?? '';
  const site = headers['sec-fetch-site'] ?? 'same-origin';
  return hosts.has(host) && headers.origin === `http://${host}` && site === 'same-origin';
}
