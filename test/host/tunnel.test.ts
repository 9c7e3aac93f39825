import { readdirSync, readFileSync, statSync } from 'node:fs';
import { createServer, request, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Log } from '../../engine/ports/log.ts';
import { startPublicService } from '../tunnel/publicService.ts';
import { tempFolder } from '../support/tempFolder.ts';
import { reopenEngine, until, unwrap } from './liveShop.ts';
import { heardAll, openTunnelShop, QUICK, registered } from './tunnelShop.ts';

async function site(
  answer: (incoming: IncomingMessage) => number | 'pass',
  passTo = 0,
): Promise<{ url: string; asked: string[] }> {
  const asked: string[] = [];
  const server: Server = createServer((incoming, outgoing) => {
    asked.push(incoming.url ?? '');
    const status = answer(incoming);
    if (status !== 'pass') return outgoing.writeHead(status).end();
    const { method, url, headers } = incoming;
    return incoming.pipe(
      request({ port: passTo, host: '127.0.0.1', method, path: url, headers }, (reply) => {
        outgoing.writeHead(reply.statusCode ?? 502);
        reply.pipe(outgoing);
      }),
    );
  });
  await new Promise<void>((settle) => server.listen(0, '127.0.0.1', () => settle()));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`, asked };
}

test('one’s own server: opened, looked through, registered, and there again after a restart of the engine', async () => {
  const { shop, folder, settings } = await openTunnelShop();
  const { connection } = shop.engine;
  unwrap(await connection.tunnel.choose({ settings }));
  const first = await registered(shop);
  expect(connection.view()).toMatchObject({
    fault: null,
    webhook: { state: 'on', address: first },
    tunnel: {
      state: 'up',
      fault: null,
      latencyMs: expect.any(Number) as number,
      hostKey: expect.stringMatching(/^SHA256:/u) as string,
    },
  });
  expect((await fetch(`${first}/`)).status).toBe(404);
  expect((await fetch(`${first}/api`)).status).toBe(404);
  const anna = await shop.customer('Анна');
  await anna.writes('Здравствуйте');
  await until('the bot listens', async () => (await anna.hears()).length > 0);

  await shop.engine.close();
  await anna.writes('пока никого не было');
  const engine = await reopenEngine(folder, { pace: QUICK });
  onTestFinished(() => engine.close());
  await registered({ ...shop, engine }, first);
  await anna.writes('и потом');
  expect(await heardAll(anna, ['пока никого не было', 'и потом'])).toEqual(['пока никого не было', 'и потом']);
});

test('the server dies: said everywhere in words, and back by itself with what was missed when it is there again', async () => {
  const { shop, sshd, settings } = await openTunnelShop();
  const { connection } = shop.engine;
  unwrap(await connection.tunnel.choose({ settings }));
  await registered(shop);
  const anna = await shop.customer('Анна');
  await anna.writes('Здравствуйте');
  await until('the bot listens', async () => (await anna.hears()).length > 0);

  await sshd.kill();
  const down = await until('it is down', () => {
    const view = connection.view();
    return view.tunnel.fault?.code === 'network' && view.fault !== null ? view : undefined;
  });
  expect(down).toMatchObject({
    fault: { code: 'tunnelDown' },
    webhook: { state: 'off' },
    tunnel: { url: null, latencyMs: null, fault: { code: 'network', host: '127.0.0.1' } },
  });
  // Sending does not depend on the way in.
  expect(connection.isDown()).toBe(false);
  await anna.writes('слышно меня?');
  await sshd.start();
  await registered(shop);
  expect(await heardAll(anna, ['слышно меня?'])).toEqual(['слышно меня?']);
  await until('all is well again', () => connection.view().fault === null);
});

test('another host key: nothing is tried again until a person says that it is the right one', async () => {
  const { shop, sshd, settings } = await openTunnelShop();
  const { tunnel } = shop.engine.connection;
  unwrap(await tunnel.choose({ settings }));
  const before = await registered(shop);
  const known = tunnel.view().hostKey;
  await sshd.kill();
  await sshd.start(true);
  const fault = await until('the change is noticed', () => {
    const view = tunnel.view();
    return view.state === 'down' && view.fault?.code === 'sshHostKeyChanged' ? view.fault : undefined;
  });
  // Minutes, not seconds: each attempt would only be refused again.
  expect((tunnel.view().nextAt ?? 0) - Date.now()).toBeGreaterThan(300_000);
  expect(tunnel.view().hostKey).toBe(known);
  expect(await tunnel.trust('SHA256:another')).toMatchObject({ ok: false, fault: { code: 'notFound' } });
  unwrap(await tunnel.trust(fault.now));
  await registered(shop, before);
  expect(tunnel.view().hostKey).toBe(fault.now);
});

test('T-L2: an address that leads elsewhere is not registered, and is not told the secret of the webhook', async () => {
  const elsewhere = await site((incoming) => (incoming.url === '/' ? 404 : 204));
  const { shop, settings } = await openTunnelShop();
  const { connection, webhook } = shop.engine;
  unwrap(await connection.tunnel.choose({ settings: { ...settings, publicUrl: elsewhere.url } }));
  await until('it is noticed', () => connection.view().tunnel.fault?.code === 'tunnelElsewhere');
  await until('and said', () => connection.view().fault?.code === 'tunnelDown');
  expect(connection.view().webhook).toMatchObject({ state: 'off', address: '' });
  expect(elsewhere.asked.length).toBeGreaterThan(0);
  expect(elsewhere.asked).not.toContain(webhook.path);
  expect([...shop.sandbox.world.webhooks.values()].filter((hook) => hook.url.startsWith(elsewhere.url))).toEqual([]);
});

test('T-L2: an address through which more than the one door is seen is not registered', async () => {
  const { shop, settings } = await openTunnelShop();
  const { connection, webhook } = shop.engine;
  const open = await site((incoming) => (incoming.url === '/' ? 200 : 'pass'), webhook.port);
  unwrap(await connection.tunnel.choose({ settings: { ...settings, publicUrl: open.url } }));
  await until('it is noticed', () => connection.view().tunnel.fault?.code === 'tunnelOpen');
  expect(connection.view().webhook.address).not.toBe(open.url);
});

test('an address of one’s own holds though nobody answers at it from here, and that is said', async () => {
  const { shop } = await openTunnelShop();
  const { connection } = shop.engine;
  const url = 'http://127.0.0.1:1';
  unwrap(await connection.tunnel.choose({ settings: { kind: 'own', url } }));
  expect(connection.view()).toMatchObject({ state: 'on', webhook: { state: 'on', address: url } });
  await until('it is said', () => connection.view().tunnel.fault?.code === 'tunnelUnreachable');
  expect(connection.view()).toMatchObject({ fault: null, tunnel: { state: 'checking' } });
  unwrap(await connection.tunnel.choose({ settings: null }));
  expect(connection.view()).toMatchObject({
    fault: { code: 'noPublicAddress' },
    tunnel: { settings: null, state: 'off' },
  });
});

test('a password is nowhere in the database, the log or what a window sees; on disk only with leave', async () => {
  const password = 'canary-password-7Kq';
  const said: string[] = [];
  const keep = (event: string, facts?: object): void => void said.push(`${event} ${JSON.stringify(facts)}`);
  const log: Log = { debug: keep, info: keep, warn: keep, error: keep };
  const service = await startPublicService(tempFolder(), { password });
  onTestFinished(() => service.close());
  const { shop, folder, settings } = await openTunnelShop({ log });
  const { tunnel } = shop.engine.connection;
  const chosen = { ...settings, port: service.port, user: 'olga', auth: 'password', publicUrl: null } as const;
  const bytes = (): string =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => !name.startsWith('token') && statSync(join(folder, name)).isFile())
      .map((name) => readFileSync(join(folder, name), 'latin1'))
      .join('\n');

  unwrap(await tunnel.choose({ settings: chosen, secret: password }));
  await registered(shop);
  expect(tunnel.view().secret).toBe('memory');
  expect(readdirSync(folder)).not.toContain('token.ssh');
  unwrap(await tunnel.choose({ settings: chosen, allowFile: true }));
  await until('it is up again', () => tunnel.view().state === 'up');
  expect(tunnel.view().secret).toBe('file');
  expect(readFileSync(join(folder, 'token.ssh'), 'utf8')).toBe(password);
  expect(statSync(join(folder, 'token.ssh')).mode & 0o777).toBe(0o600);
  expect(bytes()).toContain('SQLite format 3');
  expect(bytes()).not.toContain(password);
  expect(said.join('\n')).not.toContain(password);
  expect(JSON.stringify(shop.engine.connection.view())).not.toContain(password);
  unwrap(await tunnel.choose({ settings: null }));
  expect(readdirSync(folder)).not.toContain('token.ssh');
});
