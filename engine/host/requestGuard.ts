import { lookup, type LookupAddress } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { isPublicAddress, mayBePublic } from './publicAddress.ts';
import type { FaultOf } from '../model/fault.ts';
import type { AuthorRequest } from '../ports/http.ts';

export type RequestRefusal = FaultOf<'requestRefused'>['why'];

/** Ports on which other things than web servers listen, and could be made to obey a request (fetch.spec.whatwg.org, «bad port»). */
const BAD_PORTS = new Set([
  1, 7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79, 87, 95, 101, 102, 103, 104, 109, 110,
  111, 113, 115, 117, 119, 123, 135, 137, 139, 143, 161, 179, 389, 427, 465, 512, 513, 514, 515, 526, 530, 531, 532,
  540, 548, 554, 556, 563, 587, 601, 636, 989, 990, 993, 995, 1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061,
  6000, 6379, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080,
]);

export const REFUSED_ADDRESS = 'ERR_REFUSED_ADDRESS';

/** `open`: the owner of this computer allows the host, wherever it is. `guarded`: its addresses are looked at as it connects. */
export type Passage = { readonly way: 'open' | 'guarded' } | { readonly way: 'refused'; readonly why: RequestRefusal };

/** May this address be asked, as far as it can be told before its name is resolved (reliability.md, 4.4)? */
export function passageTo(
  url: URL,
  { privateHosts, ownPorts }: Pick<AuthorRequest, 'privateHosts' | 'ownPorts'>,
): Passage {
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return { way: 'refused', why: 'scheme' };
  const port = Number(url.port || (url.protocol === 'https:' ? 443 : 80));
  if (BAD_PORTS.has(port)) return { way: 'refused', why: 'port' };
  const host = url.hostname.replace(/^\[|\]$/gu, '');
  const names = [host, url.hostname, `${host}:${String(port)}`, `${url.hostname}:${String(port)}`];
  if (privateHosts.some((allowed) => names.includes(allowed.trim().toLowerCase())))
    return ownPorts.includes(port) ? { way: 'refused', why: 'ownPort' } : { way: 'open' };
  return mayBePublic(url.hostname) ? { way: 'guarded' } : { way: 'refused', why: 'privateAddress' };
}

/**
 * Resolves a name for the connection that is being made, to its public addresses alone. What was looked at is what is
 * connected to: a name that answers otherwise the second time gains nothing.
 */
export const publicLookup: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, found) => {
    if (error !== null) return callback(error, []);
    const allowed: LookupAddress[] = found.filter(({ address }) => isPublicAddress(address));
    const [first] = allowed;
    if (first === undefined) return callback(Object.assign(new Error('not public'), { code: REFUSED_ADDRESS }), []);
    return options.all === true ? callback(null, allowed) : callback(null, first.address, first.family);
  });
};
