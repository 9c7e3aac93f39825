import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, onTestFinished, test } from 'vitest';
import { groupCommit } from '../../engine/store/groupCommit.ts';
import { tempFolder } from '../support/tempFolder.ts';
import { message } from './conversation.ts';
import { openTestStore, recordingLog, value, type LogLine } from './testStore.ts';

/** The bare machine over a table of texts, with a count of its commits. */
function groupOver(path: string) {
  const statements: string[] = [];
  const database = new Database(path, { verbose: (sql) => statements.push(String(sql)) });
  onTestFinished(() => void database.close());
  database.pragma('journal_mode = WAL');
  database.exec('CREATE TABLE t (a TEXT NOT NULL) STRICT');
  const lines: LogLine[] = [];
  const group = groupCommit(database, () => true, recordingLog(lines));
  const insert = database.prepare<[string | null]>('INSERT INTO t VALUES (?)');
  const rows = () => database.prepare('SELECT a FROM t').pluck().all();
  const commits = () => statements.filter((sql) => sql === 'COMMIT').length;
  return { database, group, insert, rows, commits, lines };
}

describe('writing together', () => {
  test('changes made close together share a commit, long queues are parted', async () => {
    const { group, insert, rows, commits } = groupOver(join(tempFolder(), 'a.sqlite'));
    const results = await Promise.all(
      Array.from({ length: 450 }, (_, n) => group.write(() => insert.run(String(n)).changes * n)),
    );
    expect(results.map(value)).toEqual(Array.from({ length: 450 }, (_, n) => n));
    expect(rows()).toHaveLength(450);
    expect(commits()).toBe(3);
  });

  test('nobody is answered before the commit', async () => {
    const { database, group, insert } = groupOver(join(tempFolder(), 'a.sqlite'));
    const seen = new Database(database.name, { readonly: true });
    onTestFinished(() => void seen.close());
    const onDisk = await group
      .write(() => insert.run('a'))
      .then(() => seen.prepare('SELECT count(*) FROM t').pluck().get());
    expect(onDisk).toBe(1);
  });

  test('a change that throws takes back its own work only, and is told with its stack', async () => {
    const { store, lines } = openTestStore();
    const [first, broken, last] = await Promise.all([
      store.write((writer) => writer.putInbox(message('first'))),
      store.write((writer) => {
        writer.putInbox(message('broken'));
        throw new Error('a slip');
      }),
      store.write((writer) => writer.putInbox(message('last'))),
    ]);
    expect(first).toMatchObject({ ok: true, value: { kind: 'stored' } });
    expect(last).toMatchObject({ ok: true, value: { kind: 'stored' } });
    expect(broken).toMatchObject({ ok: false, fault: { code: 'internal' } });
    expect(store.read.waitingInbox('lead-1').map(({ key }) => key)).toEqual(['first', 'last']);
    const line = lines.find(({ event }) => event === 'store.changeFailed');
    expect(line?.facts).toMatchObject(broken.ok ? {} : { id: 'id' in broken.fault ? broken.fault.id : '' });
    expect(line?.facts['stack']).toContain('groupCommit.test.ts');
  });

  test('a constraint that fails is an internal fault of that change', async () => {
    const { group, insert, rows } = groupOver(join(tempFolder(), 'a.sqlite'));
    const [bad, good] = await Promise.all([group.write(() => insert.run(null)), group.write(() => insert.run('a'))]);
    expect(bad).toMatchObject({ ok: false, fault: { code: 'internal' } });
    expect(good.ok).toBe(true);
    expect(rows()).toEqual(['a']);
  });

  test('a change that would go on after the commit is refused', async () => {
    const { group, insert, rows } = groupOver(join(tempFolder(), 'a.sqlite'));
    const result = await group.write(() => {
      insert.run('a');
      return Promise.resolve();
    });
    expect(result).toMatchObject({ ok: false, fault: { code: 'internal' } });
    expect(rows()).toEqual([]);
  });

  test('a change may ask for another, which comes in the next commit', async () => {
    const { group, insert, rows, commits } = groupOver(join(tempFolder(), 'a.sqlite'));
    const inner = await group.write(() => {
      insert.run('outer');
      return { later: group.write(() => insert.run('inner')) };
    });
    await value(inner).later;
    expect(rows()).toEqual(['outer', 'inner']);
    expect(commits()).toBe(2);
  });

  test('SQLITE_FULL fails the whole commit, and the store works again when there is room', async () => {
    const { database, group, insert, rows, lines } = groupOver(join(tempFolder(), 'a.sqlite'));
    value(await group.write(() => insert.run('before')));
    const pages = Number(database.pragma('page_count', { simple: true }));
    database.pragma(`max_page_count = ${pages + 5}`);
    const results = await Promise.all([
      group.write(() => insert.run('small')),
      group.write(() => insert.run('x'.repeat(100_000))),
    ]);
    const full = { ok: false, fault: { code: 'diskFull' } };
    expect(results).toEqual([full, full]);
    expect(rows()).toEqual(['before']);
    expect(lines).toMatchObject([{ level: 'error', event: 'store.diskFull', facts: { code: 'SQLITE_FULL' } }]);
    database.pragma('max_page_count = 100000');
    value(await group.write(() => insert.run('x'.repeat(100_000))));
    expect(rows()).toHaveLength(2);
  });
});

describe('while another has the database to itself', () => {
  test('changes wait, and are made in their order afterwards', async () => {
    const { group, insert, rows } = groupOver(join(tempFolder(), 'a.sqlite'));
    const resume = group.hold();
    const also = group.hold();
    const asked = ['a', 'b', 'c'].map((text) => group.write(() => insert.run(text).changes));
    resume();
    resume();
    for (let turn = 0; turn < 20; turn += 1) await new Promise((done) => setImmediate(done));
    expect(rows()).toEqual([]);
    also();
    expect((await Promise.all(asked)).map(value)).toEqual([1, 1, 1]);
    expect(rows()).toEqual(['a', 'b', 'c']);
  });

  test('and it is closed meanwhile: they are made all the same, none after them', async () => {
    const { group, insert, rows } = groupOver(join(tempFolder(), 'a.sqlite'));
    const resume = group.hold();
    const asked = group.write(() => insert.run('a').changes);
    group.finish();
    const late = group.write(() => insert.run('late').changes);
    expect(rows()).toEqual([]);
    resume();
    expect(value(await asked)).toBe(1);
    expect(await late).toMatchObject({ ok: false });
    expect(rows()).toEqual(['a']);
  });
});

describe('closing', () => {
  test('finishes what was asked for and refuses what comes after', async () => {
    const { store, folder } = openTestStore();
    const asked = Promise.all(
      Array.from({ length: 300 }, (_, n) => store.write((writer) => writer.putInbox(message(`m-${n}`)))),
    );
    const closed = store.close();
    const late = store.write((writer) => writer.putInbox(message('late')));
    await closed;
    expect((await asked).every((result) => result.ok)).toBe(true);
    expect(await late).toMatchObject({ ok: false, fault: { code: 'internal' } });
    const again = openTestStore({ folder });
    expect(again.store.read.counts().inboxNew).toBe(300);
  });
});
