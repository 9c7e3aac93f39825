import { afterEach, describe, expect, test } from 'vitest';
import { answer, channelTo, scripted, type Received } from './parts.ts';

const opened: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const part of opened.splice(0).reverse()) await part.close();
});

/** An account whose one lead looks like this; whatever changes it is answered as `refuses` says. */
async function leadOf(lead: object, refuses: (request: Received) => number = () => 200, customer: object = {}) {
  const server = await scripted((request, response) => {
    if (request.method !== 'GET') return answer(response, refuses(request), { error: 'no' });
    return answer(response, 200, request.path.includes('/customers/') ? customer : { id: 5, ...lead });
  });
  const parts = channelTo(server.baseUrl);
  opened.push(server, parts);
  const asked = (): string[] =>
    server.received.map(({ method, path, body }) => `${method} ${path.replace('/v1.3', '')} ${body}`.trim());
  const changes = (): string[] => asked().filter((line) => !line.startsWith('GET'));
  return { channel: parts.channel, asked, changes };
}

const done = { ok: true, value: undefined };

describe('tags', () => {
  test('are asked for one by one, with an empty body, and only those that are not so already', async () => {
    const { channel, changes } = await leadOf({ tags: ['опт', 'старый'] });
    expect(await channel.changeTags('5', ['опт', 'а/б'], ['старый', 'чужой'])).toEqual(done);
    expect(changes()).toEqual([
      `POST /tags/5/${encodeURIComponent('а/б')}`,
      `DELETE /tags/5/${encodeURIComponent('старый')}`,
    ]);
  });

  test('are all asked for where the lead does not show them; one that was not there is gone', async () => {
    const { channel, changes } = await leadOf({}, ({ method }) => (method === 'DELETE' ? 404 : 200));
    expect(await channel.changeTags('5', ['a'], ['b', 'c'])).toEqual(done);
    expect(changes()).toEqual(['POST /tags/5/a', 'DELETE /tags/5/b', 'DELETE /tags/5/c']);
  });

  test('that the lead has and the account does not take away are a refusal', async () => {
    const { channel } = await leadOf({ tags: ['b'] }, () => 404);
    expect(await channel.changeTags('5', [], ['b'])).toMatchObject({
      ok: false,
      fault: { code: 'refused', status: 404 },
    });
  });

  test('with half of a sign pair do not break the address', async () => {
    const { channel, changes } = await leadOf({ tags: [] });
    expect(await channel.changeTags('5', ['a\ud83d'], [])).toEqual(done);
    expect(changes()).toEqual([`POST /tags/5/${encodeURIComponent('a\ufffd')}`]);
  });
});

describe('the card', () => {
  const phone = { field: 'phone', label: 'Телефон', value: '+79160000000' } as const;

  test('only what changes is sent, in one request', async () => {
    const { channel, changes } = await leadOf({ amount: 0, details: 'Старое' });
    await channel.updateLead('5', { comment: 'Заказ', amount: 1_250.5, keepExisting: true });
    await channel.updateLead('5', { comment: 'Старое', amount: 0, keepExisting: false });
    expect(changes().map((line) => line.slice(0, 12))).toEqual(['PUT /leads/5']);
    expect(JSON.parse(changes()[0]?.slice(12) ?? '')).toEqual({ details: 'Старое\nЗаказ', amount: 1_250.5 });
  });

  test.each<[string, object, number | undefined]>([
    ['null', { amount: null }, 5],
    ['nothing', {}, 5],
    ['zero', { amount: 0 }, 5],
    ['a sum', { amount: 900 }, undefined],
    ['a sum as text', { amount: '900' }, undefined],
    ['an odd one', { amount: { rub: 1 } }, 5],
  ])('an amount is kept unless it is empty: %s', async (_, lead, written) => {
    const { channel, changes } = await leadOf(lead);
    await channel.updateLead('5', { amount: 5, keepExisting: true });
    expect(changes()).toEqual(written === undefined ? [] : [`PUT /leads/5 {"amount":${String(written)}}`]);
  });

  test.each<[string, object, object, boolean]>([
    ['on the lead', { customer: { id: 8, phone: '79991112233' } }, {}, false],
    ['on the lead, empty', { customer: { id: 8, phone: ' ' } }, { phone: '79991112233' }, true],
    ['on the card of the customer', { customerId: 8 }, { phone: '79991112233' }, false],
    ['on a card without it', { customerId: 8 }, { phone: null }, true],
    ['nowhere', {}, {}, true],
  ])('a phone is looked for %s', async (_, lead, customer, written) => {
    const { channel, changes } = await leadOf(lead, () => 200, customer);
    await channel.updateLead('5', { contacts: [phone], keepExisting: true });
    expect(changes()).toEqual(written ? ['PUT /leads/5 {"details":"Телефон: +79160000000"}'] : []);
  });

  test('the customer is not asked for where nothing hangs on it', async () => {
    const { channel, asked } = await leadOf({ customerId: 8 });
    await channel.updateLead('5', { comment: 'Да', keepExisting: true });
    await channel.updateLead('5', { contacts: [phone], keepExisting: false });
    expect(asked().filter((line) => line.includes('customers'))).toEqual([]);
  });
});

test.each<[object, boolean, string[]]>([
  [{ userId: 305 }, true, []],
  [{ userId: 305 }, false, ['PUT /leads/5 {"userId":302}']],
  [{ userId: null }, true, ['PUT /leads/5/accept {"userId":302}']],
  [{}, false, ['PUT /leads/5/accept {"userId":302}']],
])('a lead %j, only if unassigned: %s', async (lead, only, made) => {
  const { channel, changes } = await leadOf(lead);
  expect(await channel.assign('5', '302', only)).toEqual(done);
  expect(changes()).toEqual(made);
});
