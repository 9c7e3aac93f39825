import { expect, test } from 'vitest';
import { changeFile } from '../store/changeFile.ts';
import { tempFolder } from '../support/tempFolder.ts';
import { openShop, reopenEngine, until, unwrap } from './liveShop.ts';
import { patientBot } from './patientBot.ts';

/** As if it had fallen due while nobody looked. Value: timers there are. */
const fallDue = (folder: string): number => changeFile(folder, `UPDATE timer SET due = ${String(Date.now() - 1_000)}`);

test('a question that expired while the engine was off expires once, after the start', async () => {
  const folder = tempFolder();
  const shop = await openShop(folder, patientBot());
  const anna = await shop.customer('Анна');
  await anna.writes('Добрый день');
  await until('asked', async () => (await anna.hears()).length === 1);
  await shop.engine.close();
  expect(fallDue(folder)).toBe(1);

  const engine = await reopenEngine(folder);
  await until('given up', async () => (await anna.hears()).length === 2);
  await engine.close();
  const again = await reopenEngine(folder);
  await until('connected', () => again.connection.view().state === 'on');
  const { read } = again.store;
  await anna.writes('Спасибо');
  const turns = (): readonly string[] =>
    read.traces(read.sessions(1)[0]?.lead ?? '', 50).map(({ event }) => event.type);
  await until('it is read', () => turns().length === 3);
  expect(turns()).toEqual(['message', 'timer', 'message']);
  expect(await anna.hears()).toEqual(['Ваш телефон?', 'Напишу позже.']);
  await again.close();
  await shop.close();
});

test('an answer in time cancels it', async () => {
  const folder = tempFolder();
  const shop = await openShop(folder, patientBot());
  const anna = await shop.customer('Анна');
  await anna.writes('Добрый день');
  await until('asked', async () => (await anna.hears()).length === 1);
  expect(shop.engine.store.read.nextTimer()).toBeGreaterThan(Date.now());
  await anna.writes('+7 916 123-45-67');
  await until('thanked', async () => (await anna.hears()).length === 2);
  expect(shop.engine.store.read.nextTimer()).toBeNull();
  await shop.close();
});

test('a stopped bot reminds nobody until it is started', async () => {
  const folder = tempFolder();
  const shop = await openShop(folder, patientBot());
  const anna = await shop.customer('Анна');
  await anna.writes('Добрый день');
  await until('asked', async () => (await anna.hears()).length === 1);
  unwrap(await shop.engine.setRunning(false));
  await shop.engine.close();
  expect(fallDue(folder)).toBe(1);
  const engine = await reopenEngine(folder);
  await until('connected', () => engine.connection.view().state === 'on');
  expect(engine.store.read.nextTimer()).not.toBeNull();
  unwrap(await engine.setRunning(true));
  await until('given up', async () => (await anna.hears()).length === 2);
  await engine.close();
  await shop.close();
});
