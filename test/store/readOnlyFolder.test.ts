import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openStore } from '../../engine/store/openStore.ts';
import { makeReadOnly } from '../support/makeReadOnly.ts';
import { tempFolder } from '../support/tempFolder.ts';
import { manualClock } from './manualClock.ts';
import { openTestStore, recordingLog } from './testStore.ts';

const open = (folder: string) => openStore({ folder, clock: manualClock(), log: recordingLog([]) });

test('a read-only folder is told as such, new and in use', async () => {
  const empty = tempFolder();
  makeReadOnly(empty);
  expect(open(empty)).toEqual({ ok: false, fault: { code: 'dataFolderReadOnly', folder: empty } });
  const below = join(empty, 'data');
  expect(open(below)).toEqual({ ok: false, fault: { code: 'dataFolderReadOnly', folder: below } });

  const used = openTestStore();
  await used.store.close();
  makeReadOnly(used.folder);
  expect(open(used.folder)).toEqual({ ok: false, fault: { code: 'dataFolderReadOnly', folder: used.folder } });
});
