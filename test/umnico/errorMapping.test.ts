import { afterEach, describe, expect, test } from 'vitest';
import { undiciHttp } from '../../engine/host/undiciHttp.ts';
import type { Channel } from '../../engine/ports/channel.ts';
import { answer, channelTo, scripted } from './parts.ts';
import type { Scripted } from './parts.ts';

const opened: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const part of opened.splice(0).reverse()) await part.close();
});

const hello = {
  thread: { lead: '500123', source: '760001', integration: '7001' },
  text: 'text-canary',
  customId: 'bot:1',
};

async function talkTo(
  script: Parameters<typeof scripted>[0],
): Promise<{ channel: Channel; server: Scripted; lines: string[] }> {
  const server = await scripted(script);
  const { channel, log, close } = channelTo(server.baseUrl);
  opened.push(server, { close });
  return { channel, server, lines: log.lines };
}

describe('a definite answer', () => {
  const refused = (status: number, reason: string) => ({ code: 'refused', status, reason });
  test.each([
    [401, { error: 'Unauthorized' }, { code: 'badToken' }],
    [403, { message: 'Not your lead' }, refused(403, 'Not your lead')],
    [404, { message: 'No such lead' }, refused(404, 'No such lead')],
    [400, { error: 'This server already exists' }, refused(400, 'This server already exists')],
    [422, { message: 'first', error: 'second', errors: ['third'] }, refused(422, 'first')],
    [422, { error: 'second', errors: ['third'] }, refused(422, 'second')],
    [422, { errors: ['one', 'two'] }, refused(422, 'one; two')],
    [422, { errors: ['{"message":"User 9 doesn\'t exist"}'] }, refused(422, "User 9 doesn't exist")],
    [422, { errors: [{ message: 'm' }, { errors: [{ message: 'deep' }] }] }, refused(422, 'm; deep')],
    [422, ['bare', { error: 'array' }], refused(422, 'bare; array')],
    [422, 'plain words', refused(422, 'plain words')],
    [422, '', refused(422, '')],
    [413, '<html><body>Too large</body></html>', refused(413, '')],
    [500, { error: 'x' }, { code: 'upstreamDown', status: 500 }],
    [502, '<html>', { code: 'upstreamDown', status: 502 }],
    [302, '', { code: 'upstreamDown', status: 302 }],
    [408, '', { code: 'timeout', host: expect.stringContaining('127.0.0.1') as string }],
  ])('%i %j', async (status, body, fault) => {
    const { channel } = await talkTo((_, response) => answer(response, status, body));
    expect(await channel.send(hello, '305')).toEqual({ ok: false, fault });
  });

  test.each([
    ['3', 3_000],
    ['0', 0],
    ['999999', 600_000],
    ['soon', 1_500],
    [undefined, 1_500],
  ])('429 with Retry-After %s waits %i ms', async (header, retryAfterMs) => {
    const headers = header === undefined ? {} : { 'retry-after': header };
    const { channel } = await talkTo((_, response) => answer(response, 429, {}, headers));
    expect(await channel.statuses()).toEqual({ ok: false, fault: { code: 'tooManyRequests', retryAfterMs } });
  });

  test('429 with a date waits until then', async () => {
    const date = new Date(Date.now() + 60_000).toUTCString();
    const { channel } = await talkTo((_, response) => answer(response, 429, {}, { 'retry-after': date }));
    const reply = await channel.statuses();
    if (reply.ok || reply.fault.code !== 'tooManyRequests') throw new Error('not a pause');
    expect(reply.fault.retryAfterMs).toBeGreaterThan(55_000);
    expect(reply.fault.retryAfterMs).toBeLessThanOrEqual(60_000);
  });

  test('a long pause holds every call of the account, and none reaches the service', async () => {
    const { channel, server } = await talkTo((_, response) => answer(response, 429, {}, { 'retry-after': '120' }));
    await channel.statuses();
    const next = await channel.send(hello, '305');
    expect(next).toMatchObject({ ok: false, fault: { code: 'tooManyRequests' } });
    expect(server.received).toHaveLength(1);
  });

  test('a short pause is waited out', async () => {
    let first = true;
    const { channel } = await talkTo((_, response) => {
      answer(response, first ? 429 : 200, [], { 'retry-after': '1' });
      first = false;
    });
    await channel.statuses();
    const startedAt = Date.now();
    expect(await channel.statuses()).toEqual({ ok: true, value: [] });
    expect(Date.now() - startedAt).toBeGreaterThan(900);
  });
});

describe('no answer', () => {
  test('connection refused: nothing was sent', async () => {
    const server = await scripted((_, response) => answer(response, 200));
    await server.close();
    const { channel, close } = channelTo(server.baseUrl);
    opened.push({ close });
    expect(await channel.send(hello, '305')).toMatchObject({ ok: false, fault: { code: 'network' } });
  });

  test('a name that does not exist: nothing was sent', async () => {
    const { channel, close } = channelTo('http://umnico.invalid/v1.3');
    opened.push({ close });
    expect(await channel.send(hello, '305')).toEqual({ ok: false, fault: { code: 'network', host: 'umnico.invalid' } });
  });

  test('cut after the request was read: it may have arrived', async () => {
    const { channel } = await talkTo((_request, _response, socket) => socket.resetAndDestroy());
    expect(await channel.send(hello, '305')).toMatchObject({ ok: false, fault: { code: 'timeout' } });
  });

  test('cut in the middle of the answer: it may have arrived', async () => {
    const { channel } = await talkTo((_, response, socket) => {
      response.writeHead(200, { 'content-length': 100 });
      response.write('[{"mess', () => socket.resetAndDestroy());
    });
    expect(await channel.send(hello, '305')).toMatchObject({ ok: false, fault: { code: 'timeout' } });
  });

  test('silence: it may have arrived', async () => {
    const server = await scripted(() => undefined);
    const http = undiciHttp();
    opened.push(server, http);
    const reply = await http.send({ method: 'POST', url: server.baseUrl, body: '{}', timeoutMs: 200 });
    expect(reply).toMatchObject({ ok: false, fault: { code: 'timeout' } });
    expect(server.received).toHaveLength(1);
  });

  test('an answer that never ends: it may have arrived', async () => {
    const server = await scripted((_, response) => void response.writeHead(200).write('['));
    const http = undiciHttp();
    opened.push(server, http);
    const reply = await http.send({ method: 'POST', url: server.baseUrl, body: '{}', timeoutMs: 200 });
    expect(reply).toMatchObject({ ok: false, fault: { code: 'timeout' } });
  });
});

test('an answer larger than any is cut off, long before the time is up', async () => {
  const server = await scripted((_, response) => void response.writeHead(200).write(Buffer.alloc(17 * 1024 * 1024)));
  const http = undiciHttp();
  opened.push(server, http);
  const reply = await http.send({ method: 'POST', url: server.baseUrl, body: '{}', timeoutMs: 600_000 });
  expect(reply).toMatchObject({ ok: false, fault: { code: 'timeout' } });
});

describe('an odd answer', () => {
  test.each([[''], ['null'], ['<html>'], ['{"ok":true}'], ['[]'], ['[{"messageId":null}]']])(
    'a send answered 200 %j is sent',
    async (body) => {
      const { channel } = await talkTo((_, response) => answer(response, 200, body));
      expect(await channel.send(hello, '305')).toEqual({ ok: true, value: [] });
    },
  );

  test.each([
    ['[{"messageId":1},{"messageId":"b"}]', ['1', 'b']],
    ['{"data":[{"messageId":1}]}', ['1']],
    ['{"messageId":"a"}', ['a']],
  ])('ids are read from %s', async (body, ids) => {
    const { channel } = await talkTo((_, response) => answer(response, 200, body));
    expect(await channel.send(hello, '305')).toEqual({ ok: true, value: ids });
  });

  test('a list that is not one is a bad reply that says where', async () => {
    const { channel } = await talkTo((request, response) =>
      answer(response, 200, request.path.endsWith('/managers') ? [{ login: 'no id' }] : { account: {} }),
    );
    expect(await channel.account()).toEqual({ ok: false, fault: { code: 'badReply', at: 'account.account.id' } });
    expect(await channel.managers()).toEqual({ ok: false, fault: { code: 'badReply', at: 'managers.0.id' } });
    expect(await channel.statuses()).toMatchObject({ ok: false, fault: { code: 'badReply', at: 'statuses' } });
  });
});

test('the log holds no token, no text, no phone, whatever happens', async () => {
  const { channel, lines } = await talkTo((request, response) =>
    answer(response, request.path.includes('send') ? 422 : 500, { message: 'text-canary to 79991112233 refused' }),
  );
  const thread = { ...hello.thread, source: '79991112233' };
  await channel.send({ ...hello, thread }, '305');
  await channel.history(thread, 5);
  await channel.addNote('500123', 'text-canary');
  expect(lines.length).toBeGreaterThan(2);
  expect(lines.join('\n')).not.toMatch(/canary|79991112233|Bearer/);
});

test('a token that no header can carry never leaves', async () => {
  const server = await scripted((_, response) => answer(response, 200, []));
  const { channel, close } = channelTo(server.baseUrl, { token: () => 'ключ\r\nx: y' });
  opened.push(server, { close });
  expect(await channel.managers()).toEqual({ ok: false, fault: { code: 'badToken' } });
  expect(server.received).toHaveLength(0);
});
