import { request } from 'node:http';
import { describe, expect, test } from 'vitest';
import { openSandbox, text } from './sandboxKit.ts';

describe('who may call', () => {
  test.each([
    ['no header', undefined],
    ['a wrong token', 'Bearer nonsense'],
    ['an unknown scheme', 'Basic nonsense'],
    ['the token under the login scheme', 'JWT TOKEN'],
    ['the token without a scheme', 'TOKEN'],
  ])('%s is refused', async (_what, header) => {
    const { sandbox } = await openSandbox();
    const authorization = header?.replace('TOKEN', sandbox.token);
    const response = await fetch(`${sandbox.apiUrl}/account/me`, { headers: authorization ? { authorization } : {} });
    expect(response.status).toBe(401);
    expect(await response.json()).toEqual({ error: 'Unauthorized' });
  });

  test('both letter cases of the scheme are taken, until lower case is switched off', async () => {
    const { sandbox, call, control } = await openSandbox();
    const me = (scheme: string) =>
      call('GET', '/account/me', undefined, { authorization: `${scheme} ${sandbox.token}` });
    expect((await me('bearer')).status).toBe(200);
    expect((await me('Bearer')).json['account']).toMatchObject({ status: 'active' });
    await control('PATCH', '/faults', { rejectLowerCaseBearer: true });
    expect((await me('bearer')).status).toBe(401);
    expect((await me('Bearer')).status).toBe(200);
  });

  test('an employee logs in, calls, and renews the login', async () => {
    const { sandbox, call } = await openSandbox();
    const wrong = await call('POST', '/auth/login', { login: 'owner@example.org', pass: 'guess' });
    expect(wrong.status).toBe(401);
    const { json } = await call('POST', '/auth/login', { login: 'owner@example.org', pass: sandbox.token });
    const access = text(json['accessToken']!['token']);
    expect((await call('GET', '/statuses', undefined, { authorization: `JWT ${access}` })).status).toBe(200);
    expect((await call('GET', '/statuses', undefined, { authorization: access })).status).toBe(200);
    const refresh = text(json['refreshToken']!['token']);
    const renewed = await call('POST', '/auth/tokens', undefined, { authorization: `JWT ${refresh}` });
    expect(renewed.json['accessToken']!['token']).not.toBe(access);
    expect((await call('POST', '/auth/tokens', undefined, { authorization: `JWT ${refresh}` })).status).toBe(401);
  });
});

describe('send', () => {
  const cases: [string, (ok: Record<string, unknown>) => unknown, number, RegExp][] = [
    ['no source', ({ source: _, ...rest }) => rest, 422, /source is required/],
    ['no userId', ({ userId: _, ...rest }) => rest, 422, /userId is required/],
    ['an unknown employee', (ok) => ({ ...ok, userId: 999 }), 422, /User 999 doesn't exist for this account/],
    ['an employee as text', (ok) => ({ ...ok, userId: '301' }), 422, /User 301 doesn't exist/],
    ['half an employee', (ok) => ({ ...ok, userId: 301.5 }), 422, /doesn't exist/],
    ['a native source id', (ok) => ({ ...ok, source: 'user_900800700' }), 422, /digits/],
    ['a source of nobody', (ok) => ({ ...ok, source: '999999' }), 422, /doesn't belong/],
    ['a foreign integration', (ok) => ({ ...ok, saId: 7002 }), 422, /saId/],
    ['neither text nor file', (ok) => ({ ...ok, message: { text: '' } }), 422, /text or attachment/],
    ['no message', ({ message: _, ...rest }) => rest, 422, /message is required/],
    [
      'a file without the text key on whatsapp2',
      (ok) => ({ ...ok, message: { attachment: photo } }),
      422,
      /message.text/,
    ],
    ['a foreign link on whatsapp2', (ok) => ({ ...ok, message: { text: '', attachment: photo } }), 500, /Internal/],
    ['a quote of nothing', (ok) => ({ ...ok, replyId: 5 }), 422, /reply/],
  ];
  const photo = { type: 'photo', media: { type: 'image/png', filename: 'a.png', src: 'https://example.org/a.png' } };

  test.each(cases)('%s is refused and nothing is sent', async (_what, spoil, status, message) => {
    const { call, startCustomer, write, botId, sandbox } = await openSandbox();
    const { leadId, source } = await write(await startCustomer('Анна', 'whatsapp2'), 'Привет');
    const answer = await call(
      'POST',
      `/messaging/${leadId}/send`,
      spoil({ message: { text: 'Да' }, source, userId: botId }),
    );
    expect(answer.status).toBe(status);
    expect(answer.text).toMatch(message);
    expect(sandbox.world.messages.size).toBe(1);
  });

  test('a good one is answered with an array that carries the customId; source may be a number', async () => {
    const { call, startCustomer, write, botId } = await openSandbox();
    const { leadId, source } = await write(await startCustomer('Анна'), 'Привет');
    const body = { message: { text: 'Да' }, source: Number(source), userId: botId, customId: 'bot:1' };
    const { status, json } = await call('POST', `/messaging/${leadId}/send/`, body);
    expect(status).toBe(200);
    expect(json).toHaveLength(1);
    expect(json[0]).toMatchObject({ customId: 'bot:1', incoming: false, message: { text: 'Да' } });
    expect(json[0]!['messageId']).toEqual(expect.any(Number));
    expect(json[0]!['source']).toMatchObject({ realId: Number(source), type: 'message' });
  });

  test('an unknown lead is 404', async () => {
    const { send } = await openSandbox();
    expect((await send(1, '1', 'Да')).status).toBe(404);
  });
});

describe('bodies and paths', () => {
  test.each([
    ['malformed JSON', '{"a":', 400],
    ['a list', '[]', 422],
    ['over 1 MB', JSON.stringify({ text: 'x'.repeat(1024 * 1024) }), 413],
  ])('%s is refused', async (_what, raw, status) => {
    const { sandbox } = await openSandbox();
    const headers = { authorization: `Bearer ${sandbox.token}` };
    const response = await fetch(`${sandbox.apiUrl}/webhooks`, { method: 'POST', headers, body: raw });
    expect(response.status).toBe(status);
  });

  test('an unknown path is 404 in JSON, a trailing slash is not another path', async () => {
    const { call } = await openSandbox();
    expect(await call('GET', '/nonsense')).toMatchObject({ status: 404, json: { error: 'Not found' } });
    expect((await call('GET', '/integrations/')).json).toEqual((await call('GET', '/integrations')).json);
    expect((await call('GET', '/customers/5/')).status).toBe(404);
  });

  test('with nested errors switched on, entries are strings that contain JSON', async () => {
    const { call } = await openSandbox({ faults: { nestedErrorStrings: true } });
    const { json } = await call('GET', '/leads/all?limit=many');
    expect(JSON.parse(text(json['errors']![0]))).toEqual({ message: expect.stringContaining('limit') as unknown });
  });

  test('the page and the control interface refuse a foreign Host and a missing key', async () => {
    const { sandbox } = await openSandbox();
    const status = (path: string, headers: Record<string, string>): Promise<number | undefined> =>
      new Promise((resolve) => {
        request(sandbox.url + path, { headers }, (r) => resolve(r.resume().statusCode)).end();
      });
    const key = { 'x-sandbox-key': sandbox.world.pageKey };
    expect(await status('/sandbox/state', key)).toBe(200);
    expect(await status('/sandbox/state', {})).toBe(401);
    expect(await status('/sandbox/state', { ...key, host: 'evil.example:80' })).toBe(403);
    expect(await status('/', {})).toBe(200);
    expect(await status('/', { host: 'evil.example:80' })).toBe(403);
    expect(await status('/%2e%2e/startSandbox.ts', {})).toBe(404);
  });
});
