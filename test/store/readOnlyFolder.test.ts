import { execFileSync } from 'node:child_process';
import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openStore } from '../../engine/store/openStore.ts';
import { tempFolder } from '../support/tempFolder.ts';
import { manualClock } from './manualClock.ts';
import { openTestStore, recordingLog } from './testStore.ts';

const open = (folder: string) => openStore({ folder, clock: manualClock(), log: recordingLog([]) });

/** Takes the right to write away until the test ends. Rights do not bind root: there the file system itself must refuse. */
function makeReadOnly(folder: string): void {
  if (process.getuid?.() !== 0) {
    chmodSync(folder, 0o500);
    onTestFinished(() => {
      chmodSync(folder, 0o700);
    });
    return;
  }
  const run = (command: string, ...parts: string[]) => execFileSync(command, parts, { stdio: 'pipe' });
  try {
    run('mount', '--bind', folder, folder);
    onTestFinished(() => void run('umount', folder));
    run('mount', '-o', 'remount,bind,ro', folder);
  } catch {
    // A container without the right to mount.
    run('chattr', '+i', folder);
    onTestFinished(() => void run('chattr', '-i', folder));
  }
}

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
