import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { renameSync, mkdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { tempFolder } from '../support/tempFolder.ts';
import { message } from './conversation.ts';
import { openTestStore } from './testStore.ts';

test('a copy made while the engine writes opens as a store of its own', async () => {
  const { store, folder, commit } = openTestStore();
  for (let n = 0; n < 400; n++)
    void commit((writer) => writer.putInbox(message(`m-${n}`, { lead: `l-${n}`, text: 'слово '.repeat(300) })));
  await commit((writer) => writer.putInbox(message('last before')));
  const file = join(folder, 'copy.sqlite');
  const running = store.backup(file);
  const during = await Promise.all(
    Array.from({ length: 50 }, (_, n) => store.write((writer) => writer.putInbox(message(`during-${n}`)))),
  );
  expect(during.every((result) => result.ok)).toBe(true);
  expect(await running).toEqual({ ok: true, value: undefined });
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readdirSync(folder).filter((name) => name.startsWith('copy'))).toEqual(['copy.sqlite']);

  const restored = join(tempFolder(), 'data');
  mkdirSync(restored);
  renameSync(file, join(restored, 'dialogram.sqlite'));
  const copy = openTestStore({ folder: restored });
  expect(copy.store.read.waitingLeads().length).toBeGreaterThanOrEqual(401);
});

test('closing waits for a copy under way', async () => {
  const { store, folder, commit } = openTestStore();
  await commit((writer) => writer.putInbox(message('m')));
  const running = store.backup(join(folder, 'copy.sqlite'));
  await store.close();
  expect(await running).toEqual({ ok: true, value: undefined });
});

test('a place that cannot be written to is told, and nothing is left there', async () => {
  const { store, folder } = openTestStore();
  const file = join(folder, 'nowhere', 'copy.sqlite');
  expect(await store.backup(file)).toEqual({
    ok: false,
    fault: { code: 'fileUnreadable', path: file, reason: 'ENOENT' },
  });
  expect(existsSync(join(folder, 'nowhere'))).toBe(false);
});
