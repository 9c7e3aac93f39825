import { expect, onTestFinished, test } from 'vitest';
import { callApi, createApi } from '../../engine/host/api.ts';
import { tempFolder } from '../support/tempFolder.ts';
import { gate } from './gate.ts';
import { openShop, type ShopOptions, until, unwrap } from './liveShop.ts';
import { MENU, smallBot } from './smallBot.ts';

/** A customer who was greeted by the bot, and a window of the shop beside. */
async function greeted(options: ShopOptions = {}) {
  const shop = await openShop(tempFolder(), smallBot(), options);
  onTestFinished(() => shop.close());
  const anna = await shop.customer('Анна');
  await anna.writes('Добрый день');
  await until('greeted', async () => (await anna.hears()).at(-1) === MENU);
  const lead = (await anna.lead()) ?? '';
  const { store } = shop.engine;
  await until('settled', () => store.read.counts().outboxOpen === 0);
  const api = createApi(shop.engine);
  const ask = (method: string, params: unknown) => callApi(api, method, params);
  const told = (): readonly { readonly text: string }[] =>
    store.read.traces(lead, 100).flatMap(({ event }) => (event.type === 'managerMessage' ? [event] : []));
  return { shop, anna, lead, ask, told, owner: () => store.read.session(lead)?.state.owner };
}

test('an operator answers from Live: the customer reads it once, it stands in the talk as a person’s, and the bot keeps quiet', async () => {
  const { shop, anna, lead, ask, told, owner } = await greeted();
  unwrap(await ask('live.setOwner', { lead, owner: 'human' }));
  await until('taken', () => owner() === 'human');
  const before = (await anna.hears()).length;
  await anna.writes('Есть пирог с вишней?');
  await until('waits for a person', () => shop.engine.store.read.ahead(lead).waitingSince !== null);

  unwrap(await ask('live.say', { lead, text: '  Есть, оставить вам?  ' }));
  expect((await anna.hears()).slice(before)).toEqual(['Есть, оставить вам?']);
  await until('the CRM tells of it', () => told().length === 1);
  expect(told()[0]?.text).toBe('Есть, оставить вам?');
  expect(owner()).toBe('human');
  expect(shop.engine.store.read.ahead(lead).waitingSince).toBeNull();
  await anna.writes('Да');
  await until('heard', () => shop.engine.store.read.session(lead)?.lastText === 'Да');
  expect((await anna.hears()).slice(before)).toEqual(['Есть, оставить вам?']);
});

test('written while the bot leads it is a person’s word as any other: the conversation is theirs', async () => {
  const { lead, ask, told, owner } = await greeted();
  expect(owner()).toBe('bot');
  unwrap(await ask('live.say', { lead, text: 'Я отвечу сама' }));
  await until('taken', () => owner() === 'human');
  expect(told().map(({ text }) => text)).toEqual(['Я отвечу сама']);
});

test('what the CRM refuses is told at once, and is not sent a second time', async () => {
  const road = gate();
  const { anna, lead, ask, told } = await greeted({ through: road.through });
  const before = await anna.hears();
  road.answer(422, (line) => /POST .*\/send/u.test(line));
  expect(await ask('live.say', { lead, text: 'Здравствуйте' })).toMatchObject({
    ok: false,
    fault: { code: 'refused' },
  });
  road.answer(null);
  unwrap(await ask('live.say', { lead, text: 'Добрый вечер' }));
  await until('the CRM tells of it', () => told().length === 1);
  expect(await anna.hears()).toEqual([...before, 'Добрый вечер']);
});

test.each([
  ['nobody’s conversation', { lead: 'none', text: 'Да' }, 'notFound'],
  ['nothing to say', { lead: '1', text: '   ' }, 'badRequest'],
  ['a book', { lead: '1', text: 'а'.repeat(4_001) }, 'badRequest'],
])('%s: a fault', async (_, params, code) => {
  const { ask } = await greeted();
  expect(await ask('live.say', params)).toMatchObject({ ok: false, fault: { code } });
});
