import { describe, expect, onTestFinished, test } from 'vitest';
import { requestRunner } from '../../engine/host/requestRunner.ts';
import { publicLookup } from '../../engine/host/requestGuard.ts';
import { LIMITS } from '../../engine/model/limits.ts';
import type { AuthorRequest } from '../../engine/ports/http.ts';
import { json, openTrap } from './trap.ts';

function runner() {
  const requests = requestRunner();
  onTestFinished(() => requests.stop());
  return (wanted: Partial<AuthorRequest> & { url: string }) =>
    requests.run({
      method: 'GET',
      headers: {},
      timeoutMs: 5_000,
      privateHosts: ['127.0.0.1'],
      ownPorts: [],
      ...wanted,
    });
}
const refused = (why: string) => ({
  ok: false,
  fault: { code: 'requestRefused', why, about: expect.any(String) as string },
});

describe('what the computer’s owner has not allowed is not even connected to', () => {
  test.each([
    '127.0.0.1',
    '127.1',
    '0x7f.1',
    '2130706433',
    '[::ffff:127.0.0.1]',
    'localhost',
    'localhost.',
    'a.localhost',
  ])('%s', async (host) => {
    const trap = await openTrap();
    const run = runner();
    const got = await run({ url: `http://${host}:${String(trap.port)}/`, privateHosts: [] });
    expect(got).toEqual(refused('privateAddress'));
    expect(trap.connections).toBe(0);
  });

  test('a name that turns out to mean this computer is refused as it connects', async () => {
    const found = await new Promise((done) => {
      publicLookup('localhost', { all: true }, (error, addresses) => done({ code: error?.code, addresses }));
    });
    expect(found).toEqual({ code: 'ERR_REFUSED_ADDRESS', addresses: [] });
  });

  test.each([['other.example'], ['127.0.0.1:1'], ['27.0.0.1'], ['']])(
    'allowing %o allows no more than it says',
    async (allowed) => {
      const trap = await openTrap();
      const run = runner();
      expect(await run({ url: trap.url, privateHosts: [allowed] })).toEqual(refused('privateAddress'));
      expect(trap.connections).toBe(0);
    },
  );

  test('one port of a host may be allowed', async () => {
    const trap = await openTrap();
    const run = runner();
    const got = await run({ url: trap.url, privateHosts: [`127.0.0.1:${String(trap.port)}`] });
    expect(got).toEqual({ ok: true, value: { status: 200, body: '{}' } });
  });

  test('the engine’s own ports are not, whatever is allowed', async () => {
    const trap = await openTrap();
    const run = runner();
    expect(await run({ url: trap.url, ownPorts: [trap.port] })).toEqual(refused('ownPort'));
    expect(trap.connections).toBe(0);
  });

  test.each([
    ['ports of other things', 'https://example.org:25/', 'port'],
    ['other schemes', 'file:///etc/passwd', 'scheme'],
    ['no address at all', 'nonsense', 'address'],
  ])('%s', async (_, url, reason) => {
    expect(await runner()({ url })).toEqual(refused(reason));
  });
});

describe('an exchange', () => {
  test('a redirect is an answer, and is not followed', async () => {
    const [trap, other] = [await openTrap(), await openTrap()];
    trap.answers((_, response) => void response.writeHead(302, { location: other.url }).end());
    expect(await runner()({ url: trap.url })).toEqual({ ok: true, value: { status: 302, body: '' } });
    expect([trap.requests.length, other.connections]).toEqual([1, 0]);
  });

  test.each([64_001, 5_000_000])(
    'of a body of %i characters no more is kept than a record can hold',
    async (length) => {
      const trap = await openTrap();
      trap.answers((_, response) => void response.end('я'.repeat(length)));
      const got = await runner()({ url: trap.url });
      expect(got).toMatchObject({ ok: true, value: { status: 200 } });
      expect(got.ok && got.value.body).toBe('я'.repeat(LIMITS.httpReplyCharacters));
    },
  );

  test('a body without an end is cut, not waited for', async () => {
    const trap = await openTrap();
    trap.answers((_, response) => {
      const pour = (): void => {
        while (!response.destroyed && response.write('x'.repeat(10_000)));
        if (!response.destroyed) response.once('drain', pour);
      };
      pour();
    });
    const got = await runner()({ url: trap.url });
    expect(got.ok && got.value.body.length).toBe(LIMITS.httpReplyCharacters);
  });

  test('a body that comes drop by drop is given up in time', async () => {
    const trap = await openTrap();
    trap.answers((_, response) => {
      const drip = setInterval(() => response.write('x'), 50);
      response.on('close', () => clearInterval(drip));
    });
    // The drops never end: without the limit this would not come back.
    expect(await runner()({ url: trap.url, timeoutMs: 400 })).toMatchObject({ ok: false, fault: { code: 'timeout' } });
  });

  test('nobody there', async () => {
    const trap = await openTrap();
    const run = runner();
    trap.answers((_, response) => void response.destroy());
    expect(await run({ url: trap.url })).toMatchObject({ ok: false, fault: { code: 'timeout' } });
    expect(await run({ url: 'http://127.0.0.1:9' })).toEqual(refused('port'));
  });

  test('letters of any alphabet go through a header, and windows-1251 comes back readable', async () => {
    const trap = await openTrap();
    trap.answers((_, response) => {
      response.writeHead(200, { 'content-type': 'text/plain; charset=windows-1251' });
      response.end(Buffer.from([0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2]));
    });
    expect(await runner()({ url: trap.url, headers: { 'x-name': 'Аня' } })).toMatchObject({
      value: { body: 'Привет' },
    });
    expect(Buffer.from(String(trap.requests[0]?.headers['x-name']), 'latin1').toString('utf8')).toBe('Аня');
  });

  test('what undici itself would not send is a refusal, not a crash', async () => {
    const trap = await openTrap();
    expect(await runner()({ url: trap.url, headers: { 'x-a': 'v\r\nx-admin: 1' } })).toEqual(refused('request'));
    expect(trap.requests).toEqual([]);
  });

  test('a body goes out as it is', async () => {
    const trap = await openTrap();
    trap.answers(json({ made: true }, 201));
    const body = '{ "name": "Аня" }';
    const got = await runner()({ url: `${trap.url}/a%2Fb?q=%0D`, method: 'PATCH', body });
    expect(got).toEqual({ ok: true, value: { status: 201, body: '{"made":true}' } });
    expect(trap.requests).toMatchObject([{ line: 'PATCH /a%2Fb?q=%0D', body }]);
  });
});
