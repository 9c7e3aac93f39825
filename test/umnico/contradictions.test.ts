import { afterEach, describe, expect, test } from 'vitest';
import type { CrmEvent } from '../../engine/ports/crmEvent.ts';
import { describeShape } from '../../engine/umnico/describeShape.ts';
import { readPayload } from '../../engine/umnico/payload.ts';
import { answer, channelTo, scripted } from './parts.ts';

// umnico-api.md, 7: what sources disagree about, row by row; the client lives with every reading of it.
const opened: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const part of opened.splice(0).reverse()) await part.close();
});

async function talkTo(script: Parameters<typeof scripted>[0]) {
  const server = await scripted(script);
  const { channel, close, log } = channelTo(server.baseUrl);
  opened.push(server, { close });
  return { channel, server, log };
}
/** A service that answers everything with this. */
const always = (body: unknown, status = 200) => talkTo((_, response) => answer(response, status, body));
const bodies = (server: Awaited<ReturnType<typeof scripted>>) =>
  server.received.map(({ body }) => (body === '' ? {} : (JSON.parse(body) as Record<string, unknown>)));

const AT = Date.UTC(2026, 4, 1, 10);
const event = (type: string, message: object, more: object = {}): CrmEvent => {
  const body = {
    type,
    accountId: 40017,
    leadId: 500123,
    message: {
      messageId: 7,
      datetime: AT,
      incoming: type === 'message.incoming',
      sa: { id: 7003, type: 'telegram' },
      source: { id: 'user_1', realId: 760001, saId: 7003 },
      message: { text: 'да' },
      ...message,
    },
    ...more,
  };
  const read = readPayload(body, AT + 60_000);
  if (!read.ok) throw new Error(JSON.stringify(read.fault));
  return read.value;
};
const incoming = (message: object) => event('message.incoming', message);
const thread = { lead: '500123', source: '760001', integration: '7003' };
const hello = { thread, text: 'да', customId: 'dg:1' };

describe('row 1: where the text is', () => {
  test.each([
    ['message.message', { message: { text: 'да' }, text: 'нет', data: { text: 'нет' } }],
    ['message.message.data', { message: { data: { text: 'да' } } }],
    ['message.data, as in lead lists', { message: undefined, data: { text: 'да' } }],
    ['message.text', { message: undefined, text: 'да' }],
  ])('%s', (_, message) => expect(incoming(message)).toMatchObject({ type: 'message', text: 'да' }));
});

test('row 2: «Bearer» with a capital B', async () => {
  const { channel, server } = await always([]);
  await channel.statuses();
  expect(server.received[0]?.headers.authorization).toMatch(/^Bearer /);
});

test('row 3: the source goes as text, the employee as a number', async () => {
  const { channel, server } = await always([]);
  await channel.send(hello, '305');
  expect(bodies(server)[0]).toMatchObject({ source: '760001', userId: 305 });
});

describe('row 4: a moment in ISO, milliseconds or seconds, as number or text', () => {
  test.each([
    ['2026-05-01T10:00:00.000Z'],
    ['2026-05-01T13:00:00+03:00'],
    [AT],
    [AT / 1_000],
    [String(AT)],
    ['2026-05-01 10:00:00'],
  ])('%j', (datetime) => expect(incoming({ datetime })).toMatchObject({ at: AT }));
  test.each([[null], ['вчера'], [{}], [-5]])('%j can’t be read: when it came', (datetime) =>
    expect(incoming({ datetime })).toMatchObject({ at: AT + 60_000 }),
  );
});

test('row 5: ids as numbers or as texts are one id', () => {
  expect(incoming({ messageId: 11070 }).key).toBe(incoming({ messageId: '11070' }).key);
  expect(incoming({ messageId: '3EB0AA11' })).toMatchObject({ messageId: '3EB0AA11' });
});

describe('row 6: a send is sent whatever 2xx brings', () => {
  test.each<[unknown, string[]]>([
    [
      [{ messageId: 'a' }, { messageId: 'b' }],
      ['a', 'b'],
    ],
    [{ messageId: 5 }, ['5']],
    [{ data: [{ messageId: 5 }] }, ['5']],
    ['OK', []],
    ['', []],
    [{ success: true }, []],
  ])('%j', async (body, ids) => {
    const { channel } = await always(body, 201);
    expect(await channel.send(hello, '305')).toEqual({ ok: true, value: ids });
  });
});

describe('row 7: a first message tells its lead, or does not', () => {
  test.each<[unknown, string | undefined]>([
    [[{ messageId: 1, leadId: 9 }], '9'],
    [{ leadId: '9' }, '9'],
    [{ lead: { id: 9 } }, '9'],
    [[{ messageId: 1 }], undefined],
    ['', undefined],
  ])('%j', async (body, lead) => {
    const { channel } = await always(body);
    const sent = await channel.writeFirst({ source: '7001', to: '79991112233', text: 'x', customId: 'dg:1' });
    expect(sent).toMatchObject({ ok: true, value: { lead } });
  });
});

test('row 8: a channel that lets nobody write first refuses, with its reason', async () => {
  const { channel } = await always({ errors: [{ message: 'Writing first is not possible' }] }, 422);
  expect(await channel.writeFirst({ source: '7002', to: 'anna', text: 'x', customId: 'dg:1' })).toEqual({
    ok: false,
    fault: { code: 'refused', status: 422, reason: 'Writing first is not possible' },
  });
});

describe('row 9: kinds of attachments that come', () => {
  test.each(['photo', 'image', 'video', 'audio', 'doc', 'sticker', 'link', 'mail', 'location', ''])('«%s»', (type) =>
    expect(incoming({ message: { attachments: [{ type, url: 'https://e.org/1' }] } })).toMatchObject({
      attachments: [{ type: type === 'photo' ? 'image' : type || 'file', url: 'https://e.org/1' }],
    }),
  );
});

test('row 10: who sent an outgoing message is told by customId and id, never by a field that may be there', () => {
  const ours = event('message.outgoing', { customId: 'dg:1', userId: 302 });
  const person = event('message.outgoing', { sender: { id: 1, login: 'company' }, managerId: 305, user_id: 305 });
  expect(ours).toMatchObject({ type: 'outgoing', customId: 'dg:1' });
  expect(person).toMatchObject({ type: 'outgoing', customId: undefined, messageId: '7' });
});

test('row 11: sending accepts nothing by itself, and needs no accepted lead', async () => {
  const { channel, server } = await always([]);
  await channel.send(hello, '305');
  expect(server.received.map(({ path }) => path)).toEqual(['/v1.3/messaging/500123/send']);
});

describe('row 12: a lead with few fields, odd fields, or in a wrapping', () => {
  test.each([[{ id: 5 }], [{ lead: { id: '5' } }], [{ id: 5, tags: 'нет', customer: 7, amount: {} }]])(
    '%j',
    async (body) => {
      const { channel } = await always(body);
      expect(await channel.lead('5')).toMatchObject({ ok: true, value: { id: '5', tags: undefined } });
    },
  );
});

test('row 14: a webhook is switched on with all its fields, not with the status alone', async () => {
  const hook = { id: 5, url: 'https://x/hook/s', name: 'dialogram:1', status: 0 };
  const { channel, server } = await always([hook]);
  await channel.ensureWebhook(hook.url, hook.name);
  expect(bodies(server).at(-1)).toEqual({ url: hook.url, name: hook.name, status: 1 });
});

test('row 15: statuses of any kind and colour', async () => {
  const list = [
    { id: 1, name: 'A', type: 'что-то новое', color: 7 },
    { id: '2', name: 'B', color: null, order: '3' },
    { id: 3, name: 'C', type: 'archived' },
  ];
  const { channel } = await always(list);
  const read = await channel.statuses();
  expect(read.ok && read.value.map(({ externalId, archived = false }) => [externalId, archived])).toEqual([
    ['1', false],
    ['2', false],
    ['3', true],
  ]);
});

describe('rows 16, 17 and 20: events of kinds that nobody has told us of', () => {
  test.each([
    'message.status',
    'message.read',
    'message.edited',
    'message.deleted',
    'message.reaction',
    'integration.deleted',
    'integration.removed',
    'customer.updated',
    'lead.created',
    'new_lead',
  ])('%s is taken and left alone', (type) => {
    const body = { type, accountId: 40017, leadId: 1, integrationId: 7 };
    expect(readPayload(body, AT)).toMatchObject({ ok: true, value: { type: 'ignored', kind: type } });
  });
});

test('row 18: two channels under one word are told apart by their integration', () => {
  const of = (id: number) => incoming({ sa: { id, type: 'ok' }, source: { id: 'u', realId: 760001, saId: id } });
  expect(of(7001).key).not.toBe(of(7002).key);
  expect(of(7001)).toMatchObject({ channel: 'ok', thread: { integration: '7001' } });
});

test('row 19: 429 is obeyed, though none is documented', async () => {
  const { channel } = await talkTo((_, response) => answer(response, 429, {}, { 'retry-after': '30' }));
  expect(await channel.statuses()).toEqual({ ok: false, fault: { code: 'tooManyRequests', retryAfterMs: 30_000 } });
});

test('rows 21 and 22: the history is asked where it is, and no address is guessed', async () => {
  const { channel, server } = await always({ cursor: null, messages: [] });
  await channel.history(thread, 5);
  expect(server.received.map(({ method, path }) => `${method} ${path}`)).toEqual([
    'POST /v1.3/messaging/500123/history/760001',
  ]);
});

test('what can’t be read is kept as a shape, without a word of it', async () => {
  const { channel, log } = await always({ accounts: [{ phone: '79991112233', '79991112233': 'Анна' }] });
  expect(await channel.account()).toMatchObject({ ok: false, fault: { code: 'badReply' } });
  expect(log.lines.join('\n')).toContain('accounts: [1 × {phone: string');
  expect(log.lines.join('\n')).not.toMatch(/79991112233|Анна/);
  expect(describeShape({ type: 'message.incoming', message: { text: 'секрет' } })).toBe(
    '{type: "message.incoming", message: {text: string}}',
  );
});
