import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SafeStorage } from 'electron';
import type { SecretAnswer, SecretAsk } from '../engine/protocol/processNews.ts';

/** A keychain that really protects, or none. */
export interface Keychain {
  encrypt(text: string): Promise<Buffer>;
  decrypt(bytes: Buffer): Promise<string>;
}

type Kept = Pick<SecretAnswer, 'value' | 'kind'>;
const NOTHING: Kept = { value: null, kind: null };
const ONLY_OWNER = 0o600;

type SecretName = SecretAsk['secret']['name'];
const FILES: Readonly<Record<SecretName, string>> = {
  umnico: 'token',
  ssh: 'tunnel-ssh',
  ngrok: 'tunnel-ngrok',
  cloudflared: 'tunnel-cloudflared',
  keys: 'access-keys',
};

/**
 * Answers the engine's questions about its secrets: the CRM's token and those of tunnels (reliability.md, E10). With a keychain: a file of
 * ciphertext for each in `folder`. Without: memory, gone with the app, or, when the person has allowed it, a plain file that only they may read.
 */
export function createSecrets(
  folder: string,
  keychain: () => Promise<Keychain | undefined>,
): (ask: SecretAsk) => Promise<SecretAnswer> {
  const held = new Map<SecretName, string>();
  let order: Promise<unknown> = Promise.resolve();
  const sealedFile = (name: SecretName): string => join(folder, `${FILES[name]}.sealed`);
  const plainFile = (name: SecretName): string => join(folder, `${FILES[name]}.txt`);

  async function get(name: SecretName): Promise<Kept> {
    const known = held.get(name);
    if (known !== undefined) return { value: known, kind: 'memory' };
    const bytes = await contentOf(sealedFile(name));
    if (bytes !== undefined) {
      const value = await unseal(bytes, await keychain());
      if (value !== undefined) return { value, kind: 'keychain' };
      // A token is asked for anew; keys, taken for none, would be written over by the next one.
      return name === 'keys' ? { value: null, kind: 'keychain' } : NOTHING;
    }
    const text = await contentOf(plainFile(name));
    return text === undefined ? NOTHING : { value: text.toString('utf8'), kind: 'file' };
  }

  async function set(name: SecretName, value: string, allowFile: boolean): Promise<Kept> {
    try {
      await clear(name); // no older copy survives in another place
      const bytes = await seal(value, await keychain());
      if (bytes !== undefined) {
        await write(sealedFile(name), bytes);
        return { value: null, kind: 'keychain' };
      }
      if (allowFile) {
        await write(plainFile(name), Buffer.from(value, 'utf8'));
        return { value: null, kind: 'file' };
      }
    } catch {
      // A disk that is full or read-only: the secret is good for this run all the same, and the answer says so.
    }
    held.set(name, value);
    return { value: null, kind: 'memory' };
  }

  async function clear(name: SecretName): Promise<Kept> {
    held.delete(name);
    await Promise.all([rm(sealedFile(name), { force: true }), rm(plainFile(name), { force: true })]);
    return NOTHING;
  }

  async function write(file: string, bytes: Buffer): Promise<void> {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await writeFile(`${file}.new`, bytes, { mode: ONLY_OWNER });
    await rename(`${file}.new`, file);
  }

  function obey({ secret }: SecretAsk): Promise<Kept> {
    switch (secret.op) {
      case 'get':
        return get(secret.name);
      case 'set':
        return set(secret.name, secret.value, secret.allowFile);
      case 'clear':
        return clear(secret.name);
    }
  }

  return (ask) => {
    const answer = order.then(() => obey(ask)).catch(() => NOTHING);
    order = answer;
    return answer.then((kept) => ({ answer: ask.ask, ...kept }));
  };
}

async function contentOf(file: string): Promise<Buffer | undefined> {
  try {
    return await readFile(file);
  } catch {
    return undefined;
  }
}

/** Undefined: no keychain, or the keychain refused (locked, its dialog was cancelled). */
async function seal(value: string, keychain: Keychain | undefined): Promise<Buffer | undefined> {
  try {
    return await keychain?.encrypt(value);
  } catch {
    return undefined;
  }
}

async function unseal(bytes: Buffer, keychain: Keychain | undefined): Promise<string | undefined> {
  try {
    return await keychain?.decrypt(bytes);
  } catch {
    return undefined; // another user's, another computer's, or the person did not unlock it
  }
}

/** The synchronous calls go with Electron 46, the asynchronous ones are not in the Electron of the tests yet. */
type AnySafeStorage = Pick<SafeStorage, 'getSelectedStorageBackend'> &
  Partial<Pick<SafeStorage, 'isAsyncEncryptionAvailable' | 'encryptStringAsync' | 'decryptStringAsync'>> & {
    isEncryptionAvailable?(): boolean;
    encryptString?(text: string): Buffer;
    decryptString?(bytes: Buffer): string;
  };

/** `basic_text` is Chromium's fixed password: no protection, so no keychain. Ask after the app is ready. */
export async function openKeychain(storage: AnySafeStorage, platform: NodeJS.Platform): Promise<Keychain | undefined> {
  if (platform === 'linux' && ['basic_text', 'unknown'].includes(storage.getSelectedStorageBackend())) return undefined;
  if (storage.isAsyncEncryptionAvailable !== undefined) {
    if (!(await storage.isAsyncEncryptionAvailable())) return undefined;
    return {
      encrypt: async (text) => required(await storage.encryptStringAsync?.(text)),
      decrypt: async (bytes) => required(await storage.decryptStringAsync?.(bytes)).result,
    };
  }
  if (storage.isEncryptionAvailable?.() !== true) return undefined;
  return {
    encrypt: (text) => Promise.resolve(required(storage.encryptString?.(text))),
    decrypt: (bytes) => Promise.resolve(required(storage.decryptString?.(bytes))),
  };
}

function required<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('this Electron has only half of safeStorage');
  return value;
}
