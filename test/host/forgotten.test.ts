import { expect, test } from 'vitest';
import { callApi, createApi } from '../../engine/host/api.ts';
import { tempFolder } from '../support/tempFolder.ts';
import { echoBot } from './echoBot.ts';
import { openShop, reopenEngine, until, unwrap } from './liveShop.ts';

test('a customer who was erased is not spoken to again out of the account’s history, and begins anew when they write', async () => {
  const folder = tempFolder();
  const shop = await openShop(folder, echoBot());
  const anna = await shop.customer('Анна');
  await anna.writes('Добрый день');
  await anna.writes('мой номер +79161234567');
  await until('answered', async () => (await anna.hears()).includes('Вы сказали: мой номер +79161234567.'));
  const heard = await until('asked again', async () => {
    const lines = await anna.hears();
    return lines.length >= 3 ? lines : undefined;
  });
  const lead = (await anna.lead()) ?? '';
  const { engine } = shop;
  await until('nothing is under way', () => engine.store.read.counts().outboxOpen === 0);
  unwrap(await callApi(createApi(engine), 'customers.erase', { leads: [lead] }));
  expect(engine.store.read.session(lead)).toBeNull();
  const mark = engine.store.read.setting('caughtUp');
  await engine.close();

  // The account is looked through: who wrote meanwhile is answered, who was forgotten is not.
  const boris = await shop.customer('Борис');
  await boris.writes('Здравствуйте');
  const again = await reopenEngine(folder);
  await until('somebody else is answered', async () => (await boris.hears()).length > 0);
  await until('caught up', () => again.store.read.setting('caughtUp') !== mark);
  await until('nothing is under way', () => again.store.read.counts().inboxNew === 0);
  expect(again.store.read.session(lead)).toBeNull();
  expect(await anna.hears()).toEqual(heard);

  await anna.writes('Это снова я');
  await until('greeted as anybody', async () => (await anna.hears()).length === heard.length + 1);
  expect((await anna.hears()).at(-1)).toBe('Слушаю');
  expect(again.store.read.inboxMessages(lead, 99).map(({ text }) => text)).toEqual(['Это снова я']);
  await again.close();
  await shop.sandbox.close();
}, 60_000);
