import { afterEach, describe, expect, test } from 'vitest';
import { fail, ok } from '../../engine/model/result.ts';
import type { UmnicoOptions } from '../../engine/umnico/umnicoChannel.ts';
import { answer, channelTo, scripted } from './parts.ts';

const opened: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const part of opened.splice(0).reverse()) await part.close();
});

async function talkTo(script: Parameters<typeof scripted>[0], options: Partial<UmnicoOptions> = {}) {
  const server = await scripted(script);
  const { channel, close } = channelTo(server.baseUrl, options);
  opened.push(server, { close });
  const asked = () => server.received.map(({ method, path, body }) => `${method} ${path} ${body}`.trim());
  return { channel, server, asked };
}

const thread = { lead: '500123', source: '760001', integration: '7001' };

describe('sending', () => {
  test('a text goes with everything the service wants, in the types it wants', async () => {
    const { channel, server } = await talkTo((_, response) => answer(response, 200, []));
    await channel.send({ thread, text: 'Добрый день', customId: 'bot:1' }, '305');
    const [request] = server.received;
    expect(request).toMatchObject({
      method: 'POST',
      path: '/v1.3/messaging/500123/send',
      headers: { authorization: 'Bearer token-canary', 'content-type': 'application/json' },
    });
    expect(request?.headers['user-agent']).toMatch(/^Dialogram\//);
    expect(JSON.parse(request?.body ?? '')).toEqual({
      message: { text: 'Добрый день' },
      source: '760001',
      userId: 305,
      saId: 7001,
      customId: 'bot:1',
    });
  });

  test('a picture is uploaded for its source, and what came back is attached untouched', async () => {
    const media = { type: 'image/png', filename: 'cake.png', src: 'x', odd: { deep: [1] } };
    const { channel, server } = await talkTo(
      (request, response) => answer(response, 200, request.path.endsWith('/upload') ? { type: 'photo', media } : []),
      {
        readFile: () =>
          Promise.resolve(ok({ name: '../../cake.png', type: 'image/png', bytes: new TextEncoder().encode('PNG!') })),
      },
    );
    const sent = await channel.send(
      { thread, text: '', media: { kind: 'image', url: 'https://example.org/cake.png' }, customId: 'bot:2' },
      '305',
    );
    expect(sent.ok).toBe(true);
    const [upload, message] = server.received;
    expect(upload?.headers['content-type']).toMatch(/^multipart\/form-data; boundary=/);
    expect(upload?.body).toContain('name="source"\r\n\r\n760001');
    expect(upload?.body).toContain('name="media"; filename="cake.png"');
    expect(upload?.body).toContain('Content-Type: image/png\r\n\r\nPNG!');
    expect(JSON.parse(message?.body ?? '')).toMatchObject({
      message: { text: '', attachment: { type: 'photo', media } },
    });
  });

  test.each([
    [422, { code: 'refused', status: 422, reason: 'upload: no' }],
    [502, { code: 'network', host: expect.stringContaining('(upload)') as string }],
    [200, { code: 'badReply', at: 'upload.type' }],
  ])('an upload answered %i fails as itself, and no message goes', async (status, fault) => {
    const { channel, server } = await talkTo((_, response) => answer(response, status, { error: 'no' }), {
      readFile: () => Promise.resolve(ok({ name: 'a.png', type: 'image/png', bytes: new Uint8Array([1]) })),
    });
    const message = { thread, text: '', media: { kind: 'image', url: 'https://e.org/a.png' }, customId: 'b' } as const;
    expect(await channel.send(message, '305')).toEqual({ ok: false, fault });
    expect(server.received.map((request) => request.path)).toEqual(['/v1.3/messaging/upload']);
  });

  test('a picture that can not be fetched says so', async () => {
    const { channel, server } = await talkTo((_, response) => answer(response, 200, []), {
      readFile: () => Promise.resolve(fail({ code: 'timeout', host: 'e.org' })),
    });
    const message = { thread, text: '', media: { kind: 'image', url: 'https://e.org/a.png' }, customId: 'b' } as const;
    expect(await channel.send(message, '305')).toEqual({ ok: false, fault: { code: 'network', host: 'file' } });
    expect(server.received).toHaveLength(0);
  });

  test('a native source id is exchanged for the number that send accepts', async () => {
    const threads = [
      { id: 'post_1', type: 'comment', realId: 1, saId: 7001 },
      { id: 'user_55', type: 'message', realId: 760009, saId: 7001 },
    ];
    const { channel, asked } = await talkTo((request, response) =>
      answer(response, 200, request.path.endsWith('/sources') ? threads : []),
    );
    await channel.send({ thread: { ...thread, source: 'user_55' }, text: 'a', customId: 'b' }, '305');
    await channel.send({ thread: { ...thread, source: '' }, text: 'a', customId: 'b' }, '305');
    expect(asked().filter((line) => line.includes('send') && line.includes('"source":"760009"'))).toHaveLength(2);
  });

  test('with no thread to write to it is told, and a comment is never guessed', async () => {
    const { channel, server } = await talkTo((_, response) =>
      answer(response, 200, [{ id: '1', type: 'comment', realId: 1 }]),
    );
    const sent = await channel.send({ thread: { ...thread, source: '' }, text: 'a', customId: 'b' }, '305');
    expect(sent).toEqual({ ok: false, fault: { code: 'notFound', what: 'source', id: '500123' } });
    expect(server.received).toHaveLength(1);
  });

  test('an employee that is not a number is not even sent', async () => {
    const { channel, server } = await talkTo((_, response) => answer(response, 200, []));
    const sent = await channel.send({ thread, text: 'a', customId: 'b' }, 'anna@example.org');
    expect(sent).toMatchObject({ ok: false, fault: { code: 'badRequest', at: 'userId' } });
    expect(server.received).toHaveLength(0);
  });
});

describe('a lead', () => {
  test('status and person are changed as numbers, one field at a time', async () => {
    const { channel, asked } = await talkTo((_, response) => answer(response, 200, { id: 500123, userId: 301 }));
    expect(await channel.setStatus('500123', '9002')).toEqual({ ok: true, value: undefined });
    expect(await channel.assign('500123', '302')).toEqual({ ok: true, value: undefined });
    expect(asked()).toEqual([
      'PUT /v1.3/leads/500123 {"statusId":9002}',
      'GET /v1.3/leads/500123',
      'PUT /v1.3/leads/500123 {"userId":302}',
    ]);
  });

  test.each([
    [200, ['PUT /v1.3/leads/500123/accept {"userId":302}']],
    [404, ['PUT /v1.3/leads/500123/accept {"userId":302}', 'PUT /v1.3/leads/500123 {"userId":302}']],
  ])('a new one is accepted in the person’s name (answer %i)', async (status, puts) => {
    const { channel, asked } = await talkTo((request, response) =>
      answer(response, request.path.endsWith('/accept') ? status : 200, { id: 500123, userId: null }),
    );
    expect(await channel.assign('500123', '302', true)).toEqual({ ok: true, value: undefined });
    expect(asked().slice(1)).toEqual(puts);
  });

  test.each([
    [null, 'Новая'],
    ['Старая', 'Старая\nНовая'],
    ['Новая', undefined],
    ['Старая\nНовая', undefined],
    ['Совсем Новая', 'Совсем Новая\nНовая'],
  ])('a note is added to %j', async (details, written) => {
    const { channel, server } = await talkTo((_, response) => answer(response, 200, { id: 500123, details }));
    expect((await channel.addNote('500123', 'Новая')).ok).toBe(true);
    const put = server.received.find((request) => request.method === 'PUT');
    expect(put && JSON.parse(put.body)).toEqual(written === undefined ? undefined : { details: written });
  });

  test.each([
    [
      { id: 5, statusId: null, userId: 305, details: null },
      { id: '5', userId: '305' },
    ],
    [{ lead: { id: '5', statusId: 9001 } }, { id: '5', statusId: '9001' }],
    [{ id: 5, statusId: { odd: true }, tags: 7 }, { id: '5' }],
  ])('is read from %j', async (body, lead) => {
    const { channel } = await talkTo((_, response) => answer(response, 200, body));
    expect(await channel.lead('5')).toEqual({ ok: true, value: lead });
  });
});

describe('a message to somebody new', () => {
  const hello = { source: '7001', to: '+7 (999) 111-22-33', text: 'Ваш торт готов', customId: 'bot:9' };

  test.each<[string, unknown, { lead: string | undefined; ids: string[] }]>([
    ['an array of messages', [{ messageId: 5, leadId: 500124 }], { lead: '500124', ids: ['5'] }],
    ['an array without a lead', [{ messageId: '5' }], { lead: undefined, ids: ['5'] }],
    ['an object with the lead', { leadId: 500124 }, { lead: '500124', ids: [] }],
    ['a wrapped lead', { lead: { id: 500124 } }, { lead: '500124', ids: [] }],
    ['nothing', '', { lead: undefined, ids: [] }],
  ])('goes as digits and numbers; the reply may be %s', async (_, body, value) => {
    const { channel, asked } = await talkTo((__, response) => answer(response, 200, body));
    expect(await channel.writeFirst(hello)).toEqual({ ok: true, value });
    expect(asked()).toEqual([
      'POST /v1.3/messaging/post {"message":{"text":"Ваш торт готов"},"destination":"79991112233","saId":7001,"customId":"bot:9"}',
    ]);
  });

  test('a login stays as it is, and a file is uploaded for the integration', async () => {
    const { channel, server } = await talkTo(
      (request, response) =>
        answer(response, 200, request.path.endsWith('/upload') ? { type: 'photo', media: { id: 1 } } : []),
      { readFile: () => Promise.resolve(ok({ name: 'a.png', type: 'image/png', bytes: new Uint8Array([1]) })) },
    );
    const media = { kind: 'image', url: 'https://e.org/a.png' } as const;
    expect((await channel.writeFirst({ ...hello, to: 'anna_demo', media })).ok).toBe(true);
    const [upload, post] = server.received;
    expect(upload?.body).toContain('name="saId"\r\n\r\n7001');
    expect(upload?.body).not.toContain('name="source"');
    expect(JSON.parse(post?.body ?? '')).toMatchObject({
      destination: 'anna_demo',
      message: { attachment: { type: 'photo' } },
    });
  });

  test.each<[number, unknown]>([
    [200, { ok: true, value: true }],
    [404, { ok: true, value: false }],
    [400, { ok: false, fault: { code: 'badRequest', at: 'phone', problem: 'no' } }],
    [422, { ok: false, fault: { code: 'refused', status: 422, reason: 'no' } }],
  ])('is the number known? %i', async (status, expected) => {
    const { channel, asked } = await talkTo((_, response) => answer(response, status, { error: 'no' }));
    expect(await channel.checkContact('7001', '+7 999 111-22-33')).toEqual(expected);
    expect(asked()).toEqual(['POST /v1.3/messaging/check-contact {"saId":7001,"chatId":"79991112233"}']);
  });
});

describe('dictionaries', () => {
  test('managers, bare or wrapped, with ids of either type and one odd element', async () => {
    const owner = { id: 301, login: 'o@e.org', name: 'Owner', role: 'owner', confirmed: true, sources: [] };
    const bot = { id: '305', login: 'b@e.org', name: null, role: 'manager', confirmed: false };
    const { channel } = await talkTo((_, response) => answer(response, 200, { data: [owner, { odd: 1 }, bot] }));
    expect(await channel.managers()).toEqual({
      ok: true,
      value: [
        { id: '301', login: 'o@e.org', name: 'Owner', owner: true, confirmed: true },
        { id: '305', login: 'b@e.org', name: '', owner: false, confirmed: false },
      ],
    });
  });

  test('integrations: only words that clearly mean «off» are off', async () => {
    const of = (status: unknown) => ({ id: 1, type: 'telebot', login: 'x', status });
    const states = ['active', 'connected', null, 1, 'inactive', 'disabled', 0, false, 'authorization_error'];
    const { channel } = await talkTo((_, response) => answer(response, 200, states.map(of)));
    const read = await channel.sources();
    expect(read.ok && read.value.map((source) => source.active)).toEqual([
      true,
      true,
      true,
      true,
      false,
      false,
      false,
      false,
      false,
    ]);
  });

  test('statuses keep the order of the list where none is given', async () => {
    const { channel } = await talkTo((_, response) =>
      answer(response, 200, [
        { id: 9001, name: 'Первичный', color: '#4a90e2', type: 'primary' },
        { id: 9002, name: 'В работе' },
      ]),
    );
    expect(await channel.statuses()).toEqual({
      ok: true,
      value: [
        { externalId: '9001', name: 'Первичный', order: 0, color: '#4a90e2', type: 'primary' },
        { externalId: '9002', name: 'В работе', order: 1, color: undefined, type: undefined },
      ],
    });
  });
});

describe('history', () => {
  const message = (messageId: number, at: number, more = {}) => ({
    messageId,
    datetime: at,
    incoming: true,
    message: { text: `m${messageId}`, attachments: [] },
    ...more,
  });

  test('is walked by cursor until the limit, newest first, each message once', async () => {
    const pages: Record<string, unknown> = {
      '{}': { cursor: 7, messages: [message(5, 1777600005000), message(4, 1777600004000)] },
      '{"cursor":7}': { cursor: 8, messages: [message(4, 1777600004000), message(3, 1777600003)] },
      '{"cursor":8}': { cursor: null, messages: [message(2, 1777600002000)] },
    };
    const { channel, asked } = await talkTo((request, response) => answer(response, 200, pages[request.body]));
    const all = await channel.history(thread, 10);
    expect(all.ok && all.value.map((entry) => entry.messageId)).toEqual(['5', '4', '3', '2']);
    expect(all.ok && all.value.map((entry) => entry.at % 1000)).toEqual([0, 0, 0, 0]);
    const few = await channel.history(thread, 2);
    expect(few.ok && few.value.map((entry) => entry.messageId)).toEqual(['5', '4']);
    expect(asked()).toHaveLength(4);
  });

  test('a cursor that repeats ends the walk', async () => {
    const { channel, asked } = await talkTo((_, response) =>
      answer(response, 200, { cursor: 7, messages: [message(1, 1777600001000)] }),
    );
    const read = await channel.history(thread, 50);
    expect(read.ok && read.value).toHaveLength(1);
    expect(asked()).toHaveLength(2);
  });

  test('cursors that are ever new and lead nowhere are a bad reply, not a short history', async () => {
    let cursor = 0;
    const { channel, asked } = await talkTo((_, response) =>
      answer(response, 200, { cursor: (cursor += 1), messages: [message(1, 1777600001000)] }),
    );
    expect(await channel.history(thread, 50)).toEqual({ ok: false, fault: { code: 'badReply', at: 'history.cursor' } });
    expect(asked().length).toBeLessThan(20);
  });

  test('what we sent is found by customId even if its moment can not be read', async () => {
    const odd = { messageId: 9, customId: 'bot:9', datetime: 'yesterday', message: { text: 'наш' } };
    const { channel } = await talkTo((_, response) =>
      answer(response, 200, { cursor: null, messages: [odd, 'junk', {}] }),
    );
    const read = await channel.history(thread, 50);
    expect(read.ok && read.value).toMatchObject([{ customId: 'bot:9', incoming: false, text: 'наш' }]);
  });
});
