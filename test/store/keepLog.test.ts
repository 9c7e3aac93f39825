import { spawn } from 'node:child_process';
import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test, vi } from 'vitest';
import { keepLog } from '../../engine/store/keepLog.ts';
import { tempFolder } from '../support/tempFolder.ts';
import { openTestStore, recordingLog, type LogLine } from './testStore.ts';

/** On a machine that is busy with others. */
const SOON = { timeout: 120_000, interval: 5 };
/** Ten pages, no two alike: SQLite writes no page that is as it was. */
const big = (n: number): string => String.fromCharCode(97 + (n % 26)).repeat(40_000);
const FILE = 'dialogram.sqlite';

/** Pages the log holds that count. */
function logPages(folder: string): number {
  const reader = new Database(join(folder, FILE), { readonly: true });
  const [found] = reader.pragma('wal_checkpoint(NOOP)') as { readonly log: number }[];
  reader.close();
  return found?.log ?? 0;
}

/** A table with a log of its own, and what its keeper does to those who write. */
function table(name?: string) {
  const lines: LogLine[] = [];
  const database = new Database(join(tempFolder(), 'a.sqlite'));
  database.pragma('journal_mode = WAL');
  database.exec('CREATE TABLE t (a TEXT NOT NULL) STRICT');
  const insert = database.prepare<[string]>('INSERT INTO t VALUES (?)');
  const held = { now: 0, ever: 0 };
  const hold = (): (() => void) => {
    held.now += 1;
    held.ever += 1;
    return () => void (held.now -= 1);
  };
  const seen = {
    name: name ?? database.name,
    prepare: database.prepare.bind(database),
    pragma: database.pragma.bind(database),
  };
  const kept = keepLog(seen, { log: recordingLog(lines), hold });
  onTestFinished(async () => {
    await kept.close();
    database.close();
  });
  const commit = (): void => {
    insert.run(big(0));
    kept.committed();
  };
  return { database, commit, held, lines, kept };
}

test('under steady writing the log is copied, and begins anew again and again', async () => {
  const { store, folder, commit, lines } = openTestStore();
  let n = 0;
  let anew = 0;
  let before = 0;
  await vi.waitFor(async () => {
    for (let some = 0; some < 64; some += 1)
      await commit((writer) => writer.putSetting(`k${String(n % 50)}`, big(n++)));
    const now = logPages(folder);
    if (now < before) anew += 1;
    before = now;
    expect(anew).toBeGreaterThan(1);
  }, SOON);
  expect(lines.map(({ event }) => event)).not.toContain('store.copiesInCommits');
  await store.close();
  // Nothing of it is left beside the database.
  expect(statSync(join(folder, `${FILE}-wal`), { throwIfNoEntry: false })).toBeUndefined();
  const again = openTestStore({ folder });
  expect(again.store.read.setting(`k${String((n - 1) % 50)}`)).toBe(big(n - 1));
}, 180_000);

test('commits are held only for the end of a long log, and let go', async () => {
  const { commit, held } = table();
  await vi.waitFor(() => {
    if (held.now === 0) for (let some = 0; some < 16; some += 1) commit();
    expect(held.ever).toBeGreaterThan(1);
  }, SOON);
  await vi.waitFor(() => expect(held.now).toBe(0), SOON);
}, 180_000);

test('a thread that cannot work is told of, holds nobody, and commits copy by themselves again', async () => {
  const { database, commit, held, lines } = table(join(tempFolder(), 'missing.sqlite'));
  await vi.waitFor(() => {
    for (let some = 0; some < 16; some += 1) commit();
    expect(lines.map(({ event }) => event)).toContain('store.copiesInCommits');
  }, SOON);
  expect(database.pragma('wal_autocheckpoint', { simple: true })).toBe(1_000);
  expect(held.now).toBe(0);
  for (let some = 0; some < 200; some += 1) commit();
  expect(lines).toHaveLength(1);
}, 180_000);

test('a thread that fails, as on a full disk, is tried again later, and it is told of when it works', async () => {
  const elsewhere = join(tempFolder(), 'b.sqlite');
  writeFileSync(elsewhere, 'no database, '.repeat(1_000));
  const { database, commit, held, lines } = table(elsewhere);
  const events = (): readonly string[] => lines.map(({ event }) => event);
  const until = (event: string): Promise<void> =>
    vi.waitFor(() => {
      for (let some = 0; some < 16; some += 1) commit();
      expect(events()).toContain(event);
    }, SOON);
  await until('store.copiesInCommits');
  expect(database.pragma('wal_autocheckpoint', { simple: true })).toBe(1_000);
  expect(held.now).toBe(0);
  writeFileSync(elsewhere, '');
  await until('store.copiesBeside');
  expect(database.pragma('wal_autocheckpoint', { simple: true })).toBeGreaterThan(1_000);
  expect(events()).toEqual(['store.copiesInCommits', 'store.copiesBeside']);
}, 180_000);

test('a log that cannot be looked at costs no commit its answer', async () => {
  const lines: LogLine[] = [];
  const broken = (): never => {
    throw new Error('the disk is gone');
  };
  const database = new Database(join(tempFolder(), 'a.sqlite'));
  const seen = {
    name: database.name,
    pragma: database.pragma.bind(database),
    prepare: () => ({ raw: () => ({ get: broken }) }),
  } as unknown as Parameters<typeof keepLog>[0];
  const kept = keepLog(seen, { log: recordingLog(lines), hold: () => () => undefined });
  for (let n = 0; n < 64; n += 1) kept.committed();
  expect(lines.map(({ event }) => event)).toEqual(['store.copiesInCommits']);
  await kept.close();
  database.close();
});

test('killed while the log is copied: all that was acknowledged is there, and the database is whole', async () => {
  const folder = tempFolder();
  for (const acks of [100, 900]) {
    const child = spawn(process.execPath, [join(import.meta.dirname, 'pourChild.ts'), folder], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const gone = new Promise((done) => child.once('exit', done));
    let last = -1;
    for await (const line of createInterface({ input: child.stdout })) {
      last = Number(line);
      if (last === acks) child.kill('SIGKILL');
    }
    await gone;
    expect(last).toBeGreaterThanOrEqual(acks);
    const { store } = openTestStore({ folder });
    // The last write of each place is at least the last that was acknowledged for it.
    for (let n = last - 49; n <= last; n += 1) {
      const [kept] = store.read.setting(`k${String(n % 50)}`) as [number];
      expect(kept).toBeGreaterThanOrEqual(n);
    }
    await store.close();
    const reader = new Database(join(folder, FILE), { readonly: true });
    expect(reader.pragma('integrity_check', { simple: true })).toBe('ok');
    reader.close();
  }
}, 180_000);
