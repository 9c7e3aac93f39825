import { createServer, request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { WebSocket } from 'ws';
import { LIMITS } from '../../engine/model/limits.ts';
import { startWebServer } from '../../engine/web/webServer.ts';
import { traversals } from '../support/traversals.ts';
import { keptLog } from '../umnico/parts.ts';
import { connect, get, greeted, READY, serve, TOKEN } from './webKit.ts';
import { SOON } from '../support/soon.ts';

describe('the page', () => {
  test('is served with the content security policy and to nobody’s cache', async () => {
    const { port } = await serve();
    const page = await get(port, '/?at=/flow/b1');
    expect(page).toMatchObject({ status: 200, body: '<!doctype html>page' });
    expect(page.headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-cache',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'content-security-policy':
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; " +
        `connect-src 'self' ws://127.0.0.1:${String(port)}; frame-ancestors 'none'; base-uri 'none'; form-action 'none'`,
    });
    expect(Object.keys(page.headers).filter((name) => name.startsWith('access-control-'))).toEqual([]);
    expect(page.headers['set-cookie']).toBeUndefined();
  });

  test('is never told the key, and its address is the server’s', async () => {
    const { port, url } = await serve();
    expect(url).toBe(`http://127.0.0.1:${String(port)}`);
    expect(JSON.stringify(await get(port, '/'))).not.toContain(TOKEN);
  });

  test('has its hashed parts kept for ever', async () => {
    const { port } = await serve();
    const script = await get(port, '/assets/index-B_x-1.js');
    expect(script).toMatchObject({ status: 200, body: 'script' });
    expect(script.headers['cache-control']).toContain('immutable');
    expect(script.headers['content-type']).toContain('text/javascript');
  });

  test('HEAD says the same without the body', async () => {
    const { port } = await serve();
    const [head, full] = [await get(port, '/', {}, 'HEAD'), await get(port, '/')];
    expect(head).toMatchObject({ status: 200, body: '' });
    expect(head.headers['content-length']).toBe(full.headers['content-length']);
  });

  test('200 ways out of its folder end in 404', async () => {
    const { port } = await serve();
    const targets = traversals().filter((target) => !/[^\x21-\x7e]/.test(target)); // others can't be sent as they are
    expect(targets.length).toBeGreaterThanOrEqual(200);
    for (const target of targets) {
      expect([target, await get(port, target)]).toMatchObject([target, { status: 404, body: '' }]);
    }
  });

  test('that is not built is 404, and the server’s own folder stays closed', async () => {
    const { port } = await serve({ folder: '' });
    for (const path of ['/', '/package.json', '/index.html']) expect((await get(port, path)).status).toBe(404);
  });

  test.each(['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND'])('%s is 405', async (method) => {
    const { port } = await serve();
    for (const path of ['/', '/ws', '/nothing']) {
      expect(await get(port, path, {}, method)).toMatchObject({
        status: 405,
        body: '',
        headers: { allow: 'GET, HEAD' },
      });
    }
  });

  test('the socket’s address is no page', async () => {
    const { port } = await serve();
    expect((await get(port, '/ws')).status).toBe(404);
  });
});

/** Only the last of each is right. `PORT` is the server's. */
const HOSTS = ['evil.example:PORT', '127.0.0.1:1', '127.0.0.1.evil.example:PORT', '127.0.0.1:PORT'];
const ORIGINS = [undefined, 'https://evil.example', 'http://127.0.0.1:1', 'http://127.0.0.1:PORT'];
const KEYS = ['', `${TOKEN}x`, TOKEN];

describe('4 hosts × 4 origins × 3 keys: one gets in (reliability.md, 4.9)', () => {
  const cells = HOSTS.flatMap((host) => ORIGINS.flatMap((origin) => KEYS.map((key) => ({ host, origin, key }))));
  const right = cells.at(-1);

  test.each(cells)('Host $host, Origin $origin, key "$key"', async ({ host, origin, key }) => {
    const { port, asked, push } = await serve();
    const put = (text: string): string => text.replace('PORT', String(port));
    const headers = { host: put(host), ...(origin === undefined ? {} : { origin: put(origin) }) };
    const rightHost = host === HOSTS.at(-1);
    expect((await get(port, '/', { host: put(host) })).status).toBe(rightHost ? 200 : 403);

    const page = connect(port, headers);
    const opens = await Promise.race([page.opened.then(() => true), page.ended.then(() => false)]);
    expect(opens).toBe(rightHost && origin === ORIGINS.at(-1));
    if (opens) {
      page.say({ hello: key });
      page.say({ id: 1, method: 'bots.list', params: {} });
    }
    if (right?.host === host && right.origin === origin && right.key === key) {
      await page.next(2);
      expect(page.heard).toEqual([READY, { id: 1, ok: true, value: 'answer' }]);
    } else {
      push({ push: 'bots' });
      expect(await page.ended).toBe(opens ? 4401 : 403);
      expect([page.heard, asked]).toEqual([[], []]);
    }
  });

  test.each(['localhost', '[::1]'])('%s is this computer too', async (name) => {
    const { port } = await serve();
    const host = `${name}:${String(port)}`;
    const page = connect(port, { host, origin: `http://${host}` });
    await page.opened;
    expect((await get(port, '/', { host })).headers['content-security-policy']).toContain(`ws://${host}`);
    // Two names of the same computer are two origins to a browser.
    expect(await connect(port, { host, origin: `http://127.0.0.1:${String(port)}` }).ended).toBe(403);
  });

  test.each(['cross-site', 'same-site', 'none'])('a browser that says %s is refused', async (site) => {
    const { port, origin } = await serve();
    expect(await connect(port, { origin, 'sec-fetch-site': site }).ended).toBe(403);
    await connect(port, { origin, 'sec-fetch-site': 'same-origin' }).opened;
  });

  test.each(['/', '/ws/', '/ws?key=1', '/other', '/../ws'])('there is no socket at %s', async (path) => {
    const { port, origin } = await serve();
    const refused = await new Promise<string>((done) => {
      const headers = { origin, connection: 'Upgrade', upgrade: 'websocket', 'sec-websocket-version': '13' };
      const request = httpRequest({
        port,
        path,
        headers: { ...headers, 'sec-websocket-key': 'AAAAAAAAAAAAAAAAAAAAAA==' },
      });
      request.on('response', (response) => done(String(response.statusCode)));
      request.on('upgrade', () => done('opened'));
      request.end();
    });
    expect(refused).toBe('404');
  });
});

describe('the key', () => {
  afterEach(() => vi.useRealTimers());

  test('that is wrong five times closes the door for a minute, to everybody', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: 1_000_000 });
    const { port, origin } = await serve();
    const inside = await greeted(port, origin);
    const knock = async (key: string): Promise<number | 'in'> => {
      const page = connect(port, { origin });
      await page.opened;
      page.say({ hello: key });
      return Promise.race([page.ended, new Promise<'in'>((done) => page.socket.once('message', () => done('in')))]);
    };
    for (let time = 0; time < 4; time += 1) expect(await knock('wrong')).toBe(4401);
    expect(await knock(TOKEN)).toBe('in'); // a person who mistyped
    for (let time = 0; time < 5; time += 1) expect(await knock('wrong')).toBe(4401);
    const closed = Date.now(); // waiting for a condition moves a faked clock
    expect(await knock(TOKEN)).toBe(4429);
    vi.setSystemTime(closed + 59_999);
    expect(await knock(TOKEN)).toBe(4429);
    inside.say({ id: 9, method: 'x', params: {} }); // who is in stays in
    await inside.next(1);
    vi.setSystemTime(closed + 60_000);
    expect(await knock(TOKEN)).toBe('in');
  });

  test('must be said within five seconds', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { port, origin } = await serve();
    const page = connect(port, { origin });
    await page.opened;
    await new Promise((settled) => setImmediate(settled)); // the server's end is open as well
    vi.advanceTimersByTime(4_999);
    expect(page.socket.readyState).toBe(WebSocket.OPEN);
    vi.advanceTimersByTime(1);
    expect(await page.ended).toBe(4408);
  });

  test.each<[string, unknown, number]>([
    ['another shape', { key: TOKEN }, 4401],
    ['more than a key', { hello: TOKEN, id: 1 }, 4401],
    ['a number', { hello: 7 }, 4401],
    ['null', null, 4401],
    ['a request first', { id: 1, method: 'bots.list', params: {} }, 4401],
    ['no JSON', 'hello', 1007],
    ['something huge', { hello: 'x'.repeat(2_000) }, 1007],
  ])('%s instead of a hello is the end', async (_, message, code) => {
    const { port, origin, asked } = await serve();
    const page = connect(port, { origin });
    await page.opened;
    page.say(message);
    page.say({ hello: TOKEN });
    page.say({ id: 1, method: 'bots.list', params: {} });
    expect(await page.ended).toBe(code);
    expect([page.heard, asked]).toEqual([[], []]);
  });

  test('that is empty opens nothing', async () => {
    const { port, origin } = await serve({ token: '' });
    const page = connect(port, { origin });
    await page.opened;
    page.say({ hello: '' });
    expect(await page.ended).toBe(4401);
  });

  test('is in no log', async () => {
    const { port, origin, log } = await serve();
    await greeted(port, origin);
    const page = connect(port, { origin });
    await page.opened;
    page.say({ hello: `${TOKEN}-wrong` });
    await page.ended;
    expect(log.lines.join()).toContain('web.refused');
    expect(log.lines.join()).not.toContain(TOKEN);
  });
});

describe('the wire', () => {
  test('carries requests and replies in any order, and pushes', async () => {
    const waiting = new Map<number, () => void>();
    const { port, origin, push } = await serve({
      answer: (envelope) =>
        new Promise((done) => {
          const { id } = envelope as { id: number };
          waiting.set(id, () => done({ id, ok: true, value: 'Ответ' }));
        }),
    });
    const page = await greeted(port, origin);
    page.say({ id: 1, method: 'a', params: {} });
    page.say({ id: 2, method: 'b', params: { text: 'Привет ✌️' } });
    await vi.waitFor(() => expect(waiting.size).toBe(2), SOON);
    waiting.get(2)?.();
    push({ push: 'bots' });
    await page.next(2);
    waiting.get(1)?.();
    await page.next(3);
    expect(new Set(page.heard.slice(0, 2))).toEqual(new Set([{ id: 2, ok: true, value: 'Ответ' }, { push: 'bots' }]));
    expect(page.heard[2]).toEqual({ id: 1, ok: true, value: 'Ответ' });
  });

  test('a window that is closed is not told any more', async () => {
    const { port, origin, listening } = await serve();
    const page = await greeted(port, origin);
    expect(listening()).toBe(1);
    page.socket.close();
    await vi.waitFor(() => expect(listening()).toBe(0), SOON);
  });

  test('a surprise behind an answer is the fault internal, without its words', async () => {
    const { port, origin, log } = await serve({ answer: () => Promise.reject(new Error('canary-text')) });
    const page = await greeted(port, origin);
    page.say({ id: 5, method: 'a', params: {} });
    await page.next(1);
    expect(page.heard[0]).toMatchObject({ id: 5, ok: false, fault: { code: 'internal' } });
    expect(JSON.stringify([page.heard, log.lines])).not.toContain('canary-text');
  });

  test('bytes, or what is not JSON, end the conversation', async () => {
    const { port, origin } = await serve();
    const bytes = await greeted(port, origin);
    bytes.socket.send(Buffer.from('{}'), { binary: true });
    expect(await bytes.ended).toBe(1007);
    const text = await greeted(port, origin);
    text.say('{"id":');
    expect(await text.ended).toBe(1007);
  });

  test('a message over the limit is not taken in', async () => {
    const { port, origin, asked } = await serve();
    const page = await greeted(port, origin);
    page.say({ id: 1, method: 'a', params: 'x'.repeat(LIMITS.requestBytes) });
    expect(await page.ended).toBe(1009);
    expect(asked).toEqual([]);
  });

  test('a page that went wild can’t open sockets without end', async () => {
    const { port, origin } = await serve();
    const pages = Array.from({ length: 32 }, () => connect(port, { origin }));
    await Promise.all(pages.map((page) => page.opened));
    expect(await connect(port, { origin }).ended).toBe(503);
  });
});

test('a port that is taken is told as a fault', async () => {
  const other = createServer();
  await new Promise<void>((done) => other.listen(0, '127.0.0.1', done));
  onTestFinished(() => void other.close());
  const { port } = other.address() as AddressInfo;
  const started = await startWebServer({
    port,
    host: '127.0.0.1',
    token: TOKEN,
    folder: '',
    answer: () => Promise.resolve(null),
    onPush: () => () => {},
    log: keptLog(),
  });
  expect(started).toEqual({ ok: false, fault: { code: 'portInUse', port } });
});

test('closing ends every connection and frees the port', async () => {
  const { port, origin, close } = await serve();
  const page = await greeted(port, origin);
  await close();
  expect(await page.ended).toBe(1006);
  await expect(get(port, '/')).rejects.toThrow('ECONNREFUSED');
});
