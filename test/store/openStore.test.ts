import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, onTestFinished, test } from 'vitest';
import { flushesEveryCommit, isOlder, openDatabase } from '../../engine/store/openDatabase.ts';
import { openStore } from '../../engine/store/openStore.ts';
import { tempFolder } from '../support/tempFolder.ts';
import { message } from './conversation.ts';
import { manualClock } from './manualClock.ts';
import { openTestStore, recordingLog, value } from './testStore.ts';

const open = (folder: string) => openStore({ folder, clock: manualClock(), log: recordingLog([]) });
const mode = (path: string) => statSync(path).mode & 0o777;

describe('opening the data folder', () => {
  test('makes what is missing, for its owner only', async () => {
    const folder = join(tempFolder(), 'deep', 'data');
    const { commit } = openTestStore({ folder });
    await commit((writer) => writer.putInbox(message('a')));
    expect(mode(folder)).toBe(0o700);
    for (const file of ['dialogram.sqlite', 'dialogram.sqlite-wal', 'lock.sqlite']) {
      expect([file, mode(join(folder, file))]).toEqual([file, 0o600]);
    }
  });

  test('keeps everything for the next start', async () => {
    const first = openTestStore();
    await first.commit((writer) => writer.putInbox(message('a', { text: 'ёлка 🎄' })));
    await first.store.close();
    const second = openTestStore({ folder: first.folder });
    expect(second.store.read.waitingInbox('lead-1')).toMatchObject([{ key: 'a', event: { text: 'ёлка 🎄' } }]);
  });

  test('leaves one file, without a log beside it, when it is closed', async () => {
    const { store, folder, commit } = openTestStore();
    await commit((writer) => writer.putInbox(message('a')));
    await store.close();
    await store.close();
    expect(statSync(join(folder, 'dialogram.sqlite-wal'), { throwIfNoEntry: false })?.size ?? 0).toBe(0);
  });
});

describe('every commit is flushed', () => {
  function write(database: Database.Database): void {
    database.exec('CREATE TABLE IF NOT EXISTS probe (a); INSERT INTO probe VALUES (1)');
  }

  test('after a write, in a new database and in one opened again', () => {
    const folder = tempFolder();
    for (const start of ['new', 'again']) {
      const database = value(openDatabase(folder, 0));
      write(database);
      expect([start, flushesEveryCommit(database)]).toEqual([start, true]);
      for (const [pragma, wanted] of Object.entries({ journal_mode: 'wal', foreign_keys: 1, trusted_schema: 0 })) {
        expect([pragma, database.pragma(pragma, { simple: true })]).toEqual([pragma, wanted]);
      }
      expect(database.pragma('secure_delete', { simple: true })).toBe(1);
      database.close();
    }
  });

  test('the look after a write tells a connection that does not', () => {
    const database = new Database(join(tempFolder(), 'plain.sqlite'));
    onTestFinished(() => void database.close());
    database.pragma('journal_mode = WAL');
    expect(flushesEveryCommit(database)).toBe(true); // the trap: not yet true
    write(database);
    expect(flushesEveryCommit(database)).toBe(false);
  });

  test('an SQLite with the log-reset bug is too old', () => {
    const oldest = [3, 51, 3];
    expect([[3, 51, 2], [3, 50, 9], [3], [2, 99, 99]].map((version) => isOlder(version, oldest))).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(
      [
        [3, 51, 3],
        [3, 54, 1],
        [4, 0, 0],
      ].map((version) => isOlder(version, oldest)),
    ).toEqual([false, false, false]);
  });
});

describe('a folder that will not do', () => {
  test('a file in its place', () => {
    const folder = join(tempFolder(), 'data');
    writeFileSync(folder, 'not a folder');
    expect(open(folder)).toEqual({ ok: false, fault: { code: 'dataFolderUnusable', folder, reason: 'EEXIST' } });
    const below = join(folder, 'data');
    expect(open(below)).toEqual({ ok: false, fault: { code: 'dataFolderUnusable', folder: below, reason: 'ENOTDIR' } });
  });

  test('a database that is none', () => {
    const folder = tempFolder();
    writeFileSync(join(folder, 'dialogram.sqlite'), 'This is a shopping list. '.repeat(400));
    expect(open(folder)).toEqual({ ok: false, fault: { code: 'dataFolderUnusable', folder, reason: 'SQLITE_NOTADB' } });
  });

  test("another program's database is left as it was", () => {
    const folder = tempFolder();
    const path = join(folder, 'dialogram.sqlite');
    const foreign = new Database(path);
    foreign.exec('CREATE TABLE recipe (name)');
    foreign.close();
    expect(open(folder)).toEqual({ ok: false, fault: { code: 'dataFolderUnusable', folder, reason: 'notDialogram' } });
    const after = new Database(path);
    onTestFinished(() => void after.close());
    expect(after.prepare('SELECT name FROM sqlite_schema').pluck().all()).toEqual(['recipe']);
    expect(after.pragma('journal_mode', { simple: true })).toBe('delete');
  });

  test('a damaged database is noticed after a crash', async () => {
    const { store, folder, commit } = openTestStore();
    for (let n = 0; n < 300; n++)
      void commit((writer) => writer.putInbox(message(`m-${n}`, { text: 'слово '.repeat(50) })));
    await commit((writer) => writer.putInbox(message('last')));
    await store.close();
    const path = join(folder, 'dialogram.sqlite');
    const database = new Database(path);
    database.exec('UPDATE engine SET clean = 0');
    database.unsafeMode();
    database.pragma('writable_schema = ON');
    // The index now claims to be another table's pages.
    database.exec(`UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM sqlite_schema WHERE name = 'trace')
      WHERE name = 'inbox_waiting'`);
    database.close();
    const again = open(folder);
    expect(again).toEqual({ ok: false, fault: { code: 'dataFolderUnusable', folder, reason: 'damaged' } });
  });

  test('a refused folder can be opened once the reason is gone', async () => {
    const folder = tempFolder();
    const first = openTestStore({ folder });
    expect(open(folder)).toEqual({ ok: false, fault: { code: 'dataFolderLocked', folder } });
    await first.store.close();
    openTestStore({ folder });
  });
});
