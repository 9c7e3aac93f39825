import { chmodSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createSecrets, type Keychain, openKeychain } from '../../electron/secrets.ts';
import type { SecretAsk } from '../../engine/protocol/processNews.ts';
import { tempFolder } from '../support/tempFolder.ts';

const TOKEN = 'canary-token-Qz81';

/** The far end: the system's keychain, which turns a text into bytes that do not show it. */
const keychain: Keychain = {
  encrypt: (text) => Promise.resolve(Buffer.from(Buffer.from(text, 'utf8').map((byte) => byte ^ 0x5a))),
  decrypt: (bytes) => Promise.resolve(Buffer.from(bytes.map((byte) => byte ^ 0x5a)).toString('utf8')),
};

type Name = SecretAsk['secret']['name'];

function engineOf(folder: string, found: Keychain | undefined) {
  const answer = createSecrets(folder, () => Promise.resolve(found));
  let last = 0;
  const ask = (secret: SecretAsk['secret']) => answer({ ask: (last += 1), secret });
  return {
    get: (name: Name = 'umnico') => ask({ op: 'get', name }),
    set: (value: string, allowFile = false, name: Name = 'umnico') => ask({ op: 'set', name, value, allowFile }),
    clear: (name: Name = 'umnico') => ask({ op: 'clear', name }),
  };
}

const bytesIn = (folder: string): string =>
  existsSync(folder)
    ? readdirSync(folder)
        .map((name) => readFileSync(join(folder, name), 'latin1'))
        .join('\n')
    : '';

describe('the token (E10)', () => {
  test('with a keychain: sealed on disk, there again after a restart', async () => {
    const folder = join(tempFolder(), 'secrets');
    const engine = engineOf(folder, keychain);
    expect(await engine.get()).toEqual({ answer: 1, value: null, kind: null });
    expect(await engine.set(TOKEN, true)).toEqual({ answer: 2, value: null, kind: 'keychain' });
    expect(bytesIn(folder)).not.toContain(TOKEN);
    expect(await engineOf(folder, keychain).get()).toMatchObject({ value: TOKEN, kind: 'keychain' });
  });

  test('without one and without leave: in memory, and nowhere on disk', async () => {
    const folder = join(tempFolder(), 'secrets');
    const engine = engineOf(folder, undefined);
    expect(await engine.set(TOKEN)).toMatchObject({ kind: 'memory' });
    expect(await engine.get()).toMatchObject({ value: TOKEN, kind: 'memory' });
    expect(existsSync(folder)).toBe(false);
    expect(await engineOf(folder, undefined).get()).toMatchObject({ value: null, kind: null });
  });

  test('without one, with leave: a file that only its owner may read', async () => {
    const folder = join(tempFolder(), 'secrets');
    expect(await engineOf(folder, undefined).set(TOKEN, true)).toMatchObject({ kind: 'file' });
    const [file = ''] = readdirSync(folder);
    expect(statSync(join(folder, file)).mode & 0o777).toBe(0o600);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(await engineOf(folder, undefined).get()).toMatchObject({ value: TOKEN, kind: 'file' });
  });

  test('a new one leaves no copy of the old one, wherever that was', async () => {
    const folder = join(tempFolder(), 'secrets');
    await engineOf(folder, undefined).set('old-token', true);
    await engineOf(folder, keychain).set(TOKEN);
    expect(bytesIn(folder)).not.toContain('old-token');
    expect(await engineOf(folder, keychain).get()).toMatchObject({ value: TOKEN, kind: 'keychain' });
    await engineOf(folder, undefined).set('newest');
    expect(readdirSync(folder)).toEqual([]);
  });

  test('that is cleared is gone everywhere', async () => {
    const folder = join(tempFolder(), 'secrets');
    for (const found of [keychain, undefined]) {
      const engine = engineOf(folder, found);
      await engine.set(TOKEN, true);
      expect(await engine.clear()).toMatchObject({ value: null, kind: null });
      expect(await engine.get()).toMatchObject({ value: null, kind: null });
      expect(readdirSync(folder)).toEqual([]);
    }
  });

  test('answers come in the order of the questions', async () => {
    const engine = engineOf(join(tempFolder(), 'secrets'), keychain);
    const answers = await Promise.all([
      engine.set('one'),
      engine.get(),
      engine.set('two'),
      engine.get(),
      engine.clear(),
    ]);
    expect(answers.map(({ answer, value }) => [answer, value])).toEqual([
      [1, null],
      [2, 'one'],
      [3, null],
      [4, 'two'],
      [5, null],
    ]);
  });

  test('a keychain that refuses is no keychain, a seal it can’t break is no token', async () => {
    const folder = join(tempFolder(), 'secrets');
    const locked: Keychain = {
      encrypt: () => Promise.reject(new Error('locked')),
      decrypt: () => Promise.reject(new Error('locked')),
    };
    expect(await engineOf(folder, locked).set(TOKEN)).toMatchObject({ kind: 'memory' });
    await engineOf(folder, keychain).set(TOKEN);
    expect(await engineOf(folder, locked).get()).toMatchObject({ value: null, kind: null });
  });

  test('a disk that can’t be written to still leaves it for this run', async () => {
    const folder = tempFolder();
    writeFileSync(join(folder, 'secrets'), 'a file where the folder should be');
    chmodSync(join(folder, 'secrets'), 0o400);
    const engine = engineOf(join(folder, 'secrets/inner'), keychain);
    expect(await engine.set(TOKEN)).toMatchObject({ kind: 'memory' });
    expect(await engine.get()).toMatchObject({ value: TOKEN, kind: 'memory' });
  });
});

describe('which keychain counts', () => {
  const storage = (backend: string, available: boolean) => ({
    getSelectedStorageBackend: () => backend as 'basic_text',
    isEncryptionAvailable: () => available,
    encryptString: (text: string) => Buffer.from(`v11${text}`),
    decryptString: (bytes: Buffer) => bytes.toString('utf8').slice(3),
  });
  const asynchronous = (available: boolean) => ({
    getSelectedStorageBackend: () => 'gnome_libsecret' as const,
    isAsyncEncryptionAvailable: () => Promise.resolve(available),
    encryptStringAsync: (text: string) => Promise.resolve(Buffer.from(`v12${text}`)),
    decryptStringAsync: (bytes: Buffer) =>
      Promise.resolve({ shouldReEncrypt: false, result: bytes.toString('utf8').slice(3) }),
  });

  test.each(['basic_text', 'unknown'])('%s on Linux does not, even when it says it can encrypt', async (backend) => {
    expect(await openKeychain(storage(backend, true), 'linux')).toBeUndefined();
  });

  test('a real one does, by the calls of an older or a newer Electron', async () => {
    for (const found of [storage('gnome_libsecret', true), asynchronous(true)]) {
      const opened = await openKeychain(found, 'linux');
      const sealed = await opened?.encrypt(TOKEN);
      expect(sealed?.toString()).toMatch(/^v1[12]/);
      expect(await opened?.decrypt(sealed ?? Buffer.alloc(0))).toBe(TOKEN);
    }
  });

  test('one that is not available does not', async () => {
    expect(await openKeychain(storage('gnome_libsecret', false), 'linux')).toBeUndefined();
    expect(await openKeychain(asynchronous(false), 'darwin')).toBeUndefined();
  });
});

test('each secret has its own place: a tunnel’s goes, the CRM’s stays', async () => {
  const folder = join(tempFolder(), 'secrets');
  const engine = engineOf(folder, keychain);
  await engine.set(TOKEN);
  await engine.set('password-of-the-server', false, 'ssh');
  await engine.set('authtoken', false, 'ngrok');
  expect(bytesIn(folder)).not.toContain('password-of-the-server');
  await engine.clear('ssh');
  const again = engineOf(folder, keychain);
  expect(await again.get('ssh')).toMatchObject({ value: null, kind: null });
  expect(await again.get('ngrok')).toMatchObject({ value: 'authtoken', kind: 'keychain' });
  expect(await again.get()).toMatchObject({ value: TOKEN, kind: 'keychain' });
});
