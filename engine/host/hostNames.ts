/** A host as people write it or paste it, cut down to `name` or `name:port`: `http://192.168.1.10:8080/x` → `192.168.1.10:8080`. */
export function plainHost(written: string): string {
  const text = written
    .trim()
    .toLowerCase()
    .replace(/^[a-z][a-z\d+.-]*:\/\//u, '')
    .replace(/[/?#].*$/su, '')
    .replace(/^.*@/su, '');
  const port = /:(\d{1,5})$/u.exec(text)?.[1];
  // What an address would make of it: `0x7f.1` is 127.0.0.1, «магазин.рф» has a name in Latin letters.
  const hostname = URL.parse(`http://${text}`)?.hostname;
  if (hostname === undefined || hostname === '') return text;
  return port === undefined ? hostname : `${hostname}:${port}`;
}

/** Is this `name` or `name:port` the host of the address? A name alone means the usual port. */
export function isHost(allowed: string, url: URL): boolean {
  return allowed === withPort(url) || (allowed === url.hostname && url.port === '');
}

/** The same, where a name alone means all its ports. */
export function isHostOnAnyPort(allowed: string, url: URL): boolean {
  return allowed === withPort(url) || allowed === url.hostname;
}

function withPort({ hostname, port, protocol }: URL): string {
  return `${hostname}:${port === '' ? (protocol === 'https:' ? '443' : '80') : port}`;
}
