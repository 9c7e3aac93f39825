import { describe, expect, test } from 'vitest';
import { tempFolder } from '../support/tempFolder.ts';
import { openShop, reopenEngine, until, type Shop } from './liveShop.ts';
import { MENU, smallBot } from './smallBot.ts';

const idle = ({ read }: Shop['engine']['store']): boolean => {
  const { outboxOpen, inboxNew } = read.counts();
  return outboxOpen === 0 && inboxNew === 0;
};

/** Anna has the menu. In silence nothing that happens in the account is told by a webhook, then or later. */
async function greeted() {
  const folder = tempFolder();
  const shop = await openShop(folder, smallBot());
  const anna = await shop.customer('Анна');
  await anna.writes('Добрый день');
  await until('the menu', async () => (await anna.hears()).at(-1) === MENU && idle(shop.engine.store));
  const hooks = (status: 0 | 1) => (): void => {
    for (const hook of shop.sandbox.world.webhooks.values()) Object.assign(hook, { status });
  };
  const [silence, speech] = [hooks(0), hooks(1)];
  return { folder, shop, anna, silence, speech };
}

describe('while the engine is stopped', () => {
  test.for(['moves the lead', 'writes to the customer'] as const)(
    'a manager %s, no webhook ever tells of it, and the bot does not speak over them',
    async (deed) => {
      const { folder, shop, anna, silence, speech } = await greeted();
      await shop.engine.close();
      silence();
      if (deed === 'moves the lead') await anna.movedTo('Диалог с оператором');
      else await anna.managerWrites('Здравствуйте, это Ольга');
      const before = await anna.hears();
      speech();
      const engine = await reopenEngine(folder);
      await until('connected', () => engine.connection.view().state === 'on');
      await anna.writes('1');
      const lead = (await anna.lead()) ?? '';
      await until('a person has her', () => engine.store.read.session(lead)?.state.owner === 'human');
      await until('all is read', () => idle(engine.store));
      expect(await anna.hears()).toEqual(before);
      await engine.close();
      await shop.sandbox.close();
    },
  );
});

test('the account’s own greeting of long ago is no person’s word, though its clock is ahead by less than counts', async () => {
  const folder = tempFolder();
  const shop = await openShop(folder, smallBot());
  shop.sandbox.core.faults = { ...shop.sandbox.core.faults, foreignAutoReply: true };
  Object.assign(shop.sandbox.core, { now: () => Date.now() + 40_000 });
  const anna = await shop.customer('Анна');
  await anna.writes('Добрый день');
  await until('greeted by both', async () => (await anna.hears()).length === 3 && idle(shop.engine.store));
  await anna.writes('1');
  await until('answered', async () => (await anna.hears()).length > 3 && idle(shop.engine.store));
  const heard = (await anna.hears()).length;
  const lead = (await anna.lead()) ?? '';
  await shop.engine.close();
  const engine = await reopenEngine(folder);
  await until('connected', () => engine.connection.view().state === 'on');
  await anna.writes('1');
  await until('read', () => engine.store.read.inboxMessages(lead, 9).length >= 3 && idle(engine.store));
  const { read } = engine.store;
  expect(read.sessions(9)).toMatchObject([{ owner: 'bot' }]);
  expect((await anna.hears()).length).toBeGreaterThan(heard);
  await engine.close();
  await shop.sandbox.close();
});
