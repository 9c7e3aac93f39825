import { describe, expect, test } from 'vitest';
import { callApi, createApi } from '../../engine/host/api.ts';
import type { Engine } from '../../engine/host/engine.ts';
import type { Method, Params, Push, Reply } from '../../engine/protocol.ts';
import { tempFolder } from '../support/tempFolder.ts';
import { echoBot } from './echoBot.ts';
import { gate, type Gate } from './gate.ts';
import { openShop, until, unwrap, type Shop } from './liveShop.ts';
import { MENU, smallBot } from './smallBot.ts';

/** Long: what is in doubt stays so, for people to decide. */
const settleMs = 60_000;
const isSend = (line: string): boolean => /POST .*\/send/u.test(line);

async function ask<M extends Method>(engine: Engine, method: M, params: Params<M>): Promise<Reply<M>> {
  return unwrap(await callApi(createApi(engine), method, params)) as Reply<M>;
}
const rows = async ({ engine }: Shop, kind: Reply<'queues.list'>['rows'][number]['kind']) =>
  (await ask(engine, 'queues.list', { kinds: [kind] })).rows;
const idle = ({ engine }: Shop): boolean => {
  const { inboxNew, outboxOpen } = engine.store.read.counts();
  return inboxNew === 0 && outboxOpen === 0;
};
const result = (part: Partial<Reply<'queues.retry'>>) => ({ done: 0, late: 0, gone: 0, people: 0, ...part });

async function talking(road: Gate = gate()) {
  const shop = await openShop(tempFolder(), echoBot(), { through: road.through, settleMs, pace: { retryMs: [50] } });
  const anna = await shop.customer('Анна');
  await anna.writes('Добрый день');
  await until('asked', async () => (await anna.hears()).length === 1 && idle(shop));
  return { shop, anna, road, engine: shop.engine };
}

/** One reply that the account refuses for good. */
async function refused() {
  const it = await talking();
  it.road.answer(400, isSend);
  await it.anna.writes('раз');
  const [row] = await until('given up', async () => {
    const dead = await rows(it.shop, 'dead');
    return dead.length === 2 && dead.toReversed();
  });
  it.road.answer(null);
  return { ...it, row: row ?? { id: '' } };
}

/** One reply of which nobody knows whether it arrived; the next one waits behind it. */
async function inDoubt() {
  const it = await talking();
  it.road.answer(500, isSend);
  await it.anna.writes('раз');
  const [row] = await until('in doubt', async () => {
    const unknown = await rows(it.shop, 'unknown');
    return unknown.length === 1 && unknown;
  });
  it.road.answer(null);
  return { ...it, row: row ?? { id: '' } };
}

describe('what was given up', () => {
  test('says who, what and why, and goes out when somebody says so', async () => {
    const { shop, anna, engine, row } = await refused();
    expect(row).toMatchObject({
      kind: 'dead',
      name: 'Анна',
      owner: 'bot',
      attempts: 1,
      what: { type: 'effect', effect: { type: 'send', text: 'Вы сказали: раз.' } },
    });
    expect(row).toHaveProperty('reason', expect.stringMatching(/^refused 400/u));
    expect(await ask(engine, 'queues.retry', { ids: [row.id] })).toEqual(result({ done: 1 }));
    await until('it is said', async () => (await anna.hears()).at(-1) === 'Вы сказали: раз.');
    expect(await ask(engine, 'queues.retry', { ids: [row.id] })).toEqual(result({ late: 1 }));
    expect(await ask(engine, 'queues.retry', { kind: 'dead' })).toEqual(result({ done: 1 }));
    await until('and the next', async () => (await anna.hears()).at(-1) === 'Слушаю' && idle(shop));
    expect(engine.store.read.counts().outboxDead).toBe(0);
    await shop.close();
  });

  test('is not said over a person’s head', async () => {
    const { shop, anna, engine, row } = await refused();
    await anna.managerWrites('Я отвечу сама');
    await until('a person has it', () => engine.store.read.sessions(1)[0]?.owner === 'human' && idle(shop));
    expect(await ask(engine, 'queues.retry', { ids: [row.id] })).toEqual(result({ people: 1 }));
    expect((await anna.hears()).slice(1)).toEqual(['Я отвечу сама']);
    await shop.close();
  });

  test('leaves the queue when it is dropped', async () => {
    const { shop, anna, engine } = await refused();
    expect(await ask(engine, 'queues.drop', { kind: 'dead' })).toEqual(result({ done: 2 }));
    expect(await rows(shop, 'dead')).toEqual([]);
    expect(await anna.hears()).toEqual(['Слушаю']);
    await shop.close();
  });
});

describe('what is in doubt', () => {
  test('did arrive: it is not sent again, and what waited behind it goes on', async () => {
    const { shop, anna, engine, row } = await inDoubt();
    const [behind] = await rows(shop, 'waiting');
    expect(behind).toMatchObject({ why: 'order', what: { type: 'effect', effect: { text: 'Слушаю' } } });
    expect(await ask(engine, 'queues.arrived', { ids: [row.id] })).toEqual(result({ done: 1 }));
    await until('the next one is said', async () => (await anna.hears()).length === 2 && idle(shop));
    expect(await anna.hears()).toEqual(['Слушаю', 'Слушаю']);
    await shop.close();
  });

  test('is sent again', async () => {
    const { shop, anna, engine, row } = await inDoubt();
    expect(await ask(engine, 'queues.retry', { ids: [row.id] })).toEqual(result({ done: 1 }));
    await until('both are said', async () => (await anna.hears()).length === 3 && idle(shop));
    expect(await anna.hears()).toEqual(['Слушаю', 'Вы сказали: раз.', 'Слушаю']);
    await shop.close();
  });

  test('rather never: neither it nor a doubt is left', async () => {
    const { shop, anna, engine, row } = await inDoubt();
    expect(await ask(engine, 'queues.drop', { ids: [row.id] })).toEqual(result({ done: 1 }));
    await until('the next one is said', async () => (await anna.hears()).length === 2 && idle(shop));
    expect(await ask(engine, 'queues.arrived', { ids: [row.id] })).toEqual(result({ gone: 1 }));
    expect(await anna.hears()).toEqual(['Слушаю', 'Слушаю']);
    await shop.close();
  });
});

test('a status that is dropped is a refusal to the conversation, which goes on', async () => {
  const road = gate();
  const shop = await openShop(tempFolder(), smallBot(), { through: road.through, pace: { retryMs: [50] } });
  const anna = await shop.customer('Анна');
  await anna.writes('Добрый день');
  await until('greeted', async () => (await anna.hears()).length === 2 && idle(shop));
  road.answer(500, (line) => line.startsWith('PUT '));
  await anna.writes('2');
  const row = await until('the order waits for another attempt', async () => {
    const waiting = await rows(shop, 'waiting');
    return waiting.find(({ what, attempts }) => what.type === 'effect' && attempts > 0);
  });
  expect(row).toMatchObject({ reason: 'upstreamDown', what: { effect: { type: 'setStatus' } } });
  // While an attempt is under way it is too late; the next press finds it waiting again.
  await until('dropped', async () => (await ask(shop.engine, 'queues.drop', { ids: [row.id] })).done === 1);
  road.answer(null);
  await until('told', async () => (await anna.hears()).length === 4 && idle(shop));
  expect((await anna.hears()).slice(2)).toEqual(['Не получилось записать заказ.', MENU]);
  expect(await anna.status()).toBe('Первичное касание');
  await shop.close();
});

describe('while nobody was there', () => {
  async function away() {
    const shop = await openShop(tempFolder(), smallBot(), { pace: { staleMs: 60_000 } });
    const { engine } = shop;
    const anna = await shop.customer('Анна');
    await anna.writes('Добрый день');
    await until('greeted', async () => (await anna.hears()).length === 2 && idle(shop));
    unwrap(await engine.setRunning(false));
    const lead = (await anna.lead()) ?? '';
    const thread = engine.store.read.session(lead)?.thread ?? null;
    const at = Date.now() - 3_600_000;
    const event = { type: 'message' as const, text: '1', attachments: [], channel: 'telebot', lead, customer: {} };
    unwrap(
      await engine.store.write((writer) =>
        writer.putInbox({ key: 'old', content: '', lead, event, thread, at, due: at }),
      ),
    );
    expect(await rows(shop, 'waiting')).toMatchObject([{ why: 'stopped', what: { type: 'message', text: '1' } }]);
    unwrap(await engine.setRunning(true));
    const [row] = await until('set aside', async () => {
      const found = await rows(shop, 'away');
      return found.length === 1 && found;
    });
    expect(row).toMatchObject({ name: 'Анна', reason: 'stale', since: at });
    return { shop, engine, anna, lead, ids: [row?.id ?? ''] };
  }

  test('a message is answered by the bot after all', async () => {
    const { shop, engine, anna, ids } = await away();
    expect(await ask(engine, 'queues.retry', { ids })).toEqual(result({ done: 1 }));
    await until('answered', async () => (await anna.hears()).length === 4 && idle(shop));
    expect((await anna.hears()).slice(2)).toEqual(['Печём торты.', MENU]);
    expect(await rows(shop, 'away')).toEqual([]);
    await shop.close();
  });

  test('a conversation that people have is given back before', async () => {
    const { shop, engine, anna, lead, ids } = await away();
    await ask(engine, 'live.setOwner', { lead, owner: 'human' });
    await until('a person has it', () => engine.store.read.session(lead)?.state.owner === 'human' && idle(shop));
    await ask(engine, 'queues.retry', { ids });
    await until('answered', async () => (await anna.hears()).length === 6 && idle(shop));
    expect((await anna.hears()).slice(2)).toEqual(['Снова на связи бот.', MENU, 'Печём торты.', MENU]);
    await shop.close();
  });

  test('is done with, and can be brought back', async () => {
    const { shop, engine, anna, ids } = await away();
    expect(await ask(engine, 'queues.drop', { ids })).toEqual(result({ done: 1 }));
    expect(engine.store.read.counts()).toMatchObject({ inboxParked: 0, inboxAway: 0 });
    expect(await ask(engine, 'queues.drop', { ids })).toEqual(result({ gone: 1 }));
    expect(await ask(engine, 'queues.restore', { ids })).toEqual(result({ done: 1 }));
    expect(await rows(shop, 'away')).toMatchObject([{ reason: 'stale' }]);
    expect((await anna.hears()).length).toBe(2);
    await shop.close();
  });
});

test('a window that listens hears of every change, unasked', async () => {
  const { shop, anna, engine, road } = await talking();
  const heard: Push[] = [];
  const stop = engine.onPush((push) => heard.push(push));
  road.answer(400, isSend);
  await anna.writes('раз');
  await until('it is told', () => heard.some((push) => push.push === 'queues' && push.queues.outboxDead === 2));
  stop();
  await shop.close();
});

test('ids that nobody gave out are in no queue', async () => {
  const { shop, engine } = await talking();
  const ids = ['in999', 'out999', 'out', '1; DROP TABLE inbox', 'in99999999999999999999'];
  expect(await ask(engine, 'queues.drop', { ids })).toEqual(result({ gone: 2 }));
  expect(await ask(engine, 'queues.retry', { ids })).toEqual(result({ gone: 2 }));
  await shop.close();
});
