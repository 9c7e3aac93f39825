import { describe, expect, test } from 'vitest';
import { describeShape } from '../../engine/umnico/describeShape.ts';
import { readPayload } from '../../engine/umnico/payload.ts';
import { readMoment } from '../../engine/umnico/readMoment.ts';
import type { CrmEvent } from '../../engine/ports/crmEvent.ts';

const RECEIVED = Date.UTC(2026, 4, 1, 12);
const SAID = Date.UTC(2026, 4, 1, 10);

/** The live sample of umnico-api.md 5.3. */
const live = {
  type: 'message.incoming',
  accountId: 40017,
  leadId: 500123,
  isNewLead: true,
  isNewCustomer: true,
  message: {
    messageId: 11070,
    datetime: '2026-05-01T10:00:00.000Z',
    incoming: true,
    sa: { id: 7003, type: 'telegram', login: 'company_support' },
    message: { text: 'Сколько стоит доставка?', attachments: [] as unknown[] },
    sender: {
      id: 66001,
      customerId: 88001,
      login: 'anna_demo',
      type: 'telegram',
      socialId: 'user_100200300',
    } as object,
    source: { id: 'user_900800700', realId: 760001, saId: 7003 } as object,
    replyTo: null,
  },
};
const withMessage = (change: object) => ({ ...live, message: { ...live.message, ...change } });

function read(body: unknown, receivedAt = RECEIVED): CrmEvent {
  const event = readPayload(body, receivedAt);
  if (!event.ok) throw new Error(JSON.stringify(event.fault));
  return event.value;
}

describe('a customer’s message', () => {
  test('the live sample', () => {
    expect(read(live)).toEqual({
      type: 'message',
      key: '40017/7003/760001/11070/message.incoming',
      content: expect.stringMatching(/^[0-9a-f]{32}$/) as string,
      account: '40017',
      at: SAID,
      thread: { lead: '500123', source: '760001', integration: '7003' },
      messageId: '11070',
      text: 'Сколько стоит доставка?',
      attachments: [],
      channel: 'telegram',
      customer: {},
      login: 'anna_demo',
      comment: false,
      group: false,
    });
  });

  test.each([
    ['message.message.text', { message: { text: 'да' }, text: 'нет' }],
    ['message.message.data.text', { message: { data: { text: 'да' } } }],
    ['message.data.text', { message: null, data: { text: 'да' }, text: 'нет' }],
    ['message.text', { message: undefined, text: 'да' }],
    ['message.message as text', { message: 'да' }],
    ['a caption', { message: { text: '', attachments: [{ type: 'photo', url: 'https://e.org/1', caption: 'да' }] } }],
  ])('text at %s', (_, change) => expect(read(withMessage(change))).toMatchObject({ type: 'message', text: 'да' }));

  test.each([[{ text: null }], [{}], [null], [7]])('no text in %j is an empty one', (message) =>
    expect(read(withMessage({ message }))).toMatchObject({ text: '', attachments: [] }),
  );

  test('attachments, wherever their links are', () => {
    const list = [
      { type: 'photo', url: 'https://e.org/1?sig=a', text: 'торт.jpg' },
      { type: 'audio', payload: { url: 'https://e.org/2' } },
      { type: 'doc', src: 'https://e.org/3', filename: 'a.pdf' },
      { type: 'link', link: 'https://e.org/4' },
      { type: 'Sticker' },
      { url: 'https://e.org/6' },
      'junk',
    ];
    expect(read(withMessage({ message: { text: '', attachments: list } }))).toMatchObject({
      attachments: [
        { type: 'image', url: 'https://e.org/1?sig=a', name: 'торт.jpg' },
        { type: 'audio', url: 'https://e.org/2' },
        { type: 'doc', url: 'https://e.org/3', name: 'a.pdf' },
        { type: 'link', url: 'https://e.org/4' },
        { type: 'sticker', url: '' },
        { type: 'file', url: 'https://e.org/6' },
      ],
    });
  });

  test.each([
    ['2026-05-01T10:00:00.000Z', SAID],
    ['2026-05-01T13:00:00+03:00', SAID],
    ['2026-05-01 10:00:00', SAID],
    [SAID, SAID],
    [SAID / 1000, SAID],
    [String(SAID), SAID],
    ['вчера', RECEIVED],
    [null, RECEIVED],
    [-5, RECEIVED],
    [1e300, RECEIVED],
  ])('said at %j', (datetime, at) => expect(read(withMessage({ datetime })).at).toBe(at));

  test.each([
    [{ id: 'x', realId: 5, type: 'comment' }, true, false],
    [{ id: 'x', realId: 5, type: 'message' }, false, false],
    [{ id: '-1001234', realId: 5, type: 'message' }, false, true],
    [{ id: '1203630@g.us', realId: 5 }, false, true],
    [{ id: 'x', realId: 5, isGroup: true }, false, true],
    [{ id: '79991112233', realId: 5 }, false, false],
  ])('from %j: comment %s, group %s', (source, comment, group) =>
    expect(read(withMessage({ source }))).toMatchObject({ comment, group }),
  );

  test('a community’s private messages are not a group', () =>
    expect(read(withMessage({ sa: { id: 1, type: 'vk_group' } }))).toMatchObject({
      channel: 'vk_group',
      group: false,
    }));

  const whatsapp = { id: 7001, type: 'whatsapp2', login: '79990000001' };
  test.each([
    [whatsapp, { login: '79991112233', name: 'Анна' }, { name: 'Анна', phone: '79991112233' }],
    [whatsapp, { login: '79991112233', name: '+7 999 111-22-33' }, { phone: '79991112233' }],
    [whatsapp, { login: '79990000001' }, {}],
    [{ id: 1, type: 'telegram' }, { login: '79991112233' }, {}],
    [{ id: 1, type: 'telegram' }, { login: 'anna', phone: '+79991112233', name: null }, { phone: '+79991112233' }],
    [undefined, null, {}],
  ])('in %j from %j is %j', (sa, sender, customer) =>
    expect(read(withMessage({ sa, sender }))).toMatchObject({
      customer: expect.toSatisfy((it) => JSON.stringify(it) === JSON.stringify(customer)) as object,
    }),
  );

  test('without realId the native id, without either an empty one', () => {
    expect(read(withMessage({ source: { id: 'user_1' } }))).toMatchObject({ thread: { source: 'user_1' } });
    expect(read(withMessage({ source: null }))).toMatchObject({ thread: { source: '', integration: '7003' } });
    expect(read(withMessage({ sa: null }))).toMatchObject({ thread: { integration: '7003' }, channel: 'telegram' });
  });
});

describe('delivery keys', () => {
  test('the same delivery has the same key and content, whatever its types', () => {
    const strings = { ...withMessage({ messageId: '11070' }), accountId: '40017', leadId: '500123' };
    expect(read(strings, RECEIVED + 99_000)).toEqual(read(live));
  });

  test.each([
    ['another integration', withMessage({ sa: { id: 7004 } })],
    ['another source', withMessage({ source: { realId: 760002 } })],
    ['another id', withMessage({ messageId: 11071 })],
    ['another account', { ...live, accountId: 1 }],
    ['the other direction', { ...live, type: 'message.outgoing', message: { ...live.message, incoming: false } }],
  ])('%s is another delivery', (_, body) => expect(read(body).key).not.toBe(read(live).key));

  test('parts can not be shifted into each other', () => {
    const one = read(withMessage({ sa: { id: '1/2' }, source: { realId: '3' } }));
    const two = read(withMessage({ sa: { id: '1' }, source: { realId: '2/3' } }));
    expect(one.key).not.toBe(two.key);
  });

  test('an id taken by a forger does not hide other words', () => {
    const forged = read(withMessage({ message: { text: 'подделка' } }));
    expect(forged.key).toBe(read(live).key);
    expect(forged.content).not.toBe(read(live).content);
  });

  test('a signed link that changes is no other content', () => {
    const photo = (url: string) => read(withMessage({ message: { text: '', attachments: [{ type: 'photo', url }] } }));
    expect(photo('https://e.org/1?sig=a').content).toBe(photo('https://e.org/1?sig=b').content);
    expect(photo('https://e.org/1').content).not.toBe(photo('https://e.org/2').content);
  });

  test('without an id the words, the moment and the lead stand for it', () => {
    const nameless = (text: string) => read(withMessage({ messageId: undefined, message: { text } }));
    expect(nameless('a').key).toBe(nameless('a').key);
    expect(nameless('a').key).not.toBe(nameless('b').key);
  });
});

describe('other events', () => {
  const outgoing = {
    ...live,
    type: 'message.outgoing',
    message: { ...live.message, incoming: false, customId: 'bot:1' },
  };
  test('our own words carry our id', () =>
    expect(read(outgoing)).toMatchObject({ type: 'outgoing', customId: 'bot:1', text: 'Сколько стоит доставка?' }));
  test('an employee’s do not', () =>
    expect(read({ ...outgoing, message: { ...outgoing.message, customId: null } })).toMatchObject({
      customId: undefined,
    }));
  test('an incoming one that says it is not is never answered', () =>
    expect(read(withMessage({ incoming: false })).type).toBe('outgoing'));
  test('an outgoing one that says it is incoming is nobody’s', () =>
    expect(read({ ...live, type: 'message.outgoing' })).toMatchObject({ type: 'ignored', kind: 'message.outgoing' }));

  const status = (lead: object, type = 'lead.changed.status') => ({ type, accountId: 40017, leadId: 500123, lead });
  test.each([
    [status({ id: 500123, statusId: 9002 }), '9002'],
    [status({ id: 500123, statusId: '9002' }, 'lead.changed'), '9002'],
    [status({ statusId: null }), null],
    [status({ status: { id: 9003 } }), '9003'],
  ])('%j is a status', (body, externalStatus) =>
    expect(read(body)).toMatchObject({ type: 'status', lead: '500123', externalStatus, at: RECEIVED }),
  );

  test('a move there, back and there again is three moves, though two bodies are alike', () => {
    const there = status({ statusId: 9002 });
    expect(read(there, RECEIVED).key).toBe(read(there, RECEIVED + 50).key);
    expect(read(there, RECEIVED).key).not.toBe(read(there, RECEIVED + 10_000).key);
  });

  test.each(['lead.created', 'lead.changed', 'customer.changed', 'integration.removed', 'message.deleted', 'новое'])(
    '%s without more is ignored',
    (type) => expect(read({ type, accountId: 1, leadId: 2 })).toMatchObject({ type: 'ignored', kind: type }),
  );

  test.each([
    [null, 'body'],
    [[], 'body'],
    ['x', 'body'],
    [{}, 'type'],
    [{ type: 'message.incoming' }, 'accountId'],
    [{ ...live, message: undefined }, 'message'],
    [{ ...live, leadId: undefined }, 'leadId'],
    [{ type: 'lead.changed.status', accountId: 1, leadId: 2, lead: {} }, 'lead.statusId'],
  ])('%j is unreadable', (body, at) =>
    expect(readPayload(body, RECEIVED)).toEqual({ ok: false, fault: { code: 'badReply', at } }),
  );
});

test('the shape for the log has keys and types, and nothing that was said', () => {
  const shape = describeShape({ ...live, extra: { '79991112233': [{ a: 1 }], 'my name': null } });
  expect(shape).toContain('type: "message.incoming"');
  expect(shape).toContain('message: {messageId: number, datetime: string, incoming: boolean');
  expect(shape).toContain('extra: {•: [1 × {a: number}], •: null}');
  expect(shape).not.toMatch(/доставка|anna|9991112233|500123/);
  expect(describeShape({ type: 'Сколько стоит' })).toBe('{type: string}');
  expect(describeShape(JSON.parse('['.repeat(30) + ']'.repeat(30))).length).toBeLessThan(100);
});

test('moments without a zone do not depend on this computer’s', () => {
  expect(readMoment('2026-05-01T10:00')).toBe(SAID);
  expect(readMoment('2026-05-01')).toBeUndefined();
});
