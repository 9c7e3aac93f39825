import { expect, test } from 'vitest';
import { callApi, createApi } from '../../engine/host/api.ts';
import type { Engine } from '../../engine/host/engine.ts';
import { readFile } from '../store/readFile.ts';
import { tempFolder } from '../support/tempFolder.ts';
import { echoBot } from './echoBot.ts';
import { gate } from './gate.ts';
import { openShop, reopenEngine, until, unwrap } from './liveShop.ts';
import { smallBot } from './smallBot.ts';

const idle = (engine: Engine): boolean => {
  const { inboxNew, outboxOpen } = engine.store.read.counts();
  return inboxNew === 0 && outboxOpen === 0;
};

test('a status is set at once where the lead stands as the conversation has it: nothing is put in its way to be read', async () => {
  const road = gate();
  const folder = tempFolder();
  const shop = await openShop(folder, smallBot(), { through: road.through });
  const anna = await shop.customer('Анна');
  await anna.writes('Добрый день');
  await until('greeted', async () => (await anna.hears()).length === 2 && idle(shop.engine));
  await shop.engine.close();
  const engine = await reopenEngine(folder);
  await until('connected', () => engine.connection.view().state === 'on');
  const asked = road.asked.length;
  await anna.writes('2');
  await until('ordered', async () => (await anna.hears()).length === 3 && idle(engine));
  expect(await anna.status()).toBe('Хочу заказать');
  expect(road.asked.slice(asked).filter((line) => /^GET \S+\/leads\/\d+$/u.test(line))).not.toEqual([]);
  expect(readFile(folder, `SELECT key FROM inbox WHERE key LIKE 'standing:%'`)).toEqual([]);
  await engine.close();
  await shop.sandbox.close();
});

test('a token that was taken back while nothing was asked is noticed with the first question, and asked about by nobody else', async () => {
  const road = gate();
  const folder = tempFolder();
  const pace = { retryMs: [50, 100], badTokenMs: 1_000 };
  const shop = await openShop(folder, echoBot(), { through: road.through, pace });
  const anna = await shop.customer('Анна');
  await anna.writes('Добрый день');
  await until('asked', async () => (await anna.hears()).length === 1 && idle(shop.engine));
  const lead = (await anna.lead()) ?? '';
  await shop.engine.close();
  const engine = await reopenEngine(folder, { pace });
  await until('connected', () => engine.connection.view().state === 'on');
  const api = createApi(engine);
  unwrap(await callApi(api, 'live.setOwner', { lead, owner: 'human' }));
  await until('it gave way', () => engine.store.read.session(lead)?.state.owner === 'human' && idle(engine));
  road.answer(401);
  unwrap(await callApi(api, 'live.setOwner', { lead, owner: 'bot' }));
  await until('known', () => engine.connection.isDown(), 4_000);
  expect(engine.connection.view().fault?.code).toBe('badToken');
  road.answer(null);
  await until('it speaks again', async () => (await anna.hears()).length > 1 && idle(engine));
  await engine.close();
  await shop.sandbox.close();
});
