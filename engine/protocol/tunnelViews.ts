import { z } from 'zod';
import { faultSchema } from '../model/fault.ts';

const HOST = /^[^\s/@]{1,253}$/u;
const host = z.string().regex(HOST);
const port = z.number().int().min(0).max(65_535);

/** https, or http on this very machine (a test bench); Umnico itself only delivers to https. */
const publicUrl = z.string().max(2_000).refine(isPublicUrl);

/**
 * How the outside reaches the webhook listener. No secret is in here: passwords and tokens go their own way
 * (`ports/secrets.ts`).
 */
export const tunnelSettingsSchema = z.discriminatedUnion('kind', [
  /** An address that leads here already: a server of one's own, a proxy, a router. */
  z.object({ kind: z.literal('own'), url: publicUrl }),
  /** A reverse tunnel by SSH: through a server of one's own, or a public service. */
  z.object({
    kind: z.literal('ssh'),
    host,
    port: port.min(1),
    user: z.string().max(100),
    /** `none`: public services that ask for nothing. */
    auth: z.enum(['key', 'password', 'agent', 'none']),
    /** Path of the private key on this computer; `~` is the home folder. */
    keyFile: z.string().max(1_000),
    /** Where the server listens: a name or address of its own; empty = on all. */
    bindHost: z.string().max(253),
    /** 0 = the server chooses, anew each time. */
    remotePort: port,
    /** The address that leads to that port, `{port}` stands for it; null = the service prints the address it gives. */
    publicUrl: z
      .string()
      .max(2_000)
      .refine((url) => isPublicUrl(withPort(url, 1)))
      .nullable(),
  }),
  /** `domain`: one that is reserved there; empty = any. */
  z.object({ kind: z.literal('ngrok'), domain: z.string().max(253) }),
  /** The program on this computer. `url`: of a named tunnel, whose token is kept as a secret; null = a quick one. */
  z.object({ kind: z.literal('cloudflared'), url: publicUrl.nullable() }),
]);
export type TunnelSettings = z.infer<typeof tunnelSettingsSchema>;

export const tunnel = z.object({
  /** Null = nobody has chosen. */
  settings: tunnelSettingsSchema.nullable(),
  /**
   * off: not wanted now · opening: no address yet · checking: an address, not yet proven · up: proven · down: see `fault`,
   * tried again at `nextAt`.
   */
  state: z.enum(['off', 'opening', 'checking', 'up', 'down']),
  url: z.string().nullable(),
  /** Epoch ms since when it is up, or is not. */
  since: z.number(),
  /** Of the last look through the public address and back, and when that was. */
  latencyMs: z.number().nullable(),
  checkedAt: z.number().nullable(),
  /** What is wrong now, or what the last look at one's own address found. */
  fault: faultSchema.nullable(),
  nextAt: z.number().nullable(),
  /** Of the webhook listener on this computer: where an address of one's own has to lead. */
  localPort: z.number(),
  /** Fingerprint of the SSH server's key, as it was first met. */
  hostKey: z.string().nullable(),
  /** Where the secret of this kind is kept; null = there is none. */
  secret: z.enum(['keychain', 'file', 'memory']).nullable(),
});
export type TunnelView = z.infer<typeof tunnel>;

/** Scheme, host, port, path; no query: the webhook's own path comes after it. */
const ADDRESS = /^(https?):\/\/(\[[0-9a-f:.]+\]|[^\s/?#@:[\]]+)(?::\d{1,5})?(?:\/[^\s?#]*)?$/iu;
const HERE = ['127.0.0.1', 'localhost', '[::1]'];

/** May it be registered in the CRM? */
export function isPublicUrl(text: string): boolean {
  const [, scheme, name] = ADDRESS.exec(text) ?? [];
  return scheme?.toLowerCase() === 'https' || HERE.includes(name?.toLowerCase() ?? '');
}

export function withPort(url: string, remotePort: number): string {
  return url.replaceAll('{port}', String(remotePort));
}
