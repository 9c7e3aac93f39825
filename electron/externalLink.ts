const LONGEST = 2_000;

/** A link that may leave the app, parsed: `href` is what the browser will be given, so it is also what a person is shown. */
export interface ExternalLink {
  readonly href: string;
  /** The engine's own page on this computer: nobody has to be asked. */
  readonly ours: boolean;
}

/**
 * reliability.md, E6: `https:` to a named host, without a user name in it (`https://bank.example@evil.example`). The one exception is
 * `ownPage`, the address of the sandbox's page as the engine tells it: plain http, on the loopback interface.
 */
export function externalLink(text: string, ownPage: string | null): ExternalLink | undefined {
  if (text.length > LONGEST || !URL.canParse(text)) return undefined;
  const url = new URL(text);
  if (url.username !== '' || url.password !== '') return undefined;
  if (url.protocol === 'https:' && url.hostname !== '') return { href: url.href, ours: false };
  const own = ownPage !== null && URL.canParse(ownPage) ? new URL(ownPage) : undefined;
  const isOwn = own?.protocol === 'http:' && isLoopback(own.hostname) && url.origin === own.origin;
  return isOwn ? { href: url.href, ours: true } : undefined;
}

function isLoopback(host: string): boolean {
  return host === '127.0.0.1' || host === '[::1]' || host === 'localhost';
}
