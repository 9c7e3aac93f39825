/** What a line of `cloudflared`'s log means to us. */
export type CloudflaredLine =
  | { readonly said: 'address'; readonly url: string }
  /** One of its four connections to the edge stands. */
  | { readonly said: 'connected' }
  /** It lost a connection and mends it itself. */
  | { readonly said: 'lost' }
  /** The service of quick tunnels is not there; it is about to exit. */
  | { readonly said: 'unreachable' }
  /** The token is none; it is about to exit. */
  | { readonly said: 'refused' };

/** The address stands in a box of its own; `api.trycloudflare.com` comes in messages of failure. */
const ADDRESS = /\bINF\b.*?(https:\/\/(?!api\.)[a-z0-9-]+(?:\.[a-z0-9-]+)*\.trycloudflare\.com)\b/u;
const CONNECTED = /\bINF\b.*\b(?:Registered tunnel connection|Connection [0-9a-f-]{36} registered)/u;
const LOST =
  /\b(?:Lost connection with the edge|Connection terminated|Unregistered tunnel connection|Serve tunnel error|Retrying connection in up to)/u;
const UNREACHABLE = /\bfailed to (?:request|parse) quick Tunnel/u;
const REFUSED = /\bProvided Tunnel token is not valid/u;

/** Null = a line that changes nothing. */
export function readCloudflaredLine(line: string): CloudflaredLine | null {
  const address = ADDRESS.exec(line)?.[1];
  if (address !== undefined) return { said: 'address', url: address };
  if (CONNECTED.test(line)) return { said: 'connected' };
  if (UNREACHABLE.test(line)) return { said: 'unreachable' };
  if (REFUSED.test(line)) return { said: 'refused' };
  return LOST.test(line) ? { said: 'lost' } : null;
}
