import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { LIMITS } from '../../engine/model/limits.ts';
import { message } from './conversation.ts';
import { openTestStore, value } from './testStore.ts';

const DAY = 24 * 3_600_000;

test('daily copies are kept for a week, those that people made are not counted among them', async () => {
  const it = openTestStore();
  await it.commit((writer) => writer.putInbox(message('m')));
  const made = value(await it.store.care.backUp('manual'));
  for (let day = 0; day < LIMITS.dailyBackups + 3; day += 1) {
    it.clock.forward(DAY);
    expect(value(await it.store.care.backUp('daily'))).toMatchObject({ kind: 'daily', at: it.clock.now() });
  }
  const copies = it.store.care.backups();
  expect(copies.map(({ kind }) => kind)).toEqual([...Array<string>(LIMITS.dailyBackups).fill('daily'), 'manual']);
  expect(copies[0]?.at).toBe(it.clock.now() - (it.clock.now() % 1_000));
  expect(copies.at(-1)?.name).toBe(made.name);
  expect(statSync(join(it.folder, 'backups')).mode & 0o777).toBe(0o700);
  expect(statSync(join(it.folder, 'backups', made.name)).mode & 0o777).toBe(0o600);
});

test('a name holds a time and nothing else', async () => {
  const it = openTestStore();
  const { name } = value(await it.store.care.backUp('daily'));
  expect(name).toBe('daily-20270115T080000Z.sqlite');
});

test('copies of other origins are shown with the time they tell', () => {
  const it = openTestStore();
  expect(it.store.care.backups()).toEqual([]);
  mkdirSync(join(it.folder, 'backups'));
  for (const name of ['before-3-1800000000000.sqlite', 'mine.sqlite', 'notes.txt', 'daily-1.sqlite.part'])
    writeFileSync(join(it.folder, 'backups', name), 'x');
  const copies = it.store.care.backups();
  expect(copies.find(({ kind }) => kind === 'before')).toMatchObject({ at: 1_800_000_000_000, bytes: 1 });
  expect(copies.map(({ kind }) => kind).sort()).toEqual(['before', 'other']);
});

test('how long messages are kept can be chosen, within reason', async () => {
  const it = openTestStore({ keepDays: 10 });
  expect(it.store.care.keepDays()).toBe(10);
  value(await it.store.care.setKeepDays(365));
  expect(it.store.care.keepDays()).toBe(365);
  await it.commit((writer) => writer.putSetting('keepDays', -1));
  expect(it.store.care.keepDays()).toBe(10);
});
