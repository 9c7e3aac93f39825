import { describe, expect, test } from 'vitest';
import { openConnected, openHook, text, openSandbox } from './sandboxKit.ts';
import type { Json } from './sandboxKit.ts';

const outgoing = (events: Json[]): Json[] => events.filter((e) => text(e['type']) === 'message.outgoing');
const incoming = (events: Json[]): Json[] => events.filter((e) => text(e['type']) === 'message.incoming');

describe('deliveries', () => {
  test('every second event comes twice', async () => {
    const { hook, startCustomer, write } = await openConnected({ faults: { duplicateEveryNth: 2 } });
    await write(await startCustomer('Анна'), 'раз');
    await hook.until((e) => e.length === 6);
    expect(hook.types()).toEqual([
      'customer.created',
      'lead.created',
      'lead.created',
      'message.incoming',
      'lead.changed',
      'lead.changed',
    ]);
  });

  test('neighbours change places; a lone event still arrives', async () => {
    const { hook, startCustomer, write, call } = await openConnected({ faults: { reorder: true } });
    const { leadId } = await write(await startCustomer('Анна'), 'раз');
    await hook.until((e) => e.length === 4);
    expect(hook.types()).toEqual(['lead.created', 'customer.created', 'lead.changed', 'message.incoming']);
    await call('PUT', `/leads/${leadId}`, { details: 'один' });
    await hook.until((e) => e.length === 5);
  });

  test('a delay holds events back', async () => {
    const { hook, startCustomer, write } = await openConnected({ faults: { delayMs: 60 } });
    const before = Date.now();
    await write(await startCustomer('Анна'), 'раз');
    await hook.until((e) => e.length === 4);
    expect(Date.now() - before).toBeGreaterThanOrEqual(60);
  });

  test('the echo overtakes the answer', async () => {
    const { hook, startCustomer, write, send } = await openConnected({ faults: { echoBeforeReply: true } });
    const { leadId, source } = await write(await startCustomer('Анна'), 'раз');
    await send(leadId, source, 'ответ', 'bot:1');
    expect(outgoing(hook.events)).toHaveLength(1);
  });

  test('the echo overtakes the answer, and a dead hook beside it holds nothing up', async () => {
    const delivery = { retries: 3, backoffMs: 60_000 };
    const faults = { echoBeforeReply: true };
    const { hook, startCustomer, write, send, call, sandbox } = await openConnected({ faults, delivery });
    const dead = await openHook();
    dead.answer = (_request, response) => response.writeHead(500).end();
    await call('POST', '/webhooks', { url: dead.url, name: 'dead' });
    const { leadId, source } = await write(await startCustomer('Анна'), 'раз');
    for (const text of ['ответ', 'ещё']) await send(leadId, source, text, `bot:${text}`);
    expect(outgoing(hook.events)).toHaveLength(2);
    // Nothing was given up: the dead one has its repeats before it.
    const toDead = sandbox.deliveries().filter((attempt) => attempt.url === dead.url);
    expect(toDead.map((attempt) => attempt.outcome)).toEqual(['retry']);
  });

  test('a dropped echo never comes, though the message is there', async () => {
    const { hook, startCustomer, write, send, call } = await openConnected({ faults: { dropEcho: true } });
    const { leadId, source } = await write(await startCustomer('Анна'), 'раз');
    await send(leadId, source, 'ответ', 'bot:1');
    await call('PUT', `/leads/${leadId}`, { details: 'после' });
    await hook.until((e) => e.length === 5);
    expect(outgoing(hook.events)).toEqual([]);
  });

  test("Umnico's own greeting looks like anybody's message", async () => {
    const { hook, startCustomer, write } = await openConnected({ faults: { foreignAutoReply: true } });
    await write(await startCustomer('Анна'), 'раз');
    await hook.until((e) => e.length === 5);
    const [greeting] = outgoing(hook.events);
    expect(greeting!['message']).toMatchObject({
      incoming: false,
      message: { text: expect.stringContaining('автоответ') as unknown },
    });
    expect(greeting!['message']).not.toHaveProperty('customId');
  });
});

describe('shapes', () => {
  test('times in milliseconds, numbers as strings, source without type and realId', async () => {
    const { hook, control, startCustomer, write, call, botId } = await openConnected();
    await control('PATCH', '/faults', { datetime: 'ms', messageId: 'string', omitSourceType: true, omitRealId: true });
    const { leadId } = await write(await startCustomer('Анна'), 'раз');
    await hook.until((e) => e.length === 4);
    const message = incoming(hook.events)[0]!['message']!;
    expect(message['datetime']).toEqual(expect.any(Number));
    expect(message['messageId']).toMatch(/^3EB0/);
    expect(Object.keys(message['source']!).sort()).toEqual(['id', 'saId']);
    const body = { message: { text: 'да' }, source: message['source']!['id'], userId: botId };
    expect((await call('POST', `/messaging/${leadId}/send`, body)).status).toBe(200);
  });

  test('where there is no realId the native id serves for files, sending and history', async () => {
    const { hook, startCustomer, write, call, sandbox, botId } = await openConnected({ faults: { omitRealId: true } });
    const { leadId } = await write(await startCustomer('Анна'), 'раз');
    const [heard] = incoming(await hook.until((e) => incoming(e).length === 1));
    const source = text(heard!['message']!['source']!['id']);
    const form = new FormData();
    form.append('source', source);
    form.append('media', new File(['PNG!'], 'a.png', { type: 'image/png' }));
    const headers = { authorization: `Bearer ${sandbox.token}` };
    const uploaded = await fetch(`${sandbox.apiUrl}/messaging/upload`, { method: 'POST', headers, body: form });
    const message = { text: '', attachment: (await uploaded.json()) as unknown };
    const sent = await call('POST', `/messaging/${leadId}/send`, { message, source, userId: botId, customId: 'bot:1' });
    expect(sent.status).toBe(200);
    const history = await call('POST', `/messaging/${leadId}/history/${source}`, {});
    expect(history.json['messages']).toMatchObject([{ customId: 'bot:1' }, { message: { text: 'раз' } }]);
    expect((await call('POST', `/messaging/${leadId}/history/user_1`, {})).status).toBe(422);
  });

  test('numbers of two channels collide if so switched, and never otherwise', async () => {
    const { control, startCustomer, write } = await openSandbox();
    const number = async (channel: string): Promise<string> =>
      text((await write(await startCustomer('К', channel), 'раз')).reply['message']!['messageId']);
    expect(await number('telegram')).not.toBe(await number('widget'));
    await control('PATCH', '/faults', { messageIdCollides: true });
    expect(await number('telegram')).toBe(await number('widget'));
  });

  test('comments and group chats are told by their source', async () => {
    const { hook, control, startCustomer, write } = await openConnected();
    const customer = await startCustomer('Анна', 'vk_group');
    await control('PATCH', '/faults', { commentSource: true });
    await write(customer, 'почём?');
    await control('PATCH', '/faults', { commentSource: false, groupChat: true });
    await write(customer, 'всем привет');
    const [comment, group] = incoming(await hook.until((e) => incoming(e).length === 2));
    expect(comment!['message']).toMatchObject({
      source: { type: 'comment' },
      preview: { description: expect.any(String) as unknown },
    });
    expect(group!['message']!['source']).toMatchObject({
      type: 'message',
      id: expect.stringMatching(/^-100/) as unknown,
    });
    expect(group!['leadId']).toBe(comment!['leadId']);
  });
});

describe('answers', () => {
  test('200 with nothing in it, the message sent all the same', async () => {
    const { startCustomer, write, send, sandbox } = await openSandbox({ faults: { emptySendReply: true } });
    const { leadId, source } = await write(await startCustomer('Анна'), 'раз');
    expect(await send(leadId, source, 'ответ')).toMatchObject({ status: 200, text: '' });
    expect(sandbox.world.messages.size).toBe(2);
  });

  test.each(['status500', 'drop'] as const)(
    'a lost answer (%s) after the message was sent, with its echo',
    async (kind) => {
      const faults = { sendFailAfterDelivery: 1, sendFailKind: kind };
      const { startCustomer, write, send, hook, sandbox } = await openConnected({ faults });
      const { leadId, source } = await write(await startCustomer('Анна'), 'раз');
      const answer = await send(leadId, source, 'ответ', 'bot:7').catch((error: unknown) => error);
      if (kind === 'drop') expect(answer).toBeInstanceOf(Error);
      else expect(answer).toMatchObject({ status: 500 });
      const events = await hook.until((e) => outgoing(e).length === 1);
      expect(outgoing(events)[0]!['message']!['customId']).toBe('bot:7');
      const recorded = sandbox.requests.since(0).at(-1);
      expect(recorded).toMatchObject({ fault: 'sendFailAfterDelivery', status: kind === 'drop' ? 0 : 500 });
    },
  );

  test('an answer that hangs until the client gives up', async () => {
    const faults = { sendFailAfterDelivery: 1, sendFailKind: 'hang' as const };
    const { startCustomer, write, hook, sandbox, botId } = await openConnected({ faults });
    const { leadId, source } = await write(await startCustomer('Анна'), 'раз');
    const giveUp = new AbortController();
    const hanging = fetch(`${sandbox.apiUrl}/messaging/${leadId}/send`, {
      method: 'POST',
      headers: { authorization: `Bearer ${sandbox.token}` },
      body: JSON.stringify({ message: { text: 'ответ' }, source, userId: botId, customId: 'bot:8' }),
      signal: giveUp.signal,
    });
    const failed = expect(hanging).rejects.toThrow('aborted');
    while (sandbox.world.messages.size < 2) await new Promise<void>((resolve) => setImmediate(resolve));
    giveUp.abort();
    await failed;
    await hook.until((e) => outgoing(e).length === 1);
  });

  test('a lost request does nothing', async () => {
    const { startCustomer, write, send, control, sandbox } = await openSandbox();
    const { leadId, source } = await write(await startCustomer('Анна'), 'раз');
    await control('PATCH', '/faults', { lostRequests: 1 });
    await expect(send(leadId, source, 'ответ')).rejects.toThrow();
    expect(sandbox.world.messages.size).toBe(1);
    expect(sandbox.requests.since(0).at(-1)).toMatchObject({ method: 'POST', status: 0, fault: 'lostRequests' });
  });

  test('429 says when to come again; 5xx is as chosen; switched off, all is well', async () => {
    const { call, control } = await openSandbox();
    await control('PATCH', '/faults', { tooManyRequests: 1, retryAfterSeconds: 7 });
    const busy = await call('GET', '/managers');
    expect(busy.status).toBe(429);
    expect(busy.headers.get('retry-after')).toBe('7');
    await control('PATCH', '/faults', { tooManyRequests: 0, serverErrors: 1, serverErrorStatus: 502 });
    expect((await call('GET', '/managers')).status).toBe(502);
    await control('DELETE', '/faults');
    expect((await call('GET', '/managers')).status).toBe(200);
  });

  test('chance repeats itself with the same seed', async () => {
    const run = async (seed: number): Promise<number[]> => {
      const { call } = await openSandbox({ seed, faults: { serverErrors: 0.5 } });
      const all: number[] = [];
      for (let i = 0; i < 20; i += 1) all.push((await call('GET', '/statuses')).status);
      return all;
    };
    const first = await run(7);
    expect(new Set(first)).toEqual(new Set([200, 503]));
    expect(await run(7)).toEqual(first);
    expect(await run(8)).not.toEqual(first);
  });

  test('a switch that does not exist, or a wrong value, is refused', async () => {
    const { control } = await openSandbox();
    await expect(control('PATCH', '/faults', { explode: true })).rejects.toThrow('422');
    await expect(control('PATCH', '/faults', { lostRequests: 2 })).rejects.toThrow('422');
    expect(await control('GET', '/faults')).toMatchObject({ lostRequests: 0 });
  });
});
