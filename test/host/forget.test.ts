import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { settle } from '../../engine/host/settle.ts';
import { reply, state, turn } from '../store/conversation.ts';
import { lockFile } from '../store/lockFile.ts';
import { openTestStore, recordingLog, type LogLine } from '../store/testStore.ts';
import { tempFolder } from '../support/tempFolder.ts';
import { echoBot } from './echoBot.ts';
import { openShop, until, unwrap, type Shop, type ShopOptions } from './liveShop.ts';

const settled = ({ engine }: Shop): boolean => {
  const { inboxNew, outboxOpen } = engine.store.read.counts();
  return inboxNew === 0 && outboxOpen === 0;
};

async function asked(options: ShopOptions = {}) {
  const shop = await openShop(tempFolder(), echoBot(), options);
  onTestFinished(() => shop.close());
  const anna = await shop.customer('Анна');
  const boris = await shop.customer('Борис');
  for (const one of [anna, boris]) {
    await one.writes('Добрый день');
    await until('asked', async () => (await one.hears()).length === 1 && settled(shop));
  }
  return { shop, anna, boris, lead: (await anna.lead()) ?? '' };
}

test('while old copies are cleaned of a customer everybody is answered', async () => {
  const { shop, anna, boris, lead } = await asked();
  const { folder, care } = shop.engine.store;
  const { name } = unwrap(await care.backUp('manual'));
  const copies = [name, 'manual-20200101T000000Z.sqlite', 'manual-20200102T000000Z.sqlite'].map((one) =>
    join(folder, 'backups', one),
  );
  for (const copy of copies.slice(1)) copyFileSync(copies[0] ?? '', copy);
  // Somebody looks into the copies just now: to clean them takes long.
  const unlock = copies.map(lockFile);
  let isOver = false;
  const forgotten = shop.engine.forget([lead]).finally(() => (isOver = true));
  await boris.writes('раз');
  await anna.writes('снова я');
  await until('both are answered', async () => (await boris.hears()).length === 3 && (await anna.hears()).length === 2);
  expect(isOver).toBe(false);
  for (const end of unlock) end();
  expect(unwrap(await forgotten)).toMatchObject({ rewritten: true });
  expect((await boris.hears()).slice(1)).toEqual(['Вы сказали: раз.', 'Слушаю']);
  // To the bot she is new.
  expect((await anna.hears())[1]).toBe('Слушаю');
});

test('what a forgotten customer wrote a minute ago is not answered anew when the account is asked for what was missed', async () => {
  const lines: LogLine[] = [];
  const { shop, anna, lead } = await asked({ log: recordingLog(lines) });
  unwrap(await shop.engine.forget([lead]));
  const runs = (): number => lines.filter(({ event }) => event === 'catchUp.done').length;
  const before = runs();
  unwrap(await shop.engine.setRunning(false));
  unwrap(await shop.engine.setRunning(true));
  await until('it was asked', () => runs() > before);
  expect(shop.engine.store.read.inboxMessages(lead, 10)).toEqual([]);
  await anna.writes('снова я');
  await until('answered', async () => (await anna.hears()).length === 2 && settled(shop));
  expect(shop.engine.store.read.inboxMessages(lead, 10).map(({ text }) => text)).toEqual(['снова я']);
});

test('the answer to a request that was under way when its customer was forgotten is not kept', async () => {
  const it = openTestStore();
  const version = await it.commit((writer) => writer.publish('bot', '{}', '').id);
  const effect = { type: 'setStatus' as const, id: 'e1', status: 'st', awaited: true };
  await it.commit((writer) =>
    writer.commitTurn({ ...turn(version, { state: state({}), outbox: [{ ...reply('r'), effect }] }) }),
  );
  const row = it.store.read.nextOutbox('lead-1');
  if (row === null) throw new Error('a row was expected');
  const outcome = { state: 'sent' as const };
  const deps = { store: it.store, clock: it.clock, onOutcome: () => undefined };
  unwrap(await it.store.care.erase(['lead-1'], { until: it.clock.now() }));
  expect(await settle(row, outcome, deps)).toBe(true);
  expect(it.store.read.waitingInbox('lead-1')).toEqual([]);
  expect(it.store.care.leadsOf({ lead: 'lead-1' })).toEqual([]);
});
