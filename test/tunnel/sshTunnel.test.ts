import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { faultWords } from '../../engine/model/faultWords.ts';
import type { Result } from '../../engine/model/result.ts';
import type { Tunnel, TunnelNews } from '../../engine/ports/tunnel.ts';
import { sshTunnel, type SshTunnelOptions } from '../../engine/tunnel/sshTunnel.ts';
import { tempFolder } from '../support/tempFolder.ts';
import { nobody } from './nobody.ts';
import { type PublicService, type ServiceOptions, startPublicService } from './publicService.ts';
import { type Sshd, startSshd } from './sshd.ts';

/** Nothing listens on port 1: the tunnel is opened, and not gone through. */
async function start(options: Partial<SshTunnelOptions>): Promise<Result<Tunnel>> {
  const provider = sshTunnel({ ...nobody, ...options });
  const tunnel = await provider.start(1, new AbortController().signal);
  if (tunnel.ok) onTestFinished(() => tunnel.value.close());
  return tunnel;
}

async function ownServer(
  options: { forwarding?: boolean } = {},
): Promise<{ sshd: Sshd; login: Partial<SshTunnelOptions> }> {
  const sshd = await startSshd(join(tempFolder(), 'sshd'), options);
  onTestFinished(() => sshd.kill());
  const { port, user, keyFile } = sshd;
  return {
    sshd,
    login: { port, user, keyFile, auth: 'key', addressOf: (opened) => `http://127.0.0.1:${String(opened)}` },
  };
}

async function service(options: ServiceOptions = {}): Promise<PublicService> {
  const opened = await startPublicService(tempFolder(), options);
  onTestFinished(() => opened.close());
  return opened;
}

test('the key of a server is remembered at the first meeting, and another one later is refused before any password', async () => {
  const { sshd, login } = await ownServer();
  const met: string[] = [];
  expect(await start({ ...login, onFirstKey: (key) => met.push(key) })).toMatchObject({ ok: true });
  expect(met).toEqual([expect.stringMatching(/^SHA256:[\w+/]{43}$/u)]);
  const [pinnedKey = ''] = met;
  expect(await start({ ...login, pinnedKey })).toMatchObject({ ok: true });

  await sshd.kill();
  await sshd.start(true);
  const refused = await start({ ...login, pinnedKey, onFirstKey: (key) => met.push(key) });
  expect(refused).toEqual({
    ok: false,
    fault: { code: 'sshHostKeyChanged', host: '127.0.0.1', now: expect.stringMatching(/^SHA256:/u) as string },
  });
  if (!refused.ok)
    expect(faultWords(refused.fault, 'ru').what).toBe('У сервера 127.0.0.1 сменился ключ. Пароль ему не отправлен.');
  expect(met).toHaveLength(1);
});

test('a port that is asked for by number is the one that is opened', async () => {
  const { login } = await ownServer();
  const any = await start(login);
  if (!any.ok) throw new Error(any.fault.code);
  const remotePort = Number(new URL(any.value.url).port);
  await any.value.close();
  const same = await start({ ...login, remotePort });
  expect(same).toMatchObject({ ok: true, value: { url: any.value.url } });
  // While it is held, the server does not give it to a second one.
  expect(await start({ ...login, remotePort })).toEqual({
    ok: false,
    fault: { code: 'sshNoForward', host: '127.0.0.1', port: remotePort },
  });
});

test('a locked key opens with its phrase, and says what is wrong without it', async () => {
  const { sshd, login } = await ownServer();
  const locked = { ...login, keyFile: sshd.lockedKeyFile };
  expect(await start({ ...locked, secret: sshd.passphrase })).toMatchObject({ ok: true });
  for (const secret of [null, 'другая'])
    expect(await start({ ...locked, secret })).toEqual({
      ok: false,
      fault: { code: 'sshKeyUnreadable', path: sshd.lockedKeyFile, reason: 'passphrase' },
    });
});

test('a key that is none, that is not there, or that the server does not know', async () => {
  const { sshd, login } = await ownServer();
  const none = join(tempFolder(), 'none');
  writeFileSync(none, 'hello');
  const unreadable = async (keyFile: string): Promise<unknown> => {
    const done = await start({ ...login, keyFile });
    return done.ok ? null : done.fault;
  };
  expect(await unreadable(none)).toMatchObject({ code: 'sshKeyUnreadable', reason: 'format' });
  expect(await unreadable(`${sshd.keyFile}.pub`)).toMatchObject({ code: 'sshKeyUnreadable', reason: 'format' });
  expect(await unreadable(`${none}-not`)).toMatchObject({ code: 'sshKeyUnreadable', reason: 'missing' });
  const { sshd: other } = await ownServer();
  expect(await unreadable(other.keyFile)).toMatchObject({ code: 'sshRefused', user: sshd.user });
});

test('a wrong password is said in words, the right one opens', async () => {
  const { port } = await service({ password: 'сим-сим' });
  const login = { port, user: 'olga', auth: 'password' as const };
  const refused = await start({ ...login, secret: 'не тот' });
  expect(refused).toEqual({ ok: false, fault: { code: 'sshRefused', host: '127.0.0.1', user: 'olga' } });
  if (!refused.ok)
    expect(faultWords(refused.fault, 'ru').what).toBe(
      'Сервер 127.0.0.1 не впустил «olga»: не подошёл пароль или ключ.',
    );
  expect(await start({ ...login, secret: 'сим-сим' })).toMatchObject({ ok: true });
});

test('a server that forbids forwarding, and one that is not there', async () => {
  const { sshd, login } = await ownServer({ forwarding: false });
  expect(await start(login)).toEqual({
    ok: false,
    fault: { code: 'sshNoForward', host: '127.0.0.1', port: 0 },
  });
  await sshd.kill();
  expect(await start(login)).toEqual({ ok: false, fault: { code: 'network', host: '127.0.0.1' } });
});

test.each([
  [
    'localhost.run',
    (url: string) => `** connection id ** \r\nabc123.lhr.life tunneled with tls termination, ${url}\r\n`,
  ],
  ['serveo', (url: string) => `\u001b[32mForwarding HTTP traffic from ${url}\u001b[0m\r\n`],
  ['pinggy', (url: string) => `You are not authenticated.\r\nhttp://rnd.a.free.pinggy.link\r\n${url}\r\n`],
])('the address is read as %s prints it, and again when it gives another one', async (_name, says) => {
  const far = await service({ says });
  const tunnel = await start({ port: far.port, bindHost: 'localhost', remotePort: 80 });
  if (!tunnel.ok) throw new Error(tunnel.fault.code);
  expect(tunnel.value.url).toBe(far.given[0]);
  const news: TunnelNews[] = [];
  tunnel.value.onNews((one) => news.push(one));
  await far.move();
  await expect.poll(() => news).toEqual([{ news: 'moved', url: far.given[1] }]);
});

test.each(['', 'localhost', '127.0.0.1', '0.0.0.0', '*'])(
  'whatever the server is asked to listen on: «%s»',
  async (bindHost) => {
    const { login } = await ownServer();
    const listener = createServer((_request, response) => response.end('here'));
    await new Promise<void>((settle) => listener.listen(0, '127.0.0.1', () => settle()));
    onTestFinished(() => void listener.close());
    const { port } = listener.address() as AddressInfo;
    const provider = sshTunnel({ ...nobody, ...login, bindHost });
    const tunnel = await provider.start(port, new AbortController().signal);
    if (!tunnel.ok) throw new Error(tunnel.fault.code);
    onTestFinished(() => tunnel.value.close());
    const reply = await fetch(tunnel.value.url, { headers: { connection: 'close' } });
    expect(await reply.text()).toBe('here');
  },
);
