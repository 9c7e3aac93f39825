import { describe, expect, test } from 'vitest';
import type { Bot } from '../../engine/flow/botSchema.ts';
import { callApi, createApi } from '../../engine/host/api.ts';
import { engineStatus } from '../../engine/host/engineStatus.ts';
import type { Engine } from '../../engine/host/engine.ts';
import type { Method, Params, Reply } from '../../engine/protocol.ts';
import { drawBot } from '../support/botBuilder.ts';
import { tempFolder } from '../support/tempFolder.ts';
import { openShop, reopenEngine, until, unwrap, type Shop } from './liveShop.ts';

/** Greets by its version and asks for a name. */
const greeter = (version: string): Bot =>
  drawBot()
    .start('ask')
    .question(
      'ask',
      `Версия ${version}. Ваше имя?`,
      { answer: 'text', saveTo: 'name' },
      { answered: 'bye', failed: 'bye' },
    )
    .end('bye', `Спасибо от версии ${version}`)
    .command('word', ['меню'], 'ask')
    .variable('name')
    .settings({ burstSeconds: 0 })
    .build();

async function ask<M extends Method>(engine: Engine, method: M, params: Params<M>): Promise<Reply<M>> {
  return unwrap(await callApi(createApi(engine), method, params)) as Reply<M>;
}

async function publish(engine: Engine, version: string, audience: 'test' | 'all'): Promise<Reply<'bots.publish'>> {
  const bot = greeter(version);
  unwrap(await engine.bots.save(bot.id, engine.store.read.bot(bot.id)?.revision ?? 0, bot));
  return ask(engine, 'bots.publish', { id: bot.id, audience });
}

type Customer = Awaited<ReturnType<Shop['customer']>>;
const heard = (customer: Customer, text: string): Promise<unknown> =>
  until(text, async () => (await customer.hears()).includes(text));

/** All they wrote has come, and nobody means to answer it. */
async function settled({ engine, sandbox }: Shop, messages: number): Promise<void> {
  await until('the messages came', () => {
    const told = sandbox.deliveries().filter((one) => one.type === 'message.incoming').length;
    const { inboxNew, outboxOpen } = engine.store.read.counts();
    return told >= messages && inboxNew === 0 && outboxOpen === 0;
  });
}

describe('a version for test contacts', () => {
  test('answers them alone; everybody else stays on the version for all', async () => {
    const shop = await openShop(tempFolder(), greeter('1'));
    const { engine } = shop;
    const [olga, anna] = [await shop.customer('Ольга'), await shop.customer('Анна')];
    await olga.writes('Добрый день');
    await heard(olga, 'Версия 1. Ваше имя?');
    await olga.writes('Ольга');
    await heard(olga, 'Спасибо от версии 1');
    await ask(engine, 'testers.change', { op: 'addLead', lead: (await olga.lead()) ?? '' });
    expect((await publish(engine, '2', 'test')).before).toMatchObject({ all: { number: 1 }, test: null });
    expect(engineStatus(engine)).toMatchObject({ live: { number: 1 }, test: { number: 2 } });
    await olga.writes('меню');
    await anna.writes('Добрый день');
    await heard(olga, 'Версия 2. Ваше имя?');
    await heard(anna, 'Версия 1. Ваше имя?');
    const { sessions } = await ask(engine, 'live.list', { limit: 9 });
    expect(sessions.map(({ name, tester, botVersion }) => [name, tester, botVersion]).sort()).toEqual([
      ['Анна', false, 1],
      ['Ольга', true, 2],
    ]);
    await shop.close();
  });

  test('leaves strangers unanswered while there is none for all, and is for everybody once it is published to all', async () => {
    const fresh = await openShop(tempFolder(), greeter('0'), { goLive: false });
    const { word } = (await ask(fresh.engine, 'testers.change', { op: 'word', on: true, language: 'ru' })).testers;
    expect(word).toMatch(/^тест \d{4}$/u);
    const [olga, anna] = [await fresh.customer('Ольга'), await fresh.customer('Анна')];
    await olga.writes(`  ${(word ?? '').toUpperCase()} `);
    await until('Olga is taken in', async () => {
      const { testers } = await ask(fresh.engine, 'testers.list', {});
      return testers.word === null && testers.contacts.some((contact) => contact.name === 'Ольга');
    });
    await publish(fresh.engine, '1', 'test');
    // She wrote before anybody could answer: that is caught up with.
    await heard(olga, 'Версия 1. Ваше имя?');
    await anna.writes('Добрый день');
    await settled(fresh, 2);
    expect(await anna.hears()).toEqual([]);
    expect(fresh.engine.store.read.sessionCount()).toBe(1);
    expect(engineStatus(fresh.engine)).toMatchObject({ live: null, test: { number: 1 } });

    const done = await publish(fresh.engine, '2', 'all');
    expect(done).toMatchObject({
      version: { number: 2, audience: 'all' },
      waiting: 1,
      before: { all: null, test: { number: 1 } },
    });
    expect(engineStatus(fresh.engine)).toMatchObject({ live: { number: 2 }, test: null });
    await olga.writes('Ольга');
    await heard(olga, 'Спасибо от версии 1');
    // What she wrote a moment ago was for nobody; now it is for this version.
    await heard(anna, 'Версия 2. Ваше имя?');

    // Taken back: as it was before, for both.
    const { all, test: tested } = done.before;
    await ask(fresh.engine, 'bots.restoreLive', { all: all?.version ?? null, test: tested?.version ?? null });
    expect(engineStatus(fresh.engine)).toMatchObject({ live: null, test: { number: 1 } });
    await anna.writes('Анна');
    await settled(fresh, 4);
    expect((await anna.hears()).length).toBe(1);
    await olga.writes('меню');
    await until('Olga is on version 1 again', async () => (await olga.hears()).at(-1) === 'Версия 1. Ваше имя?');
    await fresh.close();
  });

  test('outlives a restart with its contacts, and ends in one step', async () => {
    const folder = tempFolder();
    const shop = await openShop(folder, greeter('1'));
    const olga = await shop.customer('Ольга');
    await olga.writes('Добрый день');
    await heard(olga, 'Версия 1. Ваше имя?');
    await ask(shop.engine, 'testers.change', { op: 'addLead', lead: (await olga.lead()) ?? '' });
    await publish(shop.engine, '2', 'test');
    await shop.engine.close();
    const engine = await reopenEngine(folder);
    expect(engineStatus(engine)).toMatchObject({ live: { number: 1 }, test: { number: 2 } });
    expect((await ask(engine, 'testers.list', {})).testers).toMatchObject({
      everyone: false,
      mayBeEveryone: false,
      contacts: [{ name: 'Ольга' }],
    });
    await olga.writes('Ольга');
    await heard(olga, 'Спасибо от версии 1');
    await olga.writes('меню');
    await heard(olga, 'Версия 2. Ваше имя?');
    await ask(engine, 'bots.restoreLive', { all: engine.live()?.version ?? null, test: null });
    expect(engineStatus(engine)).toMatchObject({ live: { number: 1 }, test: null });
    await olga.writes('Ольга');
    await heard(olga, 'Спасибо от версии 2');
    await olga.writes('меню');
    await until('back on the version for all', async () => (await olga.hears()).at(-1) === 'Версия 1. Ваше имя?');
    await engine.close();
    await shop.sandbox.close();
  });

  test('falls silent for a contact that is removed', async () => {
    const shop = await openShop(tempFolder(), greeter('0'), { goLive: false });
    const { engine } = shop;
    const olga = await shop.customer('Ольга');
    const word = (await ask(engine, 'testers.change', { op: 'word', on: true, language: 'en' })).testers.word ?? '';
    expect(word).toMatch(/^test \d{4}$/u);
    await olga.writes(word);
    await until('taken in', async () => (await ask(engine, 'testers.list', {})).testers.contacts.length === 1);
    await publish(engine, '1', 'test');
    await heard(olga, 'Версия 1. Ваше имя?');
    const [contact] = (await ask(engine, 'testers.list', {})).testers.contacts;
    await ask(engine, 'testers.change', { op: 'remove', id: contact?.id ?? '' });
    const before = (await olga.hears()).length;
    await olga.writes('Ольга');
    await settled(shop, 2);
    expect((await olga.hears()).length).toBe(before);
    await shop.close();
  });
});

describe('who a test contact is', () => {
  test.for([
    ['a phone as people write it', '+7 (999) 123-45-67', '79991234567'],
    ['the same with an eight', '8 999 123 45 67', '79991234567'],
    ['a nickname', ' @Anna_Demo', 'anna_demo'],
  ])('%s is kept once', async ([, typed = '', kept]) => {
    const shop = await openShop(tempFolder(), greeter('1'));
    const add = (login: string) => ask(shop.engine, 'testers.change', { op: 'addLogin', login });
    await add(typed);
    const { testers } = await add(kept ?? '');
    expect(testers.contacts).toMatchObject([{ name: '', login: kept }]);
    await shop.close();
  });

  test('one given by a nickname is met by it, and by name from then on', async () => {
    const shop = await openShop(tempFolder(), greeter('1'));
    const olga = await shop.customer('Ольга', 'telegram');
    const { login } = [...shop.sandbox.world.customers.values()].find((one) => one.id === olga.id) ?? { login: '' };
    await ask(shop.engine, 'testers.change', { op: 'addLogin', login });
    await publish(shop.engine, '2', 'test');
    await olga.writes('Добрый день');
    await heard(olga, 'Версия 2. Ваше имя?');
    expect((await ask(shop.engine, 'testers.list', {})).testers.contacts).toMatchObject([{ name: 'Ольга' }]);
    await shop.close();
  });

  test('nonsense and strangers are refused', async () => {
    const shop = await openShop(tempFolder(), greeter('1'));
    const api = createApi(shop.engine);
    const refused = async (change: Params<'testers.change'>) => {
      const done = await callApi(api, 'testers.change', change);
      return done.ok ? null : done.fault.code;
    };
    expect(await refused({ op: 'addLogin', login: ' @ ' })).toBe('badRequest');
    expect(await refused({ op: 'addLead', lead: '404' })).toBe('notFound');
    await shop.close();
  });
});

test('in the sandbox of the app everybody is a test contact until somebody is chosen', async () => {
  const engine = await reopenEngine(tempFolder(), { firstSandbox: 'ru' });
  await until('the sandbox answers', () => engine.connection.crm().account !== null);
  expect((await ask(engine, 'testers.list', {})).testers).toMatchObject({ everyone: true, mayBeEveryone: true });
  expect(engine.testers.has('any')).toBe(true);
  await ask(engine, 'testers.change', { op: 'everyone', on: false });
  expect(engine.testers.has('any')).toBe(false);
  await engine.close();
});

test('a preview tells who waits among those it is about, and against what they meet', async () => {
  const shop = await openShop(tempFolder(), greeter('1'));
  const { engine } = shop;
  const [olga, anna] = [await shop.customer('Ольга'), await shop.customer('Анна')];
  for (const one of [olga, anna]) {
    await one.writes('Добрый день');
    await heard(one, 'Версия 1. Ваше имя?');
  }
  await ask(engine, 'testers.change', { op: 'addLead', lead: (await olga.lead()) ?? '' });
  const second = await publish(engine, '2', 'test');
  expect(second.waiting).toBe(1);
  const preview = (audience: 'test' | 'all', version?: number) =>
    ask(engine, 'bots.publishPreview', { id: 'bot_test', audience, ...(version === undefined ? {} : { version }) });
  expect(await preview('test')).toMatchObject({ against: { number: 2 }, changes: [], total: 1 });
  const toAll = await preview('all');
  expect(toAll).toMatchObject({ against: { number: 1 }, total: 2 });
  expect(toAll.changes?.map((change) => change.node)).toEqual(['ask', 'bye']);
  // The same the other way round.
  await ask(engine, 'bots.publish', { id: 'bot_test' });
  const first = engine.store.read.versions('bot_test').find((row) => row.number === 1)?.id ?? 0;
  const back = await preview('all', first);
  // Both wait on the version that comes back: nothing becomes of them.
  expect(back).toMatchObject({ against: { number: 3 }, total: 0 });
  expect(await ask(engine, 'bots.rollback', { id: 'bot_test', version: first })).toMatchObject({
    version: { number: 1 },
  });
  expect(
    (await ask(engine, 'bots.versions', { id: 'bot_test' })).versions.map((row) => [row.number, row.audience]),
  ).toEqual([
    [3, 'all'],
    [2, 'test'],
    [1, 'all'],
  ]);
  await shop.close();
});
