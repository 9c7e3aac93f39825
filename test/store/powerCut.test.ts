import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { openLogFlush, type LogFlush, type OpenLogFlush } from '../../engine/store/logFlush.ts';
import { seededRandom } from '../simulation/random.ts';
import { tempFolder } from '../support/tempFolder.ts';
import { openTestStore } from './testStore.ts';

const CUTS = 200;
const FILE = 'dialogram.sqlite';
const WAL = `${FILE}-wal`;

const HEADER = 32;
const FRAME_HEADER = 24;

/** Where the log ends: after a checkpoint it is written from its beginning again, over frames with another salt. */
function endOf(wal: Buffer): number {
  const frame = FRAME_HEADER + wal.readUInt32BE(8);
  let end = HEADER;
  while (end + frame <= wal.length && wal.subarray(end + 8, end + 16).equals(wal.subarray(16, 24))) end += frame;
  return end;
}

/** What of the log is on the disk for certain: what it held when the last flush that ended began. */
interface Disk {
  readonly openFlush: OpenLogFlush;
  readonly flushed: () => Buffer;
}

/** `isHonest`: false = one that says so and flushes nothing, as an engine that forgot to. */
function watchedDisk(isHonest: boolean): Disk {
  let flushed = Buffer.alloc(HEADER);
  const openFlush: OpenLogFlush = (database, deps) => {
    const real = openLogFlush(database, deps);
    flushed = readFileSync(`${database.name}-wal`);
    const watched =
      (flush: LogFlush['start']): LogFlush['start'] =>
      (done, onTrouble) => {
        if (!isHonest) return done();
        const held = readFileSync(`${database.name}-wal`);
        flush(() => {
          flushed = held;
          done();
        }, onTrouble);
      };
    return { ...real, start: watched(real.start), here: watched(real.here) };
  };
  return { openFlush, flushed: () => flushed };
}

/**
 * What power cuts leave: all that was flushed when the last answer was given, and of what came later any part, the end of it
 * garbled. (A plain copy of live files would show states that no cut can make.)
 */
async function cutPower(cuts: number, { openFlush, flushed: flushedLog }: Disk) {
  const random = seededRandom(20_261_123);
  const folder = tempFolder();
  const live = openTestStore({ folder: join(folder, 'live'), openFlush });
  const told: string[] = [];
  const missing = new Set<string>();
  let damaged = 0;
  let survivedUnasked = 0;
  const put = async (key: string): Promise<void> => {
    const row = { key, content: key, lead: key, event: { type: 'managerMessage', text: 'слово '.repeat(40) } as const };
    await live.commit((writer) => writer.putInbox({ ...row, thread: null, at: 1, due: 1 }));
  };
  for (let cut = 0; cut < cuts; cut += 1) {
    const key = `told-${String(cut)}`;
    await put(key);
    told.push(key);
    // The answer has gone out: this much is on the disk.
    const before = flushedLog();
    for (let more = random.int(0, 3); more > 0; more -= 1) await put(`after-${String(cut)}-${String(more)}`);

    // The main file changes in checkpoints only, each flushed before the log is begun anew.
    const main = readFileSync(join(folder, 'live', FILE));
    const wal = readFileSync(join(folder, 'live', WAL));
    const isSameLog = wal.subarray(0, HEADER).equals(before.subarray(0, HEADER));
    const end = endOf(wal);
    const flushed = isSameLog ? endOf(before) : end;
    const kept = flushed + random.int(0, end - flushed);
    const left = Buffer.from(wal.subarray(0, kept));
    const garbled = Math.min(random.int(0, 600), kept - flushed);
    for (let at = kept - garbled; at < kept; at += 1) left[at] = random.int(0, 255);
    const after = join(folder, 'after');
    mkdirSync(after, { recursive: true });
    writeFileSync(join(after, FILE), main);
    writeFileSync(join(after, WAL), left);

    const database = new Database(join(after, FILE));
    if (database.pragma('integrity_check', { simple: true }) !== 'ok') damaged += 1;
    const found = new Set(database.prepare<[], string>('SELECT key FROM inbox').pluck().all());
    for (const one of told) if (!found.has(one)) missing.add(one);
    if ([1, 2, 3].some((more) => found.has(`after-${String(cut)}-${String(more)}`))) survivedUnasked += 1;
    database.close();
  }
  return { missing: [...missing], damaged, survivedUnasked };
}

test('after two hundred power cuts the database is whole and nothing acknowledged is missing', async () => {
  const left = await cutPower(CUTS, watchedDisk(true));
  expect(left).toMatchObject({ missing: [], damaged: 0 });
  // It did happen that something unfinished was on the disk: the cuts fell where they were meant to.
  expect(left.survivedUnasked).toBeGreaterThan(0);
}, 180_000);

test('of an engine that answered without the flush the same cuts would take what was acknowledged', async () => {
  const left = await cutPower(20, watchedDisk(false));
  expect(left.missing.length).toBeGreaterThan(0);
}, 60_000);
