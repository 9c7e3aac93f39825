import { describe, expect, test } from 'vitest';
import { list, openSandbox, text } from './sandboxKit.ts';
import type { Client, Json, Reply } from './sandboxKit.ts';

const texts = (page: Json): unknown[] => list(page['messages']).map((m) => m['message']!['text']);

async function upload({ sandbox }: Client, parts: Record<string, string>, name = 'cake.png', type = 'image/png') {
  const form = new FormData();
  form.append('media', new File([new Uint8Array([137, 80, 78, 71])], name, { type }));
  for (const [key, value] of Object.entries(parts)) form.append(key, value);
  const headers = { authorization: `Bearer ${sandbox.token}` };
  const response = await fetch(`${sandbox.apiUrl}/messaging/upload`, { method: 'POST', headers, body: form });
  return { status: response.status, json: (await response.json()) as Json };
}

describe('history', () => {
  test('newest first, page by page, to the end', async () => {
    const { call, startCustomer, write } = await openSandbox();
    const customer = await startCustomer('Анна');
    for (let i = 1; i <= 45; i += 1) await write(customer, `№${i}`);
    const { leadId, source } = await write(customer, '№46');
    const path = `/messaging/${leadId}/history/${source}`;
    const first = (await call('POST', path)).json;
    expect(first['source']).toBe(Number(source));
    expect(texts(first)[0]).toBe('№46');
    const second = (await call('POST', path, { cursor: first['cursor'] })).json;
    const third = (await call('POST', `${path}/`, { cursor: second['cursor'] })).json;
    expect(third['cursor']).toBeNull();
    const all = [...texts(first), ...texts(second), ...texts(third)];
    expect(all).toEqual(Array.from({ length: 46 }, (_, i) => `№${46 - i}`));
  });

  test("another lead's source is refused", async () => {
    const { call, startCustomer, write } = await openSandbox();
    const a = await write(await startCustomer('Анна'), 'раз');
    const b = await write(await startCustomer('Борис'), 'два');
    expect((await call('POST', `/messaging/${a.leadId}/history/${b.source}`, {})).status).toBe(422);
    expect((await call('GET', `/messaging/${a.leadId}/sources`)).json).toMatchObject([
      { realId: Number(a.source), type: 'message', identifier: 'shop_support', saId: 7002 },
    ]);
  });

  test('with a lag, what was sent shows only later', async () => {
    const { call, control, startCustomer, write, send } = await openSandbox({ faults: { historyLagMs: 600_000 } });
    const { leadId, source } = await write(await startCustomer('Анна'), 'раз');
    await send(leadId, source, 'позже');
    const seen = async () => texts((await call('POST', `/messaging/${leadId}/history/${source}`, {})).json);
    expect(await seen()).toEqual(['раз']);
    await control('PATCH', '/faults', { historyLagMs: 0 });
    await send(leadId, source, 'сразу');
    expect(await seen()).toEqual(['сразу', 'раз']);
  });
});

describe('files', () => {
  test.each([
    ['whatsapp2', ['filename', 'src', 'type']],
    ['telegram', ['fileId', 'filename', 'md5', 'mime', 'parts']],
    ['vk_group', ['id', 'url']],
    ['instagramV3', ['mime', 'name', 'size', 'type', 'url']],
    ['widget', ['mime', 'name', 'path']],
  ])('%s: the shape of its own, and the file arrives', async (channel, keys) => {
    const client = await openSandbox();
    const { leadId, source } = await client.write(await client.startCustomer('Анна', channel), 'раз');
    const { status, json } = await upload(client, { source });
    expect(status).toBe(200);
    expect(json['type']).toBe('photo');
    expect(Object.keys(json['media']!).sort()).toEqual(keys);
    const message = { text: '', attachment: json };
    const sent = await client.call('POST', `/messaging/${leadId}/send`, { message, source, userId: client.botId });
    const [attachment] = list(sent.json[0]!['message']!['attachments']);
    expect(attachment).toMatchObject({ type: 'photo', filesize: 4 });
    const file = await fetch(text(attachment!['url']));
    expect(new Uint8Array(await file.arrayBuffer())).toEqual(new Uint8Array([137, 80, 78, 71]));
    await client.control('PATCH', '/faults', { expiredAttachments: true });
    expect((await fetch(text(attachment!['url']))).status).toBe(410);
  });

  test('a file for another source, of another type, or without a destination is refused', async () => {
    const client = await openSandbox();
    const a = await client.write(await client.startCustomer('Анна'), 'раз');
    const b = await client.write(await client.startCustomer('Борис'), 'два');
    const { json } = await upload(client, { source: a.source });
    const send = (to: typeof a, attachment: object): Promise<Reply> =>
      client.call('POST', `/messaging/${to.leadId}/send`, {
        message: { text: '', attachment },
        source: to.source,
        userId: client.botId,
      });
    expect((await send(b, json)).status).toBe(422);
    expect((await send(a, { ...json, type: 'doc' })).status).toBe(400);
    expect((await send(a, { type: 'photo', media: { fileId: 'never uploaded' } })).status).toBe(400);
    expect((await send(a, json)).status).toBe(200);
    expect((await upload(client, {})).status).toBe(422);
    expect((await upload(client, { source: '1' })).status).toBe(422);
  });

  test('the site widget takes a public link', async () => {
    const { write, startCustomer, call, botId } = await openSandbox();
    const { leadId, source } = await write(await startCustomer('Анна', 'widget'), 'раз');
    const attachment = {
      type: 'photo',
      media: { path: 'https://example.org/a.png', name: 'a.png', mime: 'image/png' },
    };
    const { json } = await call('POST', `/messaging/${leadId}/send`, {
      message: { text: '', attachment },
      source,
      userId: botId,
    });
    expect(json[0]!['message']!['attachments']![0]!['url']).toBe('https://example.org/a.png');
  });

  test('a customer sends a file without words, and quotes', async () => {
    const { sandbox, control, startCustomer, call, write } = await openSandbox();
    const customer = await startCustomer('Анна');
    const { leadId, source, reply } = await write(customer, 'вот');
    const attachment = { name: 'голос.ogg', mime: 'audio/ogg', base64: 'T2dnUw==' };
    await control('POST', `/customers/${customer}/messages`, { attachment, replySeq: reply['message']!['seq'] });
    const page = (await call('POST', `/messaging/${leadId}/history/${source}`)).json;
    expect(page['messages']![0]).toMatchObject({
      message: { text: '', attachments: [{ type: 'audio', text: 'голос.ogg' }] },
      replyTo: { message: { text: 'вот' }, incoming: true },
    });
    sandbox.core.faults = { ...sandbox.core.faults, replyToInside: true };
    const inside = (await call('POST', `/messaging/${leadId}/history/${source}`)).json;
    expect(inside['messages']![0]).toMatchObject({ replyTo: null, message: { replyTo: { message: { text: 'вот' } } } });
  });
});

describe('writing first', () => {
  test('a first message makes customer and lead, and the next one goes to the same lead', async () => {
    const { call } = await openSandbox();
    const body = { message: { text: 'Ваш заказ готов' }, destination: '79991112233', saId: 7001, customId: 'post:1' };
    const { status, json } = await call('POST', '/messaging/post', body);
    expect(status).toBe(200);
    expect(json[0]).toMatchObject({ customId: 'post:1', sa: { type: 'whatsapp2' }, source: { id: '79991112233' } });
    await call('POST', '/messaging/post', body);
    const leads = (await call('GET', '/leads/inbox')).json;
    expect(leads).toHaveLength(1);
    expect(leads[0]).toMatchObject({ customer: { phone: '79991112233' }, message: { incoming: false } });
  });

  test.each([
    ['a phone that is none', { destination: '+7 999', saId: 7001 }],
    ['a channel that cannot', { destination: '79991112233', saId: 7005 }],
    ['an unknown channel', { destination: '79991112233', saId: 1 }],
    ['no destination', { saId: 7001 }],
  ])('%s is refused', async (_what, body) => {
    const { call, sandbox } = await openSandbox();
    expect((await call('POST', '/messaging/post', { message: { text: 'а' }, ...body })).status).toBe(422);
    expect(sandbox.world.leads.size).toBe(0);
  });

  test.each([
    ['79991112233', 7001, 200],
    ['79991112000', 7001, 404],
    ['8-800', 7001, 400],
    ['79991112233', 7002, 400],
    ['79991112233', 1, 422],
  ])('number %s on integration %i is %i', async (chatId, saId, status) => {
    const { call } = await openSandbox();
    expect((await call('POST', '/messaging/check-contact', { saId, chatId })).status).toBe(status);
  });
});
