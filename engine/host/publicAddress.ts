import ipaddr from 'ipaddr.js';

/** Where the internet's own addresses of version 6 are; what lies outside is old, local, or leads back to version 4. */
const GLOBAL_V6 = ipaddr.IPv6.parseCIDR('2000::/3');

/** Is this literal address one of the open internet? Loopback, private, link-local, shared and reserved ones are not. */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const read = ipaddr.process(address);
  if (read.range() !== 'unicast') return false;
  return read.kind() === 'ipv4' || (read as ipaddr.IPv6).match(GLOBAL_V6);
}

/**
 * May this host (as `URL.hostname` gives it) be on the open internet? False for a literal address that is not, and for the
 * names that mean this computer; any other name is known only once it is resolved.
 */
export function mayBePublic(hostname: string): boolean {
  const name = hostname
    .replace(/^\[|\]$/gu, '')
    .replace(/\.$/u, '')
    .toLowerCase();
  if (ipaddr.isValid(name)) return isPublicAddress(name);
  return name !== '' && name !== 'localhost' && !name.endsWith('.localhost');
}
