import { expect, test } from 'vitest';
import { tempFolder } from '../support/tempFolder.ts';
import { openShop, reopenEngine, until, type Shop } from './liveShop.ts';
import { MENU, smallBot } from './smallBot.ts';

// reliability.md, 4.3: the registration is looked at again and again, and put right. Hours are a tenth of a second here.
const pace = { watchMs: 100, retryMs: [50] };
const hooks = (shop: Shop) => [...shop.sandbox.world.webhooks.values()];
const ours = (shop: Shop) => hooks(shop).filter(({ url }) => url.includes(shop.engine.webhook.path));

async function open(folder = tempFolder(), other: Partial<Parameters<typeof openShop>[2]> = {}) {
  const shop = await openShop(folder, smallBot(), { pace, ...other });
  await until('registered', () => ours(shop).length === 1);
  return shop;
}

test('one that the account has switched off is switched on, and what it did not bring is fetched', async () => {
  const shop = await open();
  const anna = await shop.customer('Анна');
  const [hook] = ours(shop);
  if (hook === undefined) throw new Error('no webhook');
  hook.status = 0;
  // She writes while nobody is told of it; only the look that finds the webhook off brings her words.
  await anna.writes('Добрый день');
  await until('on again', () => hook.status === 1);
  await until('greeted', async () => (await anna.hears()).length === 2);
  expect(await anna.hears()).toEqual(['Здравствуйте!', MENU]);
  expect(ours(shop)).toEqual([hook]);
  await shop.close();
});

test('one that somebody deleted is made anew, and what it did not bring is fetched', async () => {
  const shop = await open();
  const anna = await shop.customer('Анна');
  for (const { id } of ours(shop)) shop.sandbox.world.webhooks.delete(id);
  await anna.writes('Добрый день');
  await until('greeted', async () => (await anna.hears()).length === 2);
  expect(ours(shop)).toHaveLength(1);
  await shop.close();
});

test('our own stale ones and doubles go at the next look; those of others stay as they are, and are counted', async () => {
  const shop = await open();
  const [hook] = ours(shop);
  if (hook === undefined) throw new Error('no webhook');
  const add = (id: number, part: object): void =>
    void shop.sandbox.world.webhooks.set(id, { ...structuredClone(hook), id, ...part });
  add(91_001, { url: 'https://old.example.org/hook/x' });
  add(91_002, {});
  add(91_003, { url: 'https://crm.example.org/in', name: 'another program', status: 0 });
  const stranger = structuredClone(shop.sandbox.world.webhooks.get(91_003));
  await until('tidied', () => hooks(shop).length === 2);
  await until('counted', () => shop.engine.connection.view().webhook.others === 1);
  expect(ours(shop)).toHaveLength(1);
  expect(shop.sandbox.world.webhooks.get(91_003)).toEqual(stranger);
  await shop.close();
});

test('at start the one of the last run is taken up again: there is never a second', async () => {
  const folder = tempFolder();
  const shop = await open(folder);
  const [before] = ours(shop);
  await shop.engine.close();
  const engine = await reopenEngine(folder, { pace });
  await until('on', () => engine.connection.view().state === 'on');
  expect(hooks(shop).map(({ id }) => id)).toEqual([before?.id]);
  await engine.close();
  await shop.sandbox.close();
});
