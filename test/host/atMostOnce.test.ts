import { describe, expect, onTestFinished, test } from 'vitest';
import { callApi, createApi } from '../../engine/host/api.ts';
import type { Engine } from '../../engine/host/engine.ts';
import { LIMITS } from '../../engine/model/limits.ts';
import type { Method, Params, Reply } from '../../engine/protocol.ts';
import { drawBot } from '../support/botBuilder.ts';
import { tempFolder } from '../support/tempFolder.ts';
import { gate } from './gate.ts';
import { openShop, reopenEngine, until, unwrap, type ShopOptions } from './liveShop.ts';
import { json, openTrap, type Trap } from './trap.ts';

const isSend = (line: string): boolean => /POST .*\/send/u.test(line);

async function ask<M extends Method>(engine: Engine, method: M, params: Params<M>): Promise<Reply<M>> {
  return unwrap(await callApi(createApi(engine), method, params)) as Reply<M>;
}
const inDoubt = (engine: Engine) =>
  until('left to a person', async () => {
    const { rows } = await ask(engine, 'queues.list', { kinds: ['unknown'] });
    return rows.some((row) => row.why === 'person') && rows;
  });
const isIdle = ({ store }: Engine): boolean => {
  const { inboxNew, outboxOpen } = store.read.counts();
  return inboxNew === 0 && outboxOpen === 0;
};

/** Every order is confirmed by a message that must not come twice. */
const till = drawBot()
  .variable('order')
  .settings({ burstSeconds: 0 })
  .start('ask')
  .question('ask', 'Что закажете?', { answer: 'text', saveTo: 'order' }, { answered: 'bill', failed: 'ask' })
  .node('bill', 'message', { parts: [{ text: 'Спишем 500 ₽ за «{{order}}»' }], ifUnclear: 'never' }, { next: 'thanks' })
  .message('thanks', 'Спасибо!', 'ask')
  .build();
const BILL = 'Спишем 500 ₽ за «Торт»';

async function atTheTill(options: ShopOptions = {}) {
  const road = gate();
  const shop = await openShop(tempFolder(), till, { through: road.through, pace: { retryMs: [50] }, ...options });
  onTestFinished(() => shop.close());
  const anna = await shop.customer('Анна');
  await anna.writes('Добрый день');
  await until('asked', async () => (await anna.hears()).length === 1 && isIdle(shop.engine));
  return { road, shop, anna, engine: shop.engine };
}

/** At the till, the bill was given up half way: nobody knows whether Anna has it, and the rest is said. */
async function billInDoubt() {
  const till = await atTheTill();
  const { road, anna, engine } = till;
  road.answer(500, isSend);
  await anna.writes('Торт');
  await until('one is in doubt', () => engine.store.read.counts().outboxUnknown > 0);
  road.answer(null);
  const [row] = await inDoubt(engine);
  return { ...till, ids: [row?.id ?? ''] };
}

describe('a message that its author wants rather never than twice', () => {
  test('was lost on the way: it waits for a person, and the conversation does not wait for it', async () => {
    const { anna, engine, ids } = await billInDoubt();
    await until('the talk goes on', async () => (await anna.hears()).length === 3);
    expect(await anna.hears()).toEqual(['Что закажете?', 'Спасибо!', 'Что закажете?']);
    expect(await ask(engine, 'queues.retry', { ids })).toMatchObject({ done: 1 });
    await until('sent', async () => (await anna.hears()).length === 4 && isIdle(engine));
    expect((await anna.hears()).filter((text) => text === BILL)).toHaveLength(1);
  });

  test('arrived, and only its answer was lost: the history says so, and nobody is asked', async () => {
    const { road, anna, engine } = await atTheTill();
    road.loseAnswer(isSend);
    await anna.writes('Торт');
    await until('all is said', async () => (await anna.hears()).length === 4 && isIdle(engine));
    expect(await anna.hears()).toEqual(['Что закажете?', BILL, 'Спасибо!', 'Что закажете?']);
  });

  test('shows up in the history later than anybody waits: it is taken out of the queue by itself', async () => {
    const { road, shop, anna, engine } = await atTheTill();
    Object.assign(shop.sandbox.core.faults, { historyLagMs: 600_000, dropEcho: true });
    road.loseAnswer(isSend);
    await anna.writes('Торт');
    await inDoubt(engine);
    for (const message of shop.sandbox.world.messages.values()) Object.assign(message, { visibleAt: 0 });
    await until('found', () => isIdle(engine));
    expect((await anna.hears()).filter((text) => text === BILL)).toHaveLength(1);
    const rows = engine.store.read.outbox(String(await anna.lead()), 10);
    expect(rows.map(({ state, attempts }) => [state, attempts])).toEqual(rows.map(() => ['sent', 1]));
  });

  test('and is sent again by a person while the bot is looking for it goes out', async () => {
    const { road, anna, engine, ids } = await billInDoubt();
    await until('the talk goes on', async () => (await anna.hears()).length === 3);
    const looks = () => road.asked.filter((line) => line.includes('/history')).length;
    const before = looks();
    road.hold(true, (line) => line.includes('/history'));
    await until('it looks', () => looks() > before);
    expect(await ask(engine, 'queues.retry', { ids })).toMatchObject({ done: 1 });
    road.hold(false);
    await until('sent', async () => (await anna.hears()).length === 4 && isIdle(engine));
    expect(await anna.hears()).toContain(BILL);
  });

  test('stays with the person over a restart', async () => {
    const { shop, anna, engine } = await billInDoubt();
    await engine.close();
    const next = await reopenEngine(engine.store.folder);
    onTestFinished(() => next.close());
    const [row] = await inDoubt(next);
    expect(await ask(next, 'queues.drop', { ids: [row?.id ?? ''] })).toMatchObject({ done: 1 });
    await until('nothing is open', () => isIdle(next));
    expect(await anna.hears()).not.toContain(BILL);
    await shop.close();
  });
});

describe('a request that its author wants rather never than twice', () => {
  async function booking(trap: Trap) {
    const bot = drawBot()
      .settings({ burstSeconds: 0 })
      .start('ask')
      .variable('day')
      .question('ask', 'На какой день?', { answer: 'text', saveTo: 'day' }, { answered: 'book', failed: 'ask' })
      .node(
        'book',
        'http',
        { method: 'POST', url: trap.url, ifUnclear: 'never', retries: 3, timeoutSeconds: 1 },
        { ok: 'booked', error: 'sorry' },
      )
      .message('booked', 'Записали', 'ask')
      .message('sorry', 'Не записали', 'ask')
      .build();
    const folder = tempFolder();
    const shop = await openShop(folder, bot, { pace: { retryMs: [50] } });
    onTestFinished(() => shop.close());
    const { engine } = shop;
    unwrap(await engine.store.write((writer) => writer.putSetting('http.privateHosts', ['127.0.0.1'])));
    const anna = await shop.customer('Анна');
    await anna.writes('Добрый день');
    await until('asked', async () => (await anna.hears()).length === 1);
    await anna.writes('На субботу');
    return { engine, anna, folder };
  }

  test.for([
    ['it was done after all', 'queues.arrived', 'Записали', 1],
    ['it was not done', 'queues.drop', 'Не записали', 1],
    ['it is to be made again', 'queues.retry', 'Записали', 2],
  ] as const)('and that got no answer is not made again; a person finds that %s', async ([, verb, said, times]) => {
    const trap = await openTrap();
    trap.answers(() => undefined);
    const { engine, anna } = await booking(trap);
    const [row] = await inDoubt(engine);
    expect(trap.requests).toHaveLength(1);
    trap.answers(json({}));
    expect(await ask(engine, verb, { ids: [row?.id ?? ''] })).toMatchObject({ done: 1 });
    await until('told', async () => (await anna.hears()).length === 3);
    expect((await anna.hears())[1]).toBe(said);
    expect(trap.requests).toHaveLength(times);
    const keys = trap.requests.map((request) => request.headers['idempotency-key']);
    expect(new Set(keys).size).toBe(1);
  });

  test('and whose connection was cut is not made again', async () => {
    const trap = await openTrap();
    trap.answers((_, response) => void response.destroy());
    const { engine } = await booking(trap);
    await inDoubt(engine);
    expect(trap.requests).toHaveLength(1);
  });

  test('and that was under way when the engine ended is not made again by the next one', async () => {
    const trap = await openTrap();
    trap.answers(() => undefined);
    const { engine, folder } = await booking(trap);
    await until('under way', () => trap.requests.length === 1);
    await engine.close();
    const next = await reopenEngine(folder);
    onTestFinished(() => next.close());
    await inDoubt(next);
    expect(trap.requests).toHaveLength(1);
  });

  test('and that only waited for its turn when the engine ended is made by the next one', async () => {
    const trap = await openTrap();
    trap.answers(() => undefined);
    const bot = drawBot()
      .settings({ burstSeconds: 0 })
      .start('book')
      .node(
        'book',
        'http',
        { method: 'POST', url: trap.url, ifUnclear: 'never', retries: 0, timeoutSeconds: 60 },
        { ok: 'booked', error: 'sorry' },
      )
      .message('booked', 'Записали', 'ask')
      .message('sorry', 'Не записали', 'ask')
      .variable('more')
      .question('ask', 'Что-нибудь ещё?', { answer: 'text', saveTo: 'more' }, { answered: 'ask', failed: 'ask' })
      .build();
    const folder = tempFolder();
    const shop = await openShop(folder, bot, { pace: { retryMs: [50] } });
    onTestFinished(() => shop.close());
    const { engine } = shop;
    unwrap(await engine.store.write((writer) => writer.putSetting('http.privateHosts', ['127.0.0.1'])));
    const waiting = 3;
    const people = await Promise.all(
      Array.from({ length: LIMITS.parallelRequests + waiting }, (_, index) => shop.customer(`Клиент ${String(index)}`)),
    );
    for (const one of people) await one.writes('Запишите меня');
    const leads = await Promise.all(people.map(async (one) => (await one.lead()) ?? ''));
    const stateOf = (lead: string) => engine.store.read.outbox(lead, 1)[0]?.state;
    await until(
      'as many as may are under way, and the others wait',
      () => leads.every((lead) => stateOf(lead) === 'sending'),
      60_000,
    );
    await until('the server has them', () => trap.requests.length === LIMITS.parallelRequests);
    await engine.close();
    trap.answers(json({}));
    const next = await reopenEngine(folder);
    onTestFinished(() => next.close());
    await until('the others were asked for', async () => {
      const heard = await Promise.all(people.map((one) => one.hears()));
      return heard.filter(([said]) => said === 'Записали').length === waiting;
    });
    await until('the rest is left to a person', async () => {
      const { rows } = await ask(next, 'queues.list', { kinds: ['unknown'] });
      return rows.filter((row) => row.why === 'person').length === LIMITS.parallelRequests;
    });
    expect(trap.requests).toHaveLength(LIMITS.parallelRequests + waiting);
  }, 120_000);

  test.for([
    ['was refused for the moment is made again: nothing was done', 429, 'Записали', 2],
    ['met a server in trouble is not: it may have been done', 503, 'Не записали', 1],
  ] as const)('and %s', async ([, status, said, times]) => {
    const trap = await openTrap();
    trap.answers((request, response) => json({}, trap.requests.length > 1 ? 200 : status)(request, response));
    const { anna } = await booking(trap);
    await until('told', async () => (await anna.hears()).length === 3);
    expect((await anna.hears())[1]).toBe(said);
    expect(trap.requests).toHaveLength(times);
  });
});
