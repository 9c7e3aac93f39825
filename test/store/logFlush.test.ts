import { fdatasync, fdatasyncSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { groupCommit } from '../../engine/store/groupCommit.ts';
import { openLogFlush } from '../../engine/store/logFlush.ts';
import { SOON } from '../support/soon.ts';
import { tempFolder } from '../support/tempFolder.ts';
import { manualClock } from './manualClock.ts';
import { recordingLog, value, type LogLine } from './testStore.ts';

/** The disk of this computer, until it is `broken`. */
function fragileDisk() {
  const disk = { broken: false };
  const error = (): Error => Object.assign(new Error('a bad disk'), { code: 'EIO' });
  return Object.assign(disk, {
    fdatasync(file: number, done: (error: Error | null) => void) {
      if (disk.broken) setImmediate(done, error());
      else fdatasync(file, done);
    },
    fdatasyncSync(file: number) {
      if (disk.broken) throw error();
      fdatasyncSync(file);
    },
  });
}

function table() {
  const lines: LogLine[] = [];
  const database = new Database(join(tempFolder(), 'a.sqlite'), { timeout: 10 });
  onTestFinished(() => void database.close());
  database.pragma('journal_mode = WAL');
  database.exec('CREATE TABLE t (a TEXT NOT NULL) STRICT');
  const insert = database.prepare<[string]>('INSERT INTO t VALUES (?)');
  const rows = () => database.prepare('SELECT a FROM t').pluck().all();
  return { database, insert, rows, lines, log: recordingLog(lines) };
}

/** A disk that takes what it is given when it is told to. */
function slowDisk() {
  const started: (() => void)[] = [];
  return {
    started,
    flush: {
      start: (done: () => void) => void started.push(done),
      here: (done: () => void) => done(),
      now: () => undefined,
    },
  };
}
const turns = async (): Promise<void> => {
  for (let turn = 0; turn < 20; turn += 1) await new Promise((done) => setImmediate(done));
};

describe('commits that are flushed beside the event loop', () => {
  test('nobody is told before the flush; what is asked for meanwhile shares the next one', async () => {
    const { database, insert, rows, log } = table();
    const { started, flush } = slowDisk();
    const group = groupCommit(database, () => true, log, {}, undefined, flush);
    let told = 0;
    const crowd = (text: string) =>
      Array.from({ length: 10 }, () => group.write(() => insert.run(text)).then(() => (told += 1)));
    const first = crowd('first');
    await vi.waitFor(() => expect(started).toHaveLength(1), SOON);
    const second = crowd('second');
    await turns();
    expect(told).toBe(0);
    expect(rows()).toHaveLength(10);
    started[0]?.();
    await Promise.all(first);
    await vi.waitFor(() => expect(started).toHaveLength(2), SOON);
    expect(told).toBe(10);
    expect(rows()).toHaveLength(20);
    started[1]?.();
    await Promise.all(second);
  });

  test('a few are flushed at once, before they are told', async () => {
    const { database, insert, log } = table();
    const { started, flush } = slowDisk();
    const here = vi.fn(flush.here);
    const group = groupCommit(database, () => true, log, {}, undefined, { ...flush, here });
    value(await group.write(() => insert.run('a')));
    expect(here).toHaveBeenCalledTimes(1);
    expect(started).toHaveLength(0);
  });

  test('at the end all is flushed at once and told, though a flush was under way', async () => {
    const { database, insert, rows, log } = table();
    const { started, flush } = slowDisk();
    const now = vi.fn();
    const group = groupCommit(database, () => true, log, {}, undefined, { ...flush, now });
    const first = Array.from({ length: 10 }, () => group.write(() => insert.run('a').changes));
    await vi.waitFor(() => expect(started).toHaveLength(1), SOON);
    const second = group.write(() => insert.run('b').changes);
    group.finish();
    expect((await Promise.all([...first, second])).map(value)).toEqual(Array.from({ length: 11 }, () => 1));
    expect(now).toHaveBeenCalledTimes(2);
    expect(rows()).toHaveLength(11);
    // The one that was under way comes to its end as well, and tells nobody a second time.
    started[0]?.();
    await turns();
    expect(started).toHaveLength(1);
  });

  test.each([
    ['a crowd', 10],
    ['one alone', 1],
  ])(
    'when the disk fails %s is told nothing until the log was copied to the database, which is tried again',
    async (_who, count) => {
      const { database, insert, lines, log } = table();
      const clock = manualClock();
      const disk = fragileDisk();
      const flush = openLogFlush(database, { clock, log, sync: disk });
      onTestFinished(() => flush.close());
      const onDiskFull = vi.fn();
      const group = groupCommit(database, () => true, log, { onDiskFull }, undefined, flush);
      const reader = new Database(database.name, { readonly: true });
      onTestFinished(() => void reader.close());
      reader.exec('BEGIN');
      reader.prepare('SELECT count(*) FROM t').get();

      disk.broken = true;
      const written = Promise.all(Array.from({ length: count }, () => group.write(() => insert.run('a').changes)));
      let isTold = false;
      void written.then(() => (isTold = true));
      await vi.waitFor(
        () => expect(lines).toMatchObject([{ event: 'store.notFlushed', facts: { code: 'EIO' } }]),
        SOON,
      );
      await turns();
      expect(isTold).toBe(false);
      // The ballast is given up, and whoever comes now is told to come again.
      expect(onDiskFull).toHaveBeenCalled();
      expect(await group.write(() => insert.run('b').changes)).toEqual({ ok: false, fault: { code: 'diskFull' } });
      reader.exec('COMMIT');
      clock.forward(1_000);
      expect((await written).every(({ ok }) => ok)).toBe(true);
      expect(statSync(`${database.name}-wal`).size).toBe(0);
      disk.broken = false;
      expect(value(await group.write(() => insert.run('c').changes))).toBe(1);
    },
  );

  test.each([
    ['told nothing that is not so, while somebody still reads the log', true],
    ['told when the log was copied at last', false],
  ])('who waits for a disk that failed is, at the end, %s', async (_what, isRead) => {
    const { database, insert, lines, log } = table();
    const clock = manualClock();
    const disk = fragileDisk();
    const flush = openLogFlush(database, { clock, log, sync: disk });
    onTestFinished(() => flush.close());
    const group = groupCommit(database, () => true, log, {}, undefined, flush);
    const reader = new Database(database.name, { readonly: true });
    onTestFinished(() => void reader.close());
    reader.exec('BEGIN');
    reader.prepare('SELECT count(*) FROM t').get();
    disk.broken = true;
    const written = group.write(() => insert.run('a').changes);
    await vi.waitFor(() => expect(lines.some(({ event }) => event === 'store.notFlushed')).toBe(true), SOON);
    // The system tells of lost pages once; a second flush would say that all is well.
    disk.broken = false;
    if (!isRead) reader.exec('COMMIT');
    group.finish();
    expect((await written).ok).toBe(!isRead);
  });
});
