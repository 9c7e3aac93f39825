import { existsSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { keepBallast } from '../../engine/store/ballast.ts';
import { smallDisk } from '../support/smallDisk.ts';
import { tempFolder } from '../support/tempFolder.ts';
import { message, turn } from './conversation.ts';
import { manualClock } from './manualClock.ts';
import { openTestStore, recordingLog, type LogLine } from './testStore.ts';
import { SOON } from '../support/soon.ts';

const MB = 1024 * 1024;
const BOUNDS = { ballastBytes: 2 * MB, roomBytes: 6 * MB };

/** As it is when it has been running for a while. */
async function laidIn(folder: string, forward: () => void): Promise<void> {
  forward();
  await vi.waitFor(() => expect(statSync(join(folder, 'ballast')).size).toBe(BOUNDS.ballastBytes), SOON);
}

test('the ballast is given up when a write is refused, and laid in again when there is room', async () => {
  const folder = tempFolder();
  const clock = manualClock();
  const lines: LogLine[] = [];
  const ballast = keepBallast(folder, { clock, log: recordingLog(lines), bounds: BOUNDS });
  await laidIn(folder, () => clock.forward(5_000));
  expect(statSync(join(folder, 'ballast')).mode & 0o777).toBe(0o600);
  expect([ballast.isFull(), ballast.drop(), ballast.isFull()]).toEqual([false, true, true]);
  expect(existsSync(join(folder, 'ballast'))).toBe(false);
  expect(ballast.drop()).toBe(false);
  await vi.waitFor(() => {
    clock.forward(15_000);
    expect(ballast.isFull()).toBe(false);
  }, SOON);
  expect(lines.map(({ event }) => event)).toEqual(['disk.full', 'disk.recovered']);
  ballast.stop();
});

test('no room means no ballast and still full', async () => {
  const folder = tempFolder();
  const clock = manualClock();
  const endless = { ballastBytes: 2 * MB, roomBytes: Number.MAX_SAFE_INTEGER };
  const ballast = keepBallast(folder, { clock, log: recordingLog([]), bounds: endless });
  ballast.drop();
  for (let look = 0; look < 5; look += 1) {
    clock.forward(15_000);
    await new Promise((settled) => setImmediate(settled));
  }
  expect([ballast.isFull(), existsSync(join(folder, 'ballast'))]).toEqual([true, false]);
  ballast.stop();
});

/** A disk of 32 MB where that may be mounted; else files of this process may not grow, which ends in the same fault. */
test('on a full disk old rows go, what was acknowledged stays, and it recovers by itself', async () => {
  const disk = smallDisk(32);
  // Without the right to mount the same is shown piece by piece above and in crash.test.ts.
  if (disk === null) return;
  const folder = join(disk, 'data');
  const it = openTestStore({ folder, keepDays: 1, disk: BOUNDS });
  await laidIn(folder, () => it.clock.forward(5_000));
  const version = await it.commit((writer) => writer.publish('bot', '{}', '').id);
  // Finished long ago: what may be deleted to make room.
  for (let n = 0; n < 300; n += 1)
    await it.commit((writer) => {
      const put = writer.putInbox(message(`old-${String(n)}`, { text: 'слово '.repeat(500) }));
      writer.commitTurn(turn(version, { inboxDone: put.kind === 'stored' ? [put.id] : [] }));
    });
  it.clock.forward(3_600_000 * 30);
  const filler = join(disk, 'films');
  const fill = (): void => {
    for (let bytes = 8 * MB; bytes >= 4096; bytes /= 2)
      for (;;) {
        try {
          writeFileSync(filler, Buffer.alloc(bytes, 1), { flag: 'a' });
        } catch {
          break;
        }
      }
  };
  fill();
  const stored: string[] = [];
  for (let n = 0; !it.store.care.disk().full; n += 1) {
    const key = `new-${String(n)}`;
    const done = await it.store.write((writer) => writer.putInbox(message(key, { text: 'слово '.repeat(500) })));
    if (done.ok) stored.push(key);
    expect(n).toBeLessThan(5_000);
  }
  expect(it.lines.map(({ event }) => event)).toContain('disk.full');
  expect(existsSync(join(folder, 'ballast'))).toBe(false);
  // The space it held is what the old rows are deleted with, and what has begun is finished in.
  await vi.waitFor(() => expect(it.lines.some(({ event }) => event === 'store.swept')).toBe(true), SOON);
  await it.commit((writer) => writer.putSetting('x', 'still written'));
  const keys = new Set(it.store.read.waitingInbox('lead-1').map(({ key }) => key));
  expect(stored.filter((key) => !keys.has(key))).toEqual([]);
  rmSync(filler);
  await vi.waitFor(() => {
    it.clock.forward(15_000);
    expect(it.store.care.disk().full).toBe(false);
  }, SOON);
});
