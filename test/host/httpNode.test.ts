import { describe, expect, onTestFinished, test } from 'vitest';
import { callApi, createApi } from '../../engine/host/api.ts';
import type { Bot } from '../../engine/flow/botSchema.ts';
import type { TurnEventOf } from '../../engine/model/event.ts';
import { LIMITS } from '../../engine/model/limits.ts';
import { drawBot } from '../support/botBuilder.ts';
import { tempFolder } from '../support/tempFolder.ts';
import { openShop, publish, reopenEngine, until, unwrap, type Shop, type ShopOptions } from './liveShop.ts';
import { json, openTrap, type Trap } from './trap.ts';

const ASK = 'Номер заказа?';

/** Asks for a number, sends it to a server in every place a value can stand, and says what came back. */
function orders(url: string, data: Record<string, unknown> = {}): Bot {
  return drawBot()
    .variable('order', 'state')
    .settings({ burstSeconds: 0 })
    .start('ask')
    .question('ask', ASK, { answer: 'text', saveTo: 'order' }, { answered: 'fetch', failed: 'people' })
    .node(
      'fetch',
      'http',
      { method: 'POST', url, save: { state: 'order.state' }, retries: 0, timeoutSeconds: 5, ...data },
      { ok: 'said', error: 'sorry' },
    )
    .message('said', 'Заказ: {{state|неизвестно}}', 'ask')
    .message('sorry', 'Сервер не ответил', 'ask')
    .handoff('people')
    .build();
}

async function open(bot: Bot, options: ShopOptions & { readonly allow?: readonly string[] } = {}) {
  const folder = tempFolder();
  const shop = await openShop(folder, bot, options);
  onTestFinished(() => shop.close());
  await allow(shop, options.allow ?? ['127.0.0.1']);
  return { shop, folder };
}

async function allow({ engine }: Pick<Shop, 'engine'>, hosts: readonly string[]): Promise<void> {
  unwrap(await engine.store.write((writer) => writer.putSetting('http.privateHosts', hosts)));
}

/** A customer who has been asked for the number. */
async function asked(shop: Shop, name = 'Анна') {
  const customer = await shop.customer(name);
  await customer.writes('Добрый день');
  await until('asked', async () => (await customer.hears()).length === 1);
  return customer;
}
const requestsCame = (trap: Trap, count: number): Promise<unknown> =>
  until(`${String(count)} requests`, () => trap.requests.length >= count);

describe('what a customer writes stays a value, byte for byte', () => {
  test.for([
    ['","admin":true,"x":"', '%22%2C%22admin%22%3Atrue%2C%22x%22%3A%22'],
    ['../../', '..%2F..%2F'],
    ['%0d%0aX-Admin: 1', '%250d%250aX-Admin%3A%201'],
    ['__proto__', '__proto__'],
    ['{{state}}', '%7B%7Bstate%7D%7D'],
    ['a?b#c&d=e', 'a%3Fb%23c%26d%3De'],
    ['Аня «А»', '%D0%90%D0%BD%D1%8F%20%C2%AB%D0%90%C2%BB'],
  ])('%s', async ([text, encoded]) => {
    const trap = await openTrap();
    trap.answers(json({ order: { state: 'в пути' } }));
    const { shop } = await open(
      orders(`${trap.url}/orders/{{order}}/state?q={{order}}`, {
        headers: { 'X-Order': '{{order}}' },
        body: '{"order": "{{order}}", "raw": {{order}}}',
      }),
    );
    const anna = await asked(shop);
    await anna.writes(text ?? '');
    await until('told', async () => (await anna.hears()).length >= 2);
    expect((await anna.hears())[1]).toBe('Заказ: в пути');
    const [request] = trap.requests;
    expect(request?.line).toBe(`POST /orders/${String(encoded)}/state?q=${String(encoded)}`);
    expect(request?.body).toBe(`{"order": ${JSON.stringify(text)}, "raw": ${JSON.stringify(text)}}`);
    expect(Buffer.from(String(request?.headers['x-order']), 'latin1').toString('utf8')).toBe(text);
    expect(request?.names).not.toContain('x-admin');
  });
});

test('nothing on this computer is asked unless its owner allows it, and no bot can allow it to itself', async () => {
  const trap = await openTrap();
  const bot = orders(`${trap.url}/`);
  const settings = { ...bot.settings, allowPrivateHosts: ['127.0.0.1'], 'http.privateHosts': ['127.0.0.1'] };
  const { shop } = await open({ ...bot, settings }, { allow: [] });
  const anna = await asked(shop);
  await anna.writes('17');
  await until('told', async () => (await anna.hears()).length >= 2);
  expect((await anna.hears())[1]).toBe('Сервер не ответил');
  expect(trap.connections).toBe(0);
});

test('the engine’s own webhook is not asked even where the computer is allowed', async () => {
  const { shop } = await open(orders('https://api.example/'));
  await publish(shop.engine, orders(`http://127.0.0.1:${String(shop.engine.webhook.port)}/`));
  const anna = await asked(shop);
  await anna.writes('17');
  await until('told', async () => (await anna.hears()).length >= 2);
  expect((await anna.hears())[1]).toBe('Сервер не ответил');
  const rows = shop.engine.store.read.outbox(String(await anna.lead()), 10);
  expect(rows.find((row) => row.effect.type === 'http')).toMatchObject({
    state: 'dead',
    reason: `requestRefused ownPort 127.0.0.1:${String(shop.engine.webhook.port)}`,
  });
});

describe('a request that an author tries out', () => {
  const wanted = (url: string) => ({
    method: 'POST' as const,
    url,
    headers: { 'x-shop': '7' },
    body: '{}',
    timeoutMs: 5_000,
  });

  test('is made once, as it stands, and whatever the server says is a reply', async () => {
    const trap = await openTrap();
    trap.answers(json({ why: 'нет такого' }, 404));
    const { shop } = await open(orders('https://api.example/'));
    const reply = unwrap(await callApi(createApi(shop.engine), 'test.request', wanted(`${trap.url}/orders?id=1`)));
    expect(reply).toEqual({ status: 404, body: JSON.stringify({ why: 'нет такого' }) });
    expect(trap.requests.map(({ line, body, headers }) => [line, body, headers['x-shop']])).toEqual([
      ['POST /orders?id=1', '{}', '7'],
    ]);
  });

  test('goes no further than those for customers', async () => {
    const trap = await openTrap();
    const { shop } = await open(orders('https://api.example/'), { allow: [] });
    const own = `http://127.0.0.1:${String(shop.engine.webhook.port)}/`;
    for (const url of [trap.url, own, 'http://169.254.169.254/latest/meta-data', 'file:///etc/passwd', 'nothing'])
      expect(await callApi(createApi(shop.engine), 'test.request', wanted(url))).toMatchObject({
        ok: false,
        fault: { code: 'requestRefused' },
      });
    expect(trap.connections).toBe(0);
  });
});

describe('a server in trouble', () => {
  test('is asked again under the same key, and its answer counts once', async () => {
    const trap = await openTrap();
    trap.answers((request, response) => {
      const fine = trap.requests.length > 2;
      json(fine ? { order: { state: 'готов' } } : {}, fine ? 200 : 503)(request, response);
    });
    const { shop } = await open(orders(trap.url, { retries: 3 }));
    const anna = await asked(shop);
    await anna.writes('17');
    await until('told', async () => (await anna.hears()).length >= 3);
    expect(await anna.hears()).toEqual([ASK, 'Заказ: готов', ASK]);
    const keys = trap.requests.map((request) => request.headers['idempotency-key']);
    expect(keys).toHaveLength(3);
    expect(new Set(keys).size).toBe(1);
    await anna.writes('18');
    await requestsCame(trap, 4);
    expect(trap.requests[3]?.headers['idempotency-key']).not.toBe(keys[0]);
  });

  test.for([
    ['says no: it is not asked again', 404, 3, 1],
    ['points elsewhere: it is not followed', 302, 3, 1],
    ['stays in trouble: it is asked as often as the author said', 500, 1, 2],
  ] as const)('%s', async ([, status, retries, times]) => {
    const trap = await openTrap();
    trap.answers((_, response) => void response.writeHead(status, { location: trap.url }).end('{}'));
    const { shop } = await open(orders(trap.url, { retries }));
    const anna = await asked(shop);
    await anna.writes('17');
    await until('told', async () => (await anna.hears()).length >= 3);
    expect(await anna.hears()).toEqual([ASK, 'Сервер не ответил', ASK]);
    expect(trap.requests).toHaveLength(times);
  });

  test('that does not answer in time is an error, not a silence', async () => {
    const trap = await openTrap();
    trap.answers(() => undefined);
    const { shop } = await open(orders(trap.url, { timeoutSeconds: 1 }));
    const anna = await asked(shop);
    await anna.writes('17');
    await until('told', async () => (await anna.hears()).length >= 2);
    expect((await anna.hears())[1]).toBe('Сервер не ответил');
  });

  test('that keeps many customers waiting keeps no other customer waiting', async () => {
    const trap = await openTrap();
    trap.answers(() => undefined);
    const { shop } = await open(orders(trap.url, { timeoutSeconds: 30 }));
    const names = Array.from({ length: LIMITS.parallelLeads + 2 }, (_, index) => `Клиент ${String(index)}`);
    await Promise.all(
      names.map(async (name) => {
        const customer = await asked(shop, name);
        await customer.writes('17');
      }),
    );
    await requestsCame(trap, names.length);
    // All of those still wait.
    const vera = await asked(shop, 'Вера');
    expect(await vera.hears()).toEqual([ASK]);
  });
});

test('a long reply is kept as far as a record can hold, and the record replays with it', async () => {
  const trap = await openTrap();
  trap.answers((_, response) => void response.end('x'.repeat(100_000)));
  const { shop } = await open(orders(trap.url, { save: { state: '$' } }));
  const anna = await asked(shop);
  await anna.writes('17');
  await until('told', async () => (await anna.hears()).length >= 2);
  expect((await anna.hears())[1]).toBe(`Заказ: ${'x'.repeat(LIMITS.valueCharacters)}`);
  const lead = String(await anna.lead());
  const outcomes = shop.engine.store.read
    .traces(lead, 10)
    .map((row) => row.event)
    .filter((event): event is TurnEventOf<'outcome'> => event.type === 'outcome');
  expect(outcomes.map((event) => [event.ok, event.reply?.status, event.reply?.body.length])).toEqual([
    [true, 200, LIMITS.httpReplyCharacters],
  ]);
});

test('a person who takes over while the server thinks is not spoken over', async () => {
  const trap = await openTrap();
  let answer = (): void => undefined;
  trap.answers((request, response) => {
    answer = () => json({ order: { state: 'в пути' } })(request, response);
  });
  const { shop } = await open(orders(trap.url));
  const anna = await asked(shop);
  await anna.writes('17');
  await requestsCame(trap, 1);
  await anna.movedTo('Диалог с оператором');
  await until('taken over', () => shop.engine.store.read.sessions(1)[0]?.owner === 'human');
  answer();
  await until('nothing is on its way', () => {
    const { inboxNew, outboxOpen } = shop.engine.store.read.counts();
    return inboxNew === 0 && outboxOpen === 0;
  });
  expect(await anna.hears()).toEqual([ASK]);
});

test('what was under way when the engine ended is asked again, under the same key, and the conversation goes on', async () => {
  const trap = await openTrap();
  trap.answers(() => undefined);
  const { shop, folder } = await open(orders(trap.url, { timeoutSeconds: 30 }));
  const anna = await asked(shop);
  await anna.writes('17');
  await requestsCame(trap, 1);
  const began = performance.now();
  await shop.engine.close();
  // The request itself would have gone on for thirty seconds.
  expect(performance.now() - began).toBeLessThan(25_000);
  trap.answers(json({ order: { state: 'готов' } }));
  const engine = await reopenEngine(folder);
  onTestFinished(() => engine.close());
  await until('told', async () => (await anna.hears()).length >= 3);
  expect(await anna.hears()).toEqual([ASK, 'Заказ: готов', ASK]);
  expect(trap.requests).toHaveLength(2);
  const [first, second] = trap.requests;
  expect(second?.headers['idempotency-key']).toBe(first?.headers['idempotency-key']);
  expect(second?.body).toBe(first?.body);
});
