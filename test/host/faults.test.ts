import { describe, expect, test } from 'vitest';
import type { Faults } from '../../engine/sandbox/faults.ts';
import { tempFolder } from '../support/tempFolder.ts';
import { echoBot } from './echoBot.ts';
import { gate } from './gate.ts';
import { openShop, until, type Shop } from './liveShop.ts';
import { MENU, smallBot } from './smallBot.ts';

const TURNS = 8;
const fast = { retryMs: [50, 100, 200], badTokenMs: 300 };

/** Customers who each wait for the reply before they write on. Value: all that each of them was told. */
async function talk(shop: Shop, customers: number): Promise<readonly (readonly string[])[]> {
  const one = async (name: string): Promise<readonly string[]> => {
    const customer = await shop.customer(name);
    await customer.writes('Здравствуйте');
    for (let turn = 0; turn <= TURNS; turn += 1) {
      const told = 1 + turn * 2;
      await until(`${name}: ${String(told)} messages`, async () => (await customer.hears()).length >= told, 20_000);
      if (turn < TURNS) await customer.writes(`слово ${String(turn)}`);
    }
    await until('nothing is on its way', () => {
      const { inboxNew, outboxOpen } = shop.engine.store.read.counts();
      return inboxNew === 0 && outboxOpen === 0;
    });
    return customer.hears();
  };
  return Promise.all(Array.from({ length: customers }, (_, index) => one(`Клиент ${String(index)}`)));
}

const expected = [
  'Слушаю',
  ...Array.from({ length: TURNS }, (_, turn) => [`Вы сказали: слово ${String(turn)}.`, 'Слушаю']).flat(),
];

describe('whatever the account does, each customer hears each reply once and in order', () => {
  const cases: [string, Partial<Faults>, number?][] = [
    ['webhooks twice', { duplicateEveryNth: 6 }],
    ['429 with Retry-After', { tooManyRequests: 0.05, retryAfterSeconds: 0 }],
    ['errors before anything is done', { serverErrors: 0.03, serverErrorStatus: 500 }],
    ['lost requests', { lostRequests: 0.05 }],
    ['lost answers', { sendFailAfterDelivery: 0.08, sendFailKind: 'drop', historyLagMs: 400 }, 1_000],
    ['answers of 500 after delivery', { sendFailAfterDelivery: 0.08, sendFailKind: 'status500' }],
    ['echo before the reply', { echoBeforeReply: true }],
    ['no echo', { dropEcho: true, sendFailAfterDelivery: 0.05 }],
    ['events out of order', { reorder: true }],
    ['events late', { delayMs: 60 }],
    ['other shapes', { emptySendReply: true, datetime: 'ms', messageId: 'string', omitSourceType: true }],
    ['no address in the event', { omitRealId: true }],
    [
      'everything at once',
      {
        duplicateEveryNth: 6,
        tooManyRequests: 0.05,
        retryAfterSeconds: 0,
        serverErrors: 0.03,
        lostRequests: 0.02,
        sendFailAfterDelivery: 0.04,
        sendFailKind: 'drop',
        echoBeforeReply: true,
      },
    ],
  ];
  test.for(cases)('%s', { timeout: 60_000 }, async ([, faults, settleMs]) => {
    const shop = await openShop(tempFolder(), echoBot(), {
      settleMs: settleMs ?? 150,
      pace: fast,
      sandbox: { delivery: { retries: 5, backoffMs: 20 } },
    });
    Object.assign(shop.sandbox.core.faults, faults);
    const told = await talk(shop, 3);
    expect(told).toEqual([expected, expected, expected]);
    await shop.close();
  });
});

test('without a network nothing is lost, it is said, and it comes back by itself', async () => {
  const road = gate();
  const shop = await openShop(tempFolder(), smallBot(), { through: road.through, pace: fast });
  const anna = await shop.customer('Анна');
  await anna.writes('Добрый день');
  await until('greeted', async () => (await anna.hears()).length === 2);
  await road.down();
  await anna.writes('2');
  await until('it is said', () => shop.engine.connection.view().fault?.code === 'network');
  await anna.writes('бот');
  await road.up();
  await until('on again', () => shop.engine.connection.view().state === 'on');
  // The status was not given up meanwhile: the order is what was asked for, then the bot is called back.
  await until('all is said', async () => (await anna.hears()).length >= 4);
  expect(await anna.hears()).toEqual(['Здравствуйте!', MENU, 'Спасибо за заказ!', MENU]);
  expect(await anna.status()).toBe('Хочу заказать');
  await shop.close();
});

test('an account that answers 500 keeps messages waiting, not lost', async () => {
  const road = gate();
  const shop = await openShop(tempFolder(), echoBot(), { through: road.through, pace: fast });
  const anna = await shop.customer('Анна');
  await anna.writes('Добрый день');
  await until('asked', async () => (await anna.hears()).length === 1);
  road.answer(500);
  await anna.writes('раз');
  // Not even whether she wrote can be looked up: it waits.
  await until('it was looked up twice', () => road.asked.filter((line) => line.includes('/history/')).length >= 3);
  road.answer(500, (line) => line.endsWith('/send'));
  await until('it is not known what became of it', () => shop.engine.store.read.counts().outboxUnknown === 1);
  road.answer(null);
  await until('both are said', async () => (await anna.hears()).length >= 3);
  expect(await anna.hears()).toEqual(['Слушаю', 'Вы сказали: раз.', 'Слушаю']);
  await shop.close();
});

test('a token that is refused in the middle stops all requests but a rare look', async () => {
  const road = gate();
  const shop = await openShop(tempFolder(), echoBot(), { through: road.through, pace: { ...fast, badTokenMs: 400 } });
  const people = await Promise.all(['Анна', 'Борис', 'Вера'].map((name) => shop.customer(name)));
  for (const person of people) await person.writes('Добрый день');
  await until('all were asked', async () => (await Promise.all(people.map((one) => one.hears()))).flat().length === 3);
  road.answer(401);
  for (const person of people) await person.writes('раз');
  await until('it is said', () => shop.engine.connection.view().fault?.code === 'badToken');
  const looks = (): number => road.asked.filter((line) => line.endsWith('/account/me')).length;
  const before = looks();
  const from = road.asked.length;
  const began = Date.now();
  await until('three looks', () => looks() >= before + 3);
  // Three customers wait, and the account hears of none of them.
  expect(road.asked.slice(from).filter((line) => line.includes('/send')).length).toBeLessThanOrEqual(2);
  expect(Date.now() - began).toBeGreaterThan(700);
  road.answer(null);
  await until('all replies', async () => (await Promise.all(people.map((one) => one.hears()))).flat().length === 9);
  for (const person of people) expect(await person.hears()).toEqual(['Слушаю', 'Вы сказали: раз.', 'Слушаю']);
  await shop.close();
});
