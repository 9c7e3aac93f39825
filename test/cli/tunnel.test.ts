import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { startSandbox } from '../../engine/sandbox/startSandbox.ts';
import { startServe } from '../host/serveProcess.ts';
import { tempFolder } from '../support/tempFolder.ts';
import { startPublicService } from '../tunnel/publicService.ts';
import { startSshd } from '../tunnel/sshd.ts';
import { dialogram } from './dialogram.ts';

async function account(): Promise<{ hooks: () => string[]; folder: string; args: string[] }> {
  const sandbox = await startSandbox({ port: 0, language: 'ru' });
  onTestFinished(() => sandbox.close());
  const folder = tempFolder();
  writeFileSync(join(folder, 'token'), sandbox.token);
  return {
    folder,
    hooks: () => [...sandbox.world.webhooks.values()].map((hook) => hook.url),
    args: [
      ...['--data', join(folder, 'data'), '--webhook-port', '0'],
      ...['--umnico-url', sandbox.apiUrl, '--umnico-token-file', join(folder, 'token')],
    ],
  };
}

test('serve --tunnel ssh: the first line comes once the address of one’s own server is registered', async () => {
  const { folder, args, hooks } = await account();
  const sshd = await startSshd(join(folder, 'sshd'));
  onTestFinished(() => sshd.kill());
  const serve = await startServe([
    ...args,
    ...['--tunnel', 'ssh', '--ssh', `${sshd.user}@127.0.0.1:${String(sshd.port)}`, '--ssh-key-file', sshd.keyFile],
    ...['--public-url', 'http://127.0.0.1:{port}'],
  ]);
  onTestFinished(() => serve.kill());
  expect(hooks()).toEqual([serve.first.webhookUrl]);
  const direct = new URL(serve.first.url).port;
  expect(new URL(serve.first.webhookUrl).port).not.toBe(direct);
  expect((await fetch(new URL('/', serve.first.webhookUrl))).status).toBe(404);
  expect((await fetch(serve.first.webhookUrl, { method: 'POST', body: 'x' })).status).toBe(415);
  expect(await serve.stop()).toBe(0);
});

test('serve --tunnel ssh with a service that prints its address; its password comes by a file', async () => {
  const { folder, args, hooks } = await account();
  const service = await startPublicService(folder, { password: 'сим-сим' });
  onTestFinished(() => service.close());
  const secret = join(folder, 'secret');
  writeFileSync(secret, 'сим-сим\n');
  const ssh = ['--tunnel', 'ssh', '--ssh', `olga@127.0.0.1:${String(service.port)}`, '--tunnel-secret-file', secret];
  const serve = await startServe([...args, ...ssh]);
  onTestFinished(() => serve.kill());
  expect(hooks()).toEqual([serve.first.webhookUrl]);
  expect(serve.first.webhookUrl.startsWith(service.given[0] ?? '?')).toBe(true);
  expect(await serve.stop()).toBe(0);

  writeFileSync(secret, 'не тот\n');
  const refused = await dialogram(['serve', '--json', '--no-open', '--port', '0', ...args, ...ssh]);
  expect(refused).toMatchObject({ status: 2, out: '' });
  expect(refused.err).toBe(
    'The server 127.0.0.1 did not let “olga” in: wrong password or key. Check the name, the password or the key.\n',
  );
});

describe('serve refuses in one line', () => {
  test.each([
    ['a way there is none of', ['--tunnel', 'carrier-pigeon'], 'own, ssh, ngrok, cloudflared'],
    ['one’s own address without the address', ['--tunnel', 'own'], '--public-url'],
    ['SSH without a server', ['--tunnel', 'ssh'], '--ssh USER@HOST'],
    [
      'an address without its port',
      ['--tunnel', 'ssh', '--ssh', 'a@b', '--public-url', 'https://b'],
      '--ssh-remote-port',
    ],
    ['a server nobody logs in to', ['--tunnel', 'ssh', '--ssh', 'bot.example.com'], 'a user is needed'],
    ['a port that is none', ['--tunnel', 'ssh', '--ssh', 'a@b:99999'], 'port'],
    ['a server without a way', ['--ssh', 'a@b'], '--tunnel'],
    ['a secret file that is not there', ['--tunnel', 'ngrok', '--tunnel-secret-file', '/nowhere'], 'ENOENT'],
    ['a file of access keys that is not there', ['--keys-file', '/nowhere'], 'ENOENT'],
    ['a file of access keys that is none', ['--keys-file', 'package.json'], '"hosts"'],
    ['a tunnel for the sandbox', ['--sandbox', '--tunnel', 'ngrok'], '--sandbox'],
    ['a password in the list of processes', ['--tunnel', 'ssh', '--ssh-password', 'S3CRET'], 'SSH_PASSWORD'],
  ])('%s', async (_what, args, named) => {
    const ended = await dialogram(['serve', '--json', ...args]);
    expect(ended).toMatchObject({ status: 2, out: '' });
    expect(ended.err.trimEnd().split('\n')).toHaveLength(1);
    expect(ended.err).toContain(named);
    expect(ended.err).not.toContain('S3CRET');
  });
});
