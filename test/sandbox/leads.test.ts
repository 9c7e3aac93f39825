import { describe, expect, test } from 'vitest';
import { list, number, openConnected, openSandbox, text } from './sandboxKit.ts';
import type { Json } from './sandboxKit.ts';

const ids = (all: Json): unknown[] => list(all).map((lead) => lead['id']);

describe('lead lists', () => {
  test('inbox until somebody takes it, then active, then completed; newest conversation first', async () => {
    const { call, control, startCustomer, write, botId } = await openSandbox();
    const a = await write(await startCustomer('Анна'), 'раз');
    const b = await write(await startCustomer('Борис', 'whatsapp2'), 'два');
    const listed = async (path: string): Promise<unknown[]> => ids((await call('GET', `/leads/${path}`)).json);
    expect(await listed('inbox')).toEqual([b.leadId, a.leadId]);
    await call('PUT', `/leads/${a.leadId}/accept`, { userId: botId });
    expect(await listed('inbox')).toEqual([b.leadId]);
    expect(await listed('active')).toEqual([a.leadId]);
    await control('PUT', `/leads/${a.leadId}`, { status: 'Заказ оформлен' });
    expect(await listed('active')).toEqual([]);
    expect(await listed('completed/')).toEqual([a.leadId]);
    expect(await listed('all?limit=1&offset=1')).toEqual([a.leadId]);
    expect(await listed('all?types=whatsapp2&types=telegram')).toHaveLength(2);
    expect(await listed('all?sa=7001')).toEqual([b.leadId]);
    expect(await listed(`all?users=${botId}`)).toEqual([a.leadId]);
    expect(ids((await call('GET', `/leads/?id=${a.leadId}&id=${b.leadId}&id=5`)).json)).toEqual([a.leadId, b.leadId]);
  });

  test('unanswered means that the customer has the last word', async () => {
    const { call, startCustomer, write, send } = await openSandbox();
    const a = await write(await startCustomer('Анна'), 'раз');
    const b = await write(await startCustomer('Борис'), 'два');
    await send(a.leadId, a.source, 'ответ');
    expect(ids((await call('GET', '/leads/all?unread=unanswered')).json)).toEqual([b.leadId]);
    expect(ids((await call('GET', '/leads/all?unread=answered')).json)).toEqual([a.leadId]);
    expect(ids((await call('GET', '/leads/all?unread=read')).json)).toEqual([]);
    await call('PUT', `/leads/${b.leadId}/read`);
    expect(ids((await call('GET', '/leads/all?unread=read')).json)).toEqual([b.leadId]);
    const all = (await call('GET', '/leads/all')).json;
    expect(all[0]).toMatchObject({ message: { incoming: false, data: { text: 'ответ' } } });
    const from = new Date(text(all[0]!['message']!['timestamp'])).getTime();
    expect(ids((await call('GET', `/leads/all?lastMessageFrom=${from}`)).json)).toEqual([a.leadId]);
  });

  test('a limit over 200 is cut to 200, or refused if so switched', async () => {
    const { call, control, startCustomer, write } = await openSandbox();
    for (let i = 0; i < 201; i += 1) await write(await startCustomer(`К${i}`), 'раз');
    expect((await call('GET', '/leads/all')).json).toHaveLength(50);
    expect((await call('GET', '/leads/all?limit=500')).json).toHaveLength(200);
    await control('PATCH', '/faults', { limitOver: 'refuse' });
    expect((await call('GET', '/leads/all?limit=500')).status).toBe(422);
    expect((await call('GET', '/leads/all?limit=-1')).status).toBe(422);
  });
});

describe('one lead', () => {
  test('the operator’s window shows what the API wrote: tags, amount, comment', async () => {
    const { call, control, startCustomer, write } = await openSandbox();
    const { leadId } = await write(await startCustomer('Анна'), 'раз');
    expect((await control('GET', `/leads/${leadId}`))['lead']).toMatchObject({ tags: [], amount: null, details: null });
    await call('POST', `/tags/${leadId}/${encodeURIComponent('опт')}`);
    await call('PUT', `/leads/${leadId}`, { amount: 1250.5, details: 'Медовик' });
    const shown = (await control('GET', `/leads/${leadId}`))['lead'];
    expect(shown).toMatchObject({ tags: ['опт'], amount: 1250.5, details: 'Медовик' });
    expect((await call('PUT', `/leads/${leadId}`, { amount: -1 })).status).toBe(422);
  });

  test('everything but the status can be refused, and nothing of it is done', async () => {
    const { call, control, startCustomer, write, sandbox, botId } = await openSandbox();
    const { leadId } = await write(await startCustomer('Анна'), 'раз');
    await call('POST', `/tags/${leadId}/old`);
    await control('PATCH', '/faults', { leadRefused: true });
    const refused = [
      await call('PUT', `/leads/${leadId}`, { amount: 5 }),
      await call('PUT', `/leads/${leadId}`, { userId: botId }),
      await call('POST', `/tags/${leadId}/new`),
      await call('DELETE', `/tags/${leadId}/old`),
    ];
    expect(refused.map(({ status }) => status)).toEqual([422, 422, 422, 422]);
    expect(sandbox.world.leads.get(leadId)).toMatchObject({ amount: null, userId: null, tags: ['old'] });
    const [status] = sandbox.world.statuses.keys();
    expect((await call('PUT', `/leads/${leadId}`, { statusId: status })).status).toBe(200);
  });

  test('tags are added, listed, filtered by and removed', async () => {
    const { call, startCustomer, write } = await openSandbox();
    const { leadId } = await write(await startCustomer('Анна'), 'раз');
    const tag = encodeURIComponent('бот/1');
    expect((await call('POST', `/tags/${leadId}/${tag}`)).json['tags']).toEqual(['бот/1']);
    expect((await call('GET', `/leads/all?tags=${tag}`)).json).toHaveLength(1);
    expect((await call('DELETE', `/tags/${leadId}/${tag}`)).json['tags']).toEqual([]);
    expect((await call('DELETE', `/tags/${leadId}/${tag}`)).status).toBe(404);
  });

  test.each([
    ['an unknown status', { statusId: 1 }],
    ['an unknown employee', { userId: 1 }],
    ['a status as text', { statusId: 'x' }],
  ])('%s is refused and the lead stays as it was', async (_what, patch) => {
    const { call, startCustomer, write } = await openSandbox();
    const { leadId } = await write(await startCustomer('Анна'), 'раз');
    const before = (await call('GET', `/leads/${leadId}`)).json;
    expect((await call('PUT', `/leads/${leadId}`, patch)).status).toBe(422);
    expect((await call('GET', `/leads/${leadId}`)).json).toEqual(before);
  });

  test('with the refusal switched on, a status cannot be moved, other fields can', async () => {
    const { call, startCustomer, write } = await openSandbox({ faults: { statusRefused: true } });
    const { leadId } = await write(await startCustomer('Анна'), 'раз');
    const [, second] = list((await call('GET', '/statuses')).json);
    expect((await call('PUT', `/leads/${leadId}`, { statusId: second!['id'] })).status).toBe(422);
    expect((await call('PUT', `/leads/${leadId}`, { details: 'ждёт' })).json['details']).toBe('ждёт');
  });

  test('people: a customer with a profile, employees with the owner first, a new one invited once', async () => {
    const { call, startCustomer, write, control } = await openSandbox();
    const customer = await startCustomer('Анна');
    expect((await call('GET', `/customers/${customer}`)).status).toBe(404);
    await write(customer, 'раз');
    expect((await call('GET', `/customers/${customer}`)).json).toMatchObject({
      name: 'Анна',
      phone: null,
      profiles: [{ type: 'telegram', socialId: expect.stringContaining('user_') as unknown }],
    });
    await control('PUT', `/customers/${customer}`, { phone: '79991112233' });
    expect((await call('GET', `/customers/${customer}`)).json['phone']).toBe('79991112233');
    expect(list((await call('GET', '/managers')).json).map((m) => m['role'])).toEqual(['owner', 'manager', 'manager']);
    const invited = await call('POST', '/managers', { login: 'new@example.org', sources: [{ saId: 7001 }] });
    expect(invited.json[3]).toMatchObject({ login: 'new@example.org', confirmed: false });
    expect((await call('POST', '/managers', { login: 'new@example.org' })).status).toBe(422);
  });
});

test('the owner changes funnel, staff and channels; the account tells what it tells', async () => {
  const { call, control, hook } = await openConnected({ language: 'en', statuses: ['New', 'Talk', 'Lost'] });
  expect(list((await call('GET', '/statuses')).json).map((s) => s['type'])).toEqual([
    'primary',
    'regular',
    'completed',
  ]);
  const added = await control('POST', '/statuses', { name: 'Later' });
  await control('PUT', `/statuses/${number(added['id'])}`, { name: 'Much later' });
  const first = list((await call('GET', '/statuses')).json)[0]!;
  await control('DELETE', `/statuses/${number(first['id'])}`);
  expect(list((await call('GET', '/statuses')).json).map((s) => s['name'])).toEqual(['Talk', 'Lost', 'Much later']);
  await control('DELETE', '/managers/303');
  expect(list((await call('GET', '/managers')).json).map((m) => m['name'])).toEqual(['Olga', 'Anna']);
  const channel = await control('POST', '/integrations', { type: 'telebot', login: 'shop_bot' });
  await control('DELETE', `/integrations/${number(channel['id'])}`);
  await hook.until((e) => e.length === 2);
  expect(hook.types()).toEqual(['integration.created', 'integration.deleted']);
});
