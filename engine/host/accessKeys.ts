import { z } from 'zod';
import { fail, ok, type Result } from '../model/result.ts';
import type { EffectOf } from '../model/effect.ts';
import type { SecretKind, Secrets } from '../ports/secrets.ts';
import type { RequestRefusal } from './requestGuard.ts';

/** A key of another server's, by the name that bots call it. Its value never leaves the engine but in a header to its hosts. */
export interface AccessKey {
  readonly name: string;
  /** Host names, with `:port` where it is not the usual one. */
  readonly hosts: readonly string[];
}
export type SealedHeaders = NonNullable<EffectOf<'http'>['sealed']>;

export interface AccessKeys {
  list(): Promise<{ readonly keys: readonly AccessKey[]; readonly kept: SecretKind | null }>;
  /** Without `value` the old one stays; fault `notFound` if there is none. */
  put(key: AccessKey & { readonly value?: string | undefined }, allowFile: boolean): Promise<Result<void>>;
  drop(name: string): Promise<Result<void>>;
  /**
   * The headers with their keys in them, for a request to `url`. Fault `requestRefused`: a key is not kept here, is for other hosts, or
   * the way there is not secret.
   */
  open(sealed: SealedHeaders, url: string, privateHosts: readonly string[]): Promise<Result<Record<string, string>>>;
}

const keptSchema = z.record(z.string(), z.object({ value: z.string(), hosts: z.array(z.string()) }));
type Kept = z.infer<typeof keptSchema>;

/** Keys in one secret beside the CRM's token, as JSON `{ "shop": { "value": "…", "hosts": ["api.shop.ru"] } }`. */
export function createAccessKeys(secrets: Secrets): AccessKeys {
  let order: Promise<unknown> = Promise.resolve();

  async function read(): Promise<{ readonly keys: Kept; readonly kept: SecretKind | null }> {
    const { value, kind } = await secrets.get('keys');
    return { keys: readKeys(value ?? '{}') ?? {}, kept: kind };
  }

  /** One change after another: each begins with what the one before has left. */
  function change(allowFile: boolean | null, make: (keys: Kept) => Result<Kept>): Promise<Result<void>> {
    const done = order.then(async () => {
      const { keys, kept } = await read();
      const made = make(keys);
      if (!made.ok) return made;
      if (Object.keys(made.value).length === 0) await secrets.clear('keys');
      else await secrets.set('keys', JSON.stringify(made.value), allowFile ?? kept === 'file');
      return ok(undefined);
    });
    order = done.catch(() => undefined);
    return done;
  }

  return {
    async list() {
      const { keys, kept } = await read();
      const list = Object.entries(keys).map(([name, { hosts }]) => ({ name, hosts }));
      return { keys: list.sort((a, b) => a.name.localeCompare(b.name)), kept };
    },
    put: ({ name, hosts, value }, allowFile) =>
      change(allowFile, (keys) => {
        const known = Object.hasOwn(keys, name) ? keys[name]?.value : undefined;
        const next = value ?? known;
        if (next === undefined) return fail({ code: 'notFound', what: 'key', id: name });
        return ok({ ...keys, [name]: { value: next, hosts: hosts.map(plainHost) } });
      }),
    drop: (name) =>
      change(null, (keys) => ok(Object.fromEntries(Object.entries(keys).filter(([key]) => key !== name)))),
    async open(sealed, url, privateHosts) {
      const { keys } = await read();
      const opened: Record<string, string> = {};
      for (const [header, parts] of Object.entries(sealed)) {
        let text = '';
        for (const part of parts) {
          if (typeof part === 'string') text += part;
          else {
            const refusal = refusalOf(keys, part.secret, url, privateHosts);
            if (refusal !== null) return fail({ code: 'requestRefused', why: refusal, about: part.secret });
            text += keys[part.secret]?.value ?? '';
          }
        }
        opened[header] = text.trim();
      }
      return ok(opened);
    },
  };
}

/** Null = it is not what a file of keys looks like. */
export function readKeys(text: string): Kept | null {
  try {
    const read = keptSchema.safeParse(JSON.parse(text));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}

/** Why this key may not go there; null = it may. */
function refusalOf(keys: Kept, name: string, address: string, privateHosts: readonly string[]): RequestRefusal | null {
  const url = URL.parse(address);
  if (!Object.hasOwn(keys, name)) return 'noKey';
  if (url === null || !(keys[name]?.hosts ?? []).some((host) => isHost(host, url))) return 'otherHosts';
  // On the way over plain http everybody between could read it; a computer of the owner's own network is another matter.
  return url.protocol === 'https:' || privateHosts.some((host) => [url.host, url.hostname].includes(host))
    ? null
    : 'plainHttp';
}

function isHost(allowed: string, url: URL): boolean {
  return allowed === url.host || (allowed === url.hostname && url.port === '');
}

/** As a host is written in an address, whatever was pasted. */
function plainHost(written: string): string {
  const text = written.trim().toLowerCase();
  return URL.parse(text.includes('://') ? text : `https://${text}`)?.host ?? text;
}
