import { afterEach, describe, expect, test } from 'vitest';
import { tempFolder } from '../support/tempFolder.ts';
import { echoBot } from './echoBot.ts';
import { gate } from './gate.ts';
import { openShop, until, type Shop, type ShopOptions } from './liveShop.ts';
import { smallBot } from './smallBot.ts';
import { placeOf, stranger, told, type Place, type Stranger } from './stranger.ts';

/** Somebody has learnt the secret address (reliability.md, 4.1 and 6). What they can do with it is this. */
const open: { shop: Shop; mallory: Stranger }[] = [];
afterEach(async () => {
  for (const { shop, mallory } of open.splice(0)) {
    await mallory.close();
    await shop.close();
  }
});

async function besieged(bot = echoBot(), options: ShopOptions = {}) {
  const shop = await openShop(tempFolder(), bot, options);
  const mallory = stranger(shop);
  open.push({ shop, mallory });
  return { shop, mallory, store: shop.engine.store };
}

const quiet = (shop: Shop): boolean => {
  const { inboxNew, outboxOpen } = shop.engine.store.read.counts();
  return inboxNew === 0 && outboxOpen === 0;
};
const sends = (shop: Shop, lead: number): readonly string[] =>
  shop.engine.store.read
    .outbox(String(lead), 1_000)
    .flatMap(({ effect }) => (effect.type === 'send' ? [effect.text] : []));

async function met(shop: Shop, names: readonly string[]) {
  const people = await Promise.all(names.map((name) => shop.customer(name)));
  for (const person of people) await person.writes('Добрый день');
  for (const person of people) await until('asked', async () => (await person.hears()).length === 1);
  await until('all is sent', () => quiet(shop));
  const places = await Promise.all(people.map(async (person) => placeOf(shop, (await person.lead()) ?? '')));
  return people.flatMap((person, index) => {
    const place = places[index];
    return place === undefined ? [] : [{ person, place }];
  });
}

const NAMES = ['Анна', 'Борис', 'Вера', 'Глеб'];

test('T-W1: 10,000 forged posts make the bot neither speak nor miss a word', { timeout: 180_000 }, async () => {
  const { shop, mallory, store } = await besieged();
  const people = await met(shop, NAMES);
  const statusId = [...shop.sandbox.world.statuses.values()].at(-1)?.id;
  const places = people.map(({ place }) => place);
  const place = (n: number): Place => places[n % places.length] ?? { lead: 0, realId: 0, saId: 0 };
  const forged = Array.from({ length: 10_000 }, (_, n) => {
    const text = `Я подделка ${String(n)}`;
    switch (n % 5) {
      case 0:
        return told(
          'incoming',
          { lead: 900_000 + n, realId: 990_000 + n, saId: place(0).saId },
          { messageId: n, text },
        );
      case 1:
        return told('incoming', place(n), { messageId: 5_000_000 + n, text });
      case 2:
        return told('outgoing', place(n), { messageId: 6_000_000 + n, text: 'Слушаю', customId: `dg:${String(n)}` });
      case 3:
        return told('outgoing', place(n), { messageId: 7_000_000 + n, text });
      default:
        return { type: 'lead.changed.status', leadId: place(n).lead, lead: { id: place(n).lead, statusId }, n };
    }
  });
  const lines = Array.from({ length: 8 }, (_, n) => `строка ${String(n)}`);
  const writing = (async () => {
    for (const line of lines) for (const { person } of people) await person.writes(line);
  })();
  for (let from = 0; from < forged.length; from += 1_000)
    expect(await mallory.post(forged.slice(from, from + 1_000))).toEqual([200]);
  await writing;

  const wanted = ['Слушаю', ...lines.flatMap((line) => [`Вы сказали: ${line}.`, 'Слушаю'])];
  for (const { person } of people)
    await until('every real line has its answer', async () => (await person.hears()).length >= wanted.length, 80_000);
  await until('nothing waits', () => quiet(shop), 80_000);
  for (const {
    person,
    place: { lead },
  } of people) {
    expect(await person.hears()).toEqual(wanted);
    expect(store.read.session(String(lead))?.state.owner).toBe('bot');
    expect(sends(shop, lead)).toEqual(wanted);
  }
  expect(store.read.sessionCount()).toBe(people.length);
  expect(store.read.counts()).toMatchObject({ inboxParked: 0, outboxDead: 0, outboxUnknown: 0 });
  const { message, takeOver } = shop.engine.trust.forged();
  expect(message).toBe(4_000);
  expect(takeOver).toBeGreaterThan(0);
});

test('T-W1b: forged messages with the next 1,000 ids do not shadow the real ones', { timeout: 60_000 }, async () => {
  const { shop, mallory } = await besieged(echoBot(), { settleMs: 400 });
  const people = await met(shop, NAMES.slice(0, 2));
  const [anna, boris] = people;
  if (anna === undefined || boris === undefined) throw new Error('two customers were expected');
  const next = shop.sandbox.world.nextId.message ?? 0;
  const forged = Array.from({ length: 1_000 }, (_, n) =>
    told('incoming', n % 2 === 0 ? anna.place : boris.place, { messageId: next + (n >> 1), text: 'Переведите деньги' }),
  );
  expect(await mallory.post(forged)).toEqual([200]);
  const lines = Array.from({ length: 6 }, (_, n) => `вопрос ${String(n)}`);
  for (const line of lines) for (const { person } of people) await person.writes(line);
  await until('what nobody wrote is done with', () => quiet(shop), 30_000);
  // Every id was forged beforehand by now, seen or dismissed; the real ones go on being heard.
  for (const { person } of people) await person.writes('последний');
  const wanted = ['Слушаю', ...[...lines, 'последний'].flatMap((line) => [`Вы сказали: ${line}.`, 'Слушаю'])];
  for (const { person } of people) {
    await until('all are answered', async () => (await person.hears()).length >= wanted.length, 30_000);
    expect(await person.hears()).toEqual(wanted);
  }
});

test('T-W1b: a real message that was forged a moment before it runs as it was really written', async () => {
  const { shop, mallory } = await besieged(echoBot({ burstSeconds: 1 }));
  const [anna] = await met(shop, ['Анна']);
  if (anna === undefined) throw new Error('a customer was expected');
  const messageId = shop.sandbox.world.nextId.message ?? 0;
  expect(await mallory.post([told('incoming', anna.place, { messageId, text: 'Отмените мой заказ' })])).toEqual([200]);
  await anna.person.writes('Где мой заказ?');
  await until('answered', async () => (await anna.person.hears()).length === 3);
  expect((await anna.person.hears()).slice(1)).toEqual(['Вы сказали: Где мой заказ?.', 'Слушаю']);
});

test('T-W1c: 10,000 forged echoes mark no row as delivered', { timeout: 60_000 }, async () => {
  const road = gate();
  const { shop, mallory, store } = await besieged(echoBot(), { through: road.through });
  const [anna] = await met(shop, ['Анна']);
  if (anna === undefined) throw new Error('a customer was expected');
  road.answer(500, (line) => line.endsWith('/send'));
  await anna.person.writes('раз');
  await until('nobody knows whether it arrived', () => store.read.counts().outboxUnknown === 1);
  const open = store.read.outbox(String(anna.place.lead), 2).map((row) => row.id);
  for (let from = 0; from < 10_000; from += 1_000) {
    const echoes = Array.from({ length: 1_000 }, (_, n) =>
      told('outgoing', anna.place, {
        messageId: 8_000_000 + from + n,
        text: 'Вы сказали: раз.',
        ...(n % 2 === 0 ? { customId: `dg:${String(from + n).padStart(16, '0')}` } : {}),
      }),
    );
    expect(await mallory.post(echoes)).toEqual([200]);
  }
  expect(open.map((id) => store.read.outboxRow(id)?.state).filter((state) => state === 'sent')).toEqual([]);
  expect(open.map((id) => store.read.outboxRow(id)?.messageId)).toEqual([null, null]);
  road.answer(null);
  await until('it is said', async () => (await anna.person.hears()).length === 3);
  expect((await anna.person.hears()).slice(1)).toEqual(['Вы сказали: раз.', 'Слушаю']);
});

describe('T-W1d: forged take-overs', () => {
  test('100 of them, one a customer: the bot is back within seconds each time', { timeout: 60_000 }, async () => {
    const { shop, mallory } = await besieged(echoBot(), { settleMs: 300 });
    const people = await met(
      shop,
      Array.from({ length: 100 }, (_, n) => `К${String(n)}`),
    );
    const forged = people.map(({ place }, n) =>
      told('outgoing', place, { messageId: 9_000_000 + n, text: 'Я менеджер' }),
    );
    expect(await mallory.post(forged)).toEqual([200]);
    for (const { person } of people) await person.writes('вы тут?');
    for (const { person } of people)
      await until('the bot is back', async () => (await person.hears()).length === 3, 30_000);
    expect(shop.engine.trust.forged().takeOver).toBe(100);
    const owners = shop.engine.store.read.sessions(200).map((session) => session.owner);
    expect(owners.filter((owner) => owner !== 'bot')).toEqual([]);
  });

  test('pause at once, are confirmed by the history, and after a lie they wait for that', async () => {
    const road = gate();
    const { shop, mallory, store } = await besieged(echoBot(), { settleMs: 5_000, through: road.through });
    const [anna] = await met(shop, ['Анна']);
    if (anna === undefined) throw new Error('a customer was expected');
    const lead = String(anna.place.lead);
    const { account } = shop.sandbox.world;
    // A person writes while the history cannot be read: the bot is silent before that is proven.
    road.answer(500, (line) => line.includes('/history/'));
    await anna.person.managerWrites('Сейчас помогу');
    await until('it is told of', () => store.read.unproven(lead, 'told').length === 1);
    expect(store.read.session(lead)?.state.owner).toBe('bot');
    expect(account.id).toBeGreaterThan(0);
    road.answer(null);
    await until('people have it', () => store.read.session(lead)?.state.owner === 'human');
    expect(shop.engine.trust.forged()).toMatchObject({ takeOver: 0, message: 0 });
    await mallory.post([told('outgoing', anna.place, { messageId: 1, text: 'Я тоже' })]);
    expect((await anna.person.hears()).slice(1)).toEqual(['Сейчас помогу']);
  });
});

test('forged changes of status are looked up, by the thousand with few questions', async () => {
  const road = gate();
  const { shop, mallory, store } = await besieged(smallBot(), { through: road.through });
  const anna = await shop.customer('Анна');
  await anna.writes('Добрый день');
  await until('greeted', async () => (await anna.hears()).length === 2 && quiet(shop));
  const { lead } = placeOf(shop, (await anna.lead()) ?? '');
  const human = [...shop.sandbox.world.statuses.values()].find((one) => one.name === 'Диалог с оператором')?.id;
  const before = road.asked.length;
  const forged = Array.from({ length: 1_000 }, (_, n) => ({
    type: 'lead.changed.status',
    leadId: lead,
    lead: { id: lead, statusId: human, amount: n },
  }));
  expect(await mallory.post(forged)).toEqual([200]);
  await anna.writes('1');
  await until('the bot answers', async () => (await anna.hears()).length === 4);
  await until('nothing waits', () => quiet(shop));
  expect(store.read.session(String(lead))?.state.owner).toBe('bot');
  const asked = road.asked.slice(before).filter((line) => line.startsWith('GET /v1.3/leads/'));
  expect(asked.length).toBeLessThan(100);
  expect(shop.engine.trust.forged().status).toBeGreaterThan(500);
});

test('what was told with the words and the number of another is run as the history has it', async () => {
  const { shop, mallory, store } = await besieged(echoBot({ burstSeconds: 1 }));
  const [anna] = await met(shop, ['Анна']);
  if (anna === undefined) throw new Error('a customer was expected');
  // A real text under a forged name, and a comment's text as if it were private.
  const messageId = shop.sandbox.world.nextId.message ?? 0;
  await mallory.post([told('incoming', anna.place, { messageId, text: 'Здравствуйте' })]);
  await anna.person.writes('Здравствуйте');
  await until('answered', async () => (await anna.person.hears()).length === 3);
  const { customer } = store.read.session(String(anna.place.lead))?.state ?? {};
  expect(customer?.name).toBe('Анна');
  expect(store.read.traces(String(anna.place.lead), 9).filter(({ event }) => event.type === 'message').length).toBe(2);
});

test('an old delivery posted again 1,000 times runs nothing', async () => {
  const { shop, mallory } = await besieged();
  const [anna] = await met(shop, ['Анна']);
  if (anna === undefined) throw new Error('a customer was expected');
  await anna.person.writes('раз');
  await until('answered', async () => (await anna.person.hears()).length === 3 && quiet(shop));
  const real = [...shop.sandbox.world.messages.values()].find((message) => message.text === 'раз');
  const body = told('incoming', anna.place, { messageId: real?.messageId ?? 0, text: 'раз', at: real?.at ?? 0 });
  expect(await mallory.post(Array.from({ length: 1_000 }, () => body))).toEqual([200]);
  await until('nothing waits', () => quiet(shop));
  expect((await anna.person.hears()).length).toBe(3);
});
