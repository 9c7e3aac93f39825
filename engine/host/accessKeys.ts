import { z } from 'zod';
import { fail, ok, type Result } from '../model/result.ts';
import type { EffectOf } from '../model/effect.ts';
import type { SecretKind, Secrets } from '../ports/secrets.ts';
import { SECRET_NAME } from '../expression/secretSlots.ts';
import { isHost, isHostOnAnyPort, plainHost } from './hostNames.ts';
import type { RequestRefusal } from './requestGuard.ts';

/** A key of another server's, by the name that bots call it. Its value never leaves the engine but in a header to its hosts. */
export interface AccessKey {
  readonly name: string;
  /** Host names, with `:port` where it is not the usual one. */
  readonly hosts: readonly string[];
}
export interface ListedKey extends AccessKey {
  /** It came with the command line: it is changed there, not here. */
  readonly given: boolean;
}
export type SealedHeaders = NonNullable<EffectOf<'http'>['sealed']>;

export interface AccessKeys {
  /** Fault `secretsLocked`: some are kept, and can't be read. */
  list(): Promise<Result<{ readonly keys: readonly ListedKey[]; readonly kept: SecretKind | null }>>;
  /** Without `value` the old one stays. Faults: `notFound` if there is none, `secretsLocked`. */
  put(key: AccessKey & { readonly value?: string | undefined }, allowFile: boolean): Promise<Result<void>>;
  drop(name: string): Promise<Result<void>>;
  /**
   * The headers with their keys in them, for a request to `url`. Fault `requestRefused`: a key is not kept here, is for other hosts, or
   * the way there is not secret.
   */
  open(sealed: SealedHeaders, url: string, privateHosts: readonly string[]): Promise<Result<Record<string, string>>>;
}

const keptSchema = z.record(
  z.string().regex(SECRET_NAME),
  z.object({ value: z.string().trim().min(1), hosts: z.array(z.string().transform(plainHost)) }),
);
export type KeptKeys = z.infer<typeof keptSchema>;

/**
 * Keys in one secret beside the CRM's token, as JSON `{ "shop": { "value": "…", "hosts": ["api.shop.ru"] } }`. Those that are
 * given with the command line go before them and are never written down.
 */
export function createAccessKeys(secrets: Secrets, given: KeptKeys = {}): AccessKeys {
  let order: Promise<unknown> = Promise.resolve();

  async function read(): Promise<Result<{ readonly keys: KeptKeys; readonly kept: SecretKind | null }>> {
    const { value, kind } = await secrets.get('keys');
    const keys = value === null ? (kind === null ? {} : null) : readKeys(value);
    // Taken for none, the next change would write over them.
    return keys === null ? fail({ code: 'secretsLocked' }) : ok({ keys, kept: kind });
  }

  /** One change after another: each begins with what the one before has left. */
  function change(allowFile: boolean | null, make: (keys: KeptKeys) => Result<KeptKeys>): Promise<Result<void>> {
    const done = order.then(async () => {
      const found = await read();
      if (!found.ok) return found;
      const { keys, kept } = found.value;
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
      const found = await read();
      if (!found.ok) return found;
      const own = Object.entries(found.value.keys).filter(([name]) => !Object.hasOwn(given, name));
      const keys = [
        ...own.map(([name, { hosts }]) => ({ name, hosts, given: false })),
        ...Object.entries(given).map(([name, { hosts }]) => ({ name, hosts, given: true })),
      ];
      return ok({ keys: keys.sort((a, b) => a.name.localeCompare(b.name)), kept: found.value.kept });
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
      const found = await read();
      if (!found.ok) return found;
      const keys = { ...found.value.keys, ...given };
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
export function readKeys(text: string): KeptKeys | null {
  try {
    const read = keptSchema.safeParse(JSON.parse(text));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}

/** Why this key may not go there; null = it may. */
function refusalOf(
  keys: KeptKeys,
  name: string,
  address: string,
  privateHosts: readonly string[],
): RequestRefusal | null {
  const url = URL.parse(address);
  if (!Object.hasOwn(keys, name)) return 'noKey';
  if (url === null || !(keys[name]?.hosts ?? []).some((host) => isHost(host, url))) return 'otherHosts';
  // On the way over plain http everybody between could read it; a computer of the owner's own network is another matter.
  return url.protocol === 'https:' || privateHosts.some((host) => isHostOnAnyPort(host, url)) ? null : 'plainHttp';
}
