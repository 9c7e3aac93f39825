import { once } from 'node:events';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { openStore } from '../../engine/store/openStore.ts';
import { tempFolder } from '../support/tempFolder.ts';
import { childEngine } from './childEngine.ts';
import { message } from './conversation.ts';
import { manualClock } from './manualClock.ts';
import { openTestStore, recordingLog } from './testStore.ts';

const open = (folder: string) => openStore({ folder, clock: manualClock(), log: recordingLog([]) });

test('a second engine is refused while the first one lives, and let in when it was killed', async () => {
  const folder = tempFolder();
  const first = childEngine('hold', folder);
  await first.said(1);
  expect(first.lines).toEqual(['open']);
  expect(open(folder)).toEqual({ ok: false, fault: { code: 'dataFolderLocked', folder } });
  first.process.kill('SIGKILL');
  await once(first.process, 'exit');
  openTestStore({ folder });
});

test('a refused attempt in the same process does not give the folder away to another', async () => {
  const { folder } = openTestStore();
  expect(open(folder)).toMatchObject({ ok: false, fault: { code: 'dataFolderLocked' } });
  const other = childEngine('hold', folder);
  await other.ended();
  expect(other.lines).toEqual(['dataFolderLocked']);
});

test('where the lock fails, the engine that came first loses its next commit instead of answering twice', async () => {
  const { store, folder, lines, commit } = openTestStore();
  await commit((writer) => writer.putInbox(message('before')));
  const second = new Database(join(folder, 'dialogram.sqlite'));
  onTestFinished(() => void second.close());
  second.exec('UPDATE engine SET epoch = epoch + 1');

  const results = await Promise.all([
    store.write((writer) => writer.putInbox(message('after-1'))),
    store.write((writer) => writer.putInbox(message('after-2'))),
  ]);
  const lost = { ok: false, fault: { code: 'ownerLost' } };
  expect(results).toEqual([lost, lost]);
  expect(await store.write(() => 1)).toEqual(lost);
  expect(second.prepare('SELECT key FROM inbox').pluck().all()).toEqual(['before']);
  expect(lines.some(({ level, event }) => level === 'error' && event === 'store.ownerLost')).toBe(true);

  // Leaving, it does not call the other's database cleanly closed.
  await store.close();
  expect(second.prepare('SELECT clean FROM engine').pluck().get()).toBe(0);
});
