import { describe, expect, test } from 'vitest';
import { list, number, openConnected, text, openHook, openSandbox, untilDeliveries } from './sandboxKit.ts';

describe('managing hooks', () => {
  test('the same address twice is refused, also by PUT', async () => {
    const { call } = await openSandbox();
    const url = 'https://bot.example.org/hook/1';
    const made = await call('POST', '/webhooks', { url, name: 'bot' });
    expect(made.json).toMatchObject({ url, name: 'bot', status: 1 });
    const again = await call('POST', '/webhooks', { url });
    expect(again).toMatchObject({ status: 400, json: { error: 'This server already exists' } });
    const other = await call('POST', '/webhooks/', { url: `${url}2` });
    expect((await call('PUT', `/webhooks/${number(other.json['id'])}`, { url })).status).toBe(400);
  });

  test('the eleventh is refused; a removed one makes room', async () => {
    const { call } = await openSandbox();
    const ids: number[] = [];
    for (let i = 0; i < 10; i += 1)
      ids.push(number((await call('POST', '/webhooks', { url: `https://x.example/${i}` })).json['id']));
    expect((await call('POST', '/webhooks', { url: 'https://x.example/10' })).status).toBe(422);
    expect((await call('DELETE', `/webhooks/${ids[0]!}`)).status).toBe(200);
    expect((await call('DELETE', `/webhooks/${ids[0]!}`)).status).toBe(404);
    expect((await call('POST', '/webhooks', { url: 'https://x.example/10' })).status).toBe(200);
  });

  test.each([['not an address'], ['ftp://x.example/a'], [''], [7]])('%s is no address', async (url) => {
    const { call } = await openSandbox();
    expect((await call('POST', '/webhooks', { url })).status).toBe(422);
  });
});

describe('what is delivered', () => {
  test('a new customer writes: events in order, with both flags; the next message has neither', async () => {
    const { hook, startCustomer, write } = await openConnected();
    const customer = await startCustomer('Анна');
    const { leadId } = await write(customer, 'Сколько стоит доставка?');
    await hook.until((e) => e.length === 4);
    expect(hook.types()).toEqual(['customer.created', 'lead.created', 'message.incoming', 'lead.changed']);
    expect(hook.events[2]).toMatchObject({
      accountId: 40017,
      leadId,
      isNewLead: true,
      isNewCustomer: true,
      message: {
        incoming: true,
        message: { text: 'Сколько стоит доставка?', attachments: [] },
        sa: { type: 'telegram' },
        sender: { customerId: customer, socialId: expect.stringMatching(/^user_\d+$/) as unknown },
        source: { realId: expect.any(Number) as unknown, type: 'message' },
        replyTo: null,
      },
    });
    expect(hook.events[3]!['lead']).toMatchObject({ id: leadId, customer: { name: 'Анна' }, responseTime: null });
    await write(customer, 'Ау');
    await hook.until((e) => e.length === 6);
    expect(hook.events[4]).toMatchObject({ type: 'message.incoming', isNewLead: false, isNewCustomer: false });
  });

  test('after a closed lead the customer gets a new one, in the first stage', async () => {
    const { hook, startCustomer, write, control } = await openConnected();
    const customer = await startCustomer('Анна');
    const first = await write(customer, 'раз');
    await control('PUT', `/leads/${first.leadId}`, { status: 'отказ' });
    const second = await write(customer, 'два');
    expect(second.leadId).not.toBe(first.leadId);
    expect(second.source).toBe(first.source);
    const events = await hook.until((all) => all.filter((e) => text(e['type']) === 'message.incoming').length === 2);
    const incoming = events.filter((e) => text(e['type']) === 'message.incoming');
    expect(incoming[1]).toMatchObject({ isNewLead: true, isNewCustomer: false });
    expect(second.reply['lead']).toMatchObject({ status: 'Первичное касание', section: 'inbox' });
  });

  test('the echo of a sent message carries its customId and comes after the answer', async () => {
    const { hook, startCustomer, write, send } = await openConnected();
    const { leadId, source } = await write(await startCustomer('Анна'), 'Привет');
    const sent = await send(leadId, source, 'Здравствуйте!', 'bot:42');
    const events = await hook.until((all) => all.some((e) => text(e['type']) === 'message.outgoing'));
    const echo = events.find((e) => text(e['type']) === 'message.outgoing')!;
    expect(echo).toMatchObject({ leadId, message: { customId: 'bot:42', incoming: false } });
    expect(echo['message']!['messageId']).toBe(sent.json[0]!['messageId']);
  });

  test('an operator answers: no customId, no employee in the payload, and the lead is theirs', async () => {
    const { hook, startCustomer, write, control, sandbox } = await openConnected();
    const { leadId } = await write(await startCustomer('Анна'), 'Привет');
    await hook.until((e) => e.length === 4);
    await control('POST', `/leads/${leadId}/messages`, { text: 'Это Анна, оператор' });
    const [outgoing, changed] = (await hook.until((e) => e.length === 6)).slice(4);
    expect(outgoing).toMatchObject({ type: 'message.outgoing', message: { message: { text: 'Это Анна, оператор' } } });
    expect(outgoing!['message']).not.toHaveProperty('customId');
    expect(JSON.stringify(outgoing)).not.toContain('userId');
    expect(changed).toMatchObject({
      type: 'lead.changed',
      lead: { userId: 302, responseTime: expect.any(Number) as unknown },
    });
    expect(sandbox.world.leads.get(leadId)?.userId).toBe(302);
  });

  test('a moved stage is told twice, whoever moves it; an unchanged one not at all', async () => {
    const { hook, startCustomer, write, control, call } = await openConnected();
    const { leadId } = await write(await startCustomer('Анна'), 'Привет');
    await hook.until((e) => e.length === 4);
    const statuses = (await call('GET', '/statuses')).json;
    expect(list(statuses).map((s) => s['name'])).toContain('Диалог с оператором');
    await call('PUT', `/leads/${leadId}`, { statusId: statuses[2]!['id'] });
    await call('PUT', `/leads/${leadId}`, { statusId: statuses[2]!['id'] });
    await control('PUT', `/leads/${leadId}`, { statusId: statuses[1]!['id'] });
    await hook.until((e) => e.length === 8);
    expect(hook.types().slice(4)).toEqual([
      'lead.changed',
      'lead.changed.status',
      'lead.changed',
      'lead.changed.status',
    ]);
    expect(hook.events[5]!['lead']!['statusId']).toBe(statuses[2]!['id']);
    expect(hook.events[7]!['lead']!['statusId']).toBe(statuses[1]!['id']);
  });
});

describe('a receiver that fails', () => {
  test('an event is repeated until it is taken, and the next one waits its turn', async () => {
    const { hook, startCustomer, write, sandbox } = await openConnected();
    const customer = await startCustomer('Анна');
    await write(customer, 'раз');
    await hook.until((e) => e.length === 4);
    let failures = 2;
    hook.answer = (_request, response) => {
      response.statusCode = failures > 0 ? 500 : 204;
      failures -= 1;
      response.end();
    };
    await write(customer, 'два');
    await hook.until((e) => e.length === 8);
    expect(hook.types().slice(4)).toEqual(['message.incoming', 'message.incoming', 'message.incoming', 'lead.changed']);
    const log = await untilDeliveries(sandbox, (all) => all.length === 8);
    expect(log.slice(4).map((d) => [d.attempt, d.status, d.outcome])).toEqual([
      [1, 500, 'retry'],
      [2, 500, 'retry'],
      [3, 204, 'delivered'],
      [1, 204, 'delivered'],
    ]);
  });

  test('after the last repeat the event is lost and the queue goes on', async () => {
    const { hook, startCustomer, write, sandbox } = await openConnected({ delivery: { retries: 1 } });
    hook.answer = (_request, response) => {
      response.statusCode = hook.types().at(-1) === 'message.incoming' ? 503 : 200;
      response.end();
    };
    await write(await startCustomer('Анна'), 'раз');
    const log = await untilDeliveries(sandbox, (all) => all.length === 5);
    expect(log.map((d) => `${d.type} ${d.outcome}`).slice(2)).toEqual([
      'message.incoming retry',
      'message.incoming lost',
      'lead.changed delivered',
    ]);
  });

  test('no answer in time is a failure', async () => {
    const { hook, startCustomer, write, sandbox } = await openConnected({ delivery: { timeoutMs: 30, retries: 0 } });
    hook.answer = () => undefined;
    await write(await startCustomer('Анна'), 'раз');
    const [first] = await untilDeliveries(sandbox, (all) => all.length > 0);
    expect(first).toMatchObject({ status: 0, error: 'TimeoutError', outcome: 'lost' });
  });

  test('too many failures in a row switch the hook off in silence; switched on again, it gets only what comes then', async () => {
    const { hook, startCustomer, write, call, sandbox } = await openConnected({ delivery: { disableAfter: 3 } });
    hook.answer = (_request, response) => {
      response.statusCode = 500;
      response.end();
    };
    const customer = await startCustomer('Анна');
    await write(customer, 'раз');
    await untilDeliveries(sandbox, (all) => all.at(-1)?.outcome === 'switched-off');
    expect(hook.events).toHaveLength(3);
    const [listed] = list((await call('GET', '/webhooks')).json);
    expect(listed).toMatchObject({ url: hook.url, status: 0 });
    await write(customer, 'два');
    hook.answer = (_request, response) => response.end();
    await call('PUT', `/webhooks/${number(listed!['id'])}`, { status: 1 });
    await write(customer, 'три');
    const events = await hook.until((e) => e.length === 5);
    expect(events[3]).toMatchObject({ type: 'message.incoming', message: { message: { text: 'три' } } });
  });

  test('every hook gets every event, and one that is dead does not hold up another', async () => {
    const { hook, startCustomer, write, call } = await openConnected({ delivery: { backoffMs: 60_000 } });
    const second = await openHook();
    hook.answer = (_request, response) => {
      response.statusCode = 500;
      response.end();
    };
    await call('POST', '/webhooks', { url: second.url });
    await write(await startCustomer('Анна'), 'раз');
    await second.until((e) => e.length === 4);
    expect(hook.events).toHaveLength(1);
  });
});
