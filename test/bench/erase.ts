import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { pinoLog } from '../../engine/host/pinoLog.ts';
import { systemClock } from '../../engine/host/systemClock.ts';
import { openStore } from '../../engine/store/openStore.ts';
import { round, type Figure } from './figure.ts';

const BYTES = 500 * 1024 * 1024;
const TEXT = 'слово '.repeat(150);

/**
 * Erasing a customer from a database of 500 MB: how long it takes, how long the event loop stands still meanwhile, and how
 * long a message that comes just then waits to be on the disk.
 */
export async function benchErase(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'dialogram-bench-'));
  await fill(folder);
  const store = openStore({ folder, clock: systemClock, log: pinoLog('silent') });
  if (!store.ok) throw new Error(store.fault.code);
  const file = join(folder, 'dialogram.sqlite');
  const bytes = statSync(file).size;
  let [gap, wait, last, isOver] = [0, 0, performance.now(), false];
  const ticking = setInterval(() => {
    gap = Math.max(gap, performance.now() - last);
    last = performance.now();
  }, 2);
  const writing = (async () => {
    for (let n = 0; !isOver; n += 1) {
      const asked = performance.now();
      await store.value.write((writer) => writer.putSetting(`bench:${String(n % 10)}`, n));
      wait = Math.max(wait, performance.now() - asked);
      await new Promise((done) => setTimeout(done, 10));
    }
  })();
  const began = performance.now();
  const erased = await store.value.care.erase(['7'], { until: Date.now() });
  const took = performance.now() - began;
  isOver = true;
  await writing;
  clearInterval(ticking);
  await store.value.close();
  rmSync(folder, { recursive: true, force: true });
  if (!erased.ok || !erased.value.rewritten) throw new Error('not rewritten');
  return [
    { name: 'erase.database', value: round(bytes / 1024 / 1024, 0), unit: 'MB' },
    { name: 'erase.whole', value: round(took, 0), unit: 'ms' },
    { name: 'erase: longest stand of the event loop', value: round(gap, 0), unit: 'ms' },
    { name: 'erase: longest wait of a commit', value: round(wait, 0), unit: 'ms' },
  ];
}

/** Messages that were answered long ago, of a thousand customers. */
async function fill(folder: string): Promise<void> {
  const opened = openStore({ folder, clock: systemClock, log: pinoLog('silent') });
  if (!opened.ok) throw new Error(opened.fault.code);
  await opened.value.close();
  const database = new Database(join(folder, 'dialogram.sqlite'));
  const rows = Math.ceil(BYTES / (Buffer.byteLength(TEXT) + 250));
  const insert = database.prepare(
    `INSERT INTO inbox (key, content, lead, type, event, thread, at, due, state, settled_at)
     VALUES (?, '', ?, 'message', ?, NULL, ?, 0, 'done', ?)`,
  );
  database.transaction(() => {
    for (let n = 0; n < rows; n += 1) {
      const event = { type: 'message', text: TEXT, attachments: [], channel: 'telegram', lead: String(n % 1_000) };
      insert.run(
        `k${String(n)}`,
        String(n % 1_000),
        JSON.stringify({ ...event, customer: {} }),
        Date.now(),
        Date.now(),
      );
    }
  })();
  database.close();
}
