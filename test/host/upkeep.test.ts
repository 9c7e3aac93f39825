import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { startUpkeep } from '../../engine/host/upkeep.ts';
import { openTestStore } from '../store/testStore.ts';
import { SOON } from '../support/soon.ts';

const HOUR = 3_600_000;

test('a copy a day, by the clock on the wall', async () => {
  const it = openTestStore();
  const upkeep = startUpkeep({ ...it, log: quiet, onChange: () => undefined });
  const days = (): number => it.store.care.backups().filter(({ kind }) => kind === 'daily').length;
  it.clock.forward(59_000);
  expect(days()).toBe(0);
  it.clock.forward(2_000);
  await vi.waitFor(() => expect(days()).toBe(1), SOON);
  it.clock.forward(23 * HOUR);
  await settled();
  expect(days()).toBe(1);
  it.clock.forward(2 * HOUR);
  await vi.waitFor(() => expect(days()).toBe(2), SOON);
  // A laptop that slept for three days makes one, not three.
  it.clock.forward(72 * HOUR);
  await vi.waitFor(() => expect(days()).toBe(3), SOON);
  await settled();
  expect(days()).toBe(3);
  await upkeep.stop();
});

test('a copy that cannot be made is told, and tried again an hour later', async () => {
  const it = openTestStore();
  // Where its folder should be there is a file.
  writeFileSync(join(it.folder, 'backups'), 'in the way');
  const changes: string[] = [];
  const upkeep = startUpkeep({ ...it, log: quiet, onChange: () => changes.push('change') });
  it.clock.forward(61_000);
  await vi.waitFor(() => expect(upkeep.failed()).toMatchObject({ code: 'fileUnreadable' }), SOON);
  expect(changes.length).toBeGreaterThan(0);
  rmSync(join(it.folder, 'backups'));
  it.clock.forward(30 * 60_000);
  await settled();
  expect(upkeep.failed()).not.toBeNull();
  it.clock.forward(31 * 60_000);
  await vi.waitFor(() => expect(upkeep.failed()).toBeNull(), SOON);
  expect(readdirSync(join(it.folder, 'backups'))).toHaveLength(1);
  await upkeep.stop();
});

const quiet = { debug() {}, info() {}, warn() {}, error() {} };
/** What was begun in this turn of the loop has been begun. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await new Promise((done) => setImmediate(done));
}
