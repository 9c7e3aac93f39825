import { expect, test } from 'vitest';
import { callApi, createApi } from '../../engine/host/api.ts';
import type { Engine } from '../../engine/host/engine.ts';
import type { Method, Params, Reply } from '../../engine/protocol.ts';
import { tempFolder } from '../support/tempFolder.ts';
import { openShop, unwrap, until } from './liveShop.ts';
import { smallBot } from './smallBot.ts';

async function ask<M extends Method>(engine: Engine, method: M, params: Params<M>): Promise<Reply<M>> {
  return unwrap(await callApi(createApi(engine), method, params)) as Reply<M>;
}

test('what customers of the sandbox were not understood in shows in the list, and can be put aside', async () => {
  const shop = await openShop(tempFolder(), smallBot());
  const list = async () => (await ask(shop.engine, 'phrases.unrecognised', { bot: 'small' })).texts;
  const seen = (count: number) =>
    until(`${String(count)} said`, async () => {
      const texts = await list();
      return texts.reduce((sum, text) => sum + text.count, 0) >= count ? texts : undefined;
    });
  const anna = await shop.customer('Анна');
  await anna.writes('Добрый день');
  await until('the menu', async () => (await anna.hears()).length >= 2);
  await anna.writes('А доставка есть?');
  await seen(1);
  const boris = await shop.customer('Борис');
  await boris.writes('Добрый день');
  await until('the menu', async () => (await boris.hears()).length >= 2);
  await boris.writes('а доставка есть');
  const [text] = await seen(2);
  expect(text).toMatchObject({
    key: 'а доставка есть',
    text: 'а доставка есть',
    count: 2,
    people: 2,
    closest: null,
    places: [{ flow: 'main', node: 'menu', why: 'menu', count: 2 }],
    ignored: false,
  });

  const told: string[] = [];
  shop.engine.onPush((push) => {
    if (push.push === 'phrases') told.push(push.bot);
  });
  await ask(shop.engine, 'phrases.ignore', { bot: 'small', keys: ['а доставка есть'], ignored: true });
  expect((await list()).map(({ ignored }) => ignored)).toEqual([true]);
  expect(told).toEqual(['small']);
  const nobody = await callApi(createApi(shop.engine), 'phrases.ignore', { bot: 'small', keys: ['x'], ignored: true });
  expect(nobody).toMatchObject({ ok: false, fault: { code: 'notFound' } });
  expect(await ask(shop.engine, 'phrases.hits', { bot: 'small' })).toEqual({ topics: [] });

  // Whoever is forgotten takes their words along.
  await ask(shop.engine, 'customers.erase', { leads: [text?.lead ?? ''] });
  expect((await list()).map(({ people, count }) => ({ people, count }))).toEqual([{ people: 1, count: 1 }]);
  await shop.close();
});
