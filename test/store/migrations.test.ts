import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, onTestFinished, test } from 'vitest';
import { migrate } from '../../engine/store/migrate.ts';
import { APPLICATION_ID, MIGRATIONS } from '../../engine/store/migrations.ts';
import type { Migration } from '../../engine/store/migration.ts';
import { openStore } from '../../engine/store/openStore.ts';
import { tempFolder } from '../support/tempFolder.ts';
import { manualClock } from './manualClock.ts';
import { openTestStore, recordingLog } from './testStore.ts';

/** For each migration: rows as the version before it had them, and what must be true of them afterwards. */
const HISTORY: Record<number, { readonly before: string; check(database: Database.Database): void }> = {
  1: {
    before: '',
    check(database) {
      const tables = database.pragma('table_list') as { name: string; type: string; strict: number }[];
      const ours = tables.filter(({ name }) => !name.startsWith('sqlite_'));
      expect(ours.map(({ name }) => name).sort()).toEqual([
        'bot',
        'engine',
        'inbox',
        'outbox',
        'session',
        'setting',
        'status_link',
        'timer',
        'trace',
        'version',
      ]);
      expect(ours.filter(({ strict }) => strict !== 1)).toEqual([]);
      expect(database.pragma('application_id', { simple: true })).toBe(APPLICATION_ID);
    },
  },
  2: {
    before: `INSERT INTO trace (lead, version, at, event, entries, effects) VALUES ('lead-1', 1, 2, '{}', '[]', '[]')`,
    check(database) {
      expect(database.prepare('SELECT lead, at, effects, state_before, state_after FROM trace').all()).toEqual([
        { lead: 'lead-1', at: 2, effects: '[]', state_before: null, state_after: null },
      ]);
    },
  },
  3: {
    before: `INSERT INTO bot (id, name, revision, updated_at, body) VALUES ('b', 'Торты', 4, 1, '{}')`,
    check(database) {
      expect(database.prepare('SELECT id, revision FROM bot').all()).toEqual([{ id: 'b', revision: 4 }]);
      database.exec(`INSERT INTO draft_history VALUES ('b', 4, 0); INSERT INTO draft_step VALUES ('b', 's', 1, '{}')`);
      database.exec(`DELETE FROM bot`);
      expect(database.prepare('SELECT count(*) FROM draft_step').pluck().get()).toBe(0);
      expect(database.prepare('SELECT count(*) FROM draft_history').pluck().get()).toBe(0);
    },
  },
  4: {
    before: `INSERT INTO version (id, bot, number, note, published_at, body) VALUES (4, 'b', 1, '', 70, '{}'), (5, 'b', 2, '', 80, '{}');
      INSERT INTO setting (key, json) VALUES ('live', '{"bot":"b","version":5}'), ('running', 'true')`,
    check(database) {
      expect(database.prepare('SELECT bot, version, audience, at FROM release ORDER BY id').all()).toEqual([
        { bot: 'b', version: 4, audience: 'all', at: 70 },
        { bot: 'b', version: 5, audience: 'all', at: 80 },
      ]);
      const live = database.prepare("SELECT json FROM setting WHERE key = 'live'").pluck().get() as string;
      expect(JSON.parse(live)).toEqual({ all: { bot: 'b', version: 5 }, test: null });
    },
  },
  5: {
    before: `INSERT INTO inbox (key, content, lead, type, at, due, event) VALUES ('k', 'c', 'l', 'message', 1, 2, '{}')`,
    check(database) {
      // What a version before this one took in was answered, or will be: it needs no proof any more.
      expect(database.prepare('SELECT key, state, proof, ref FROM inbox').all()).toEqual([
        { key: 'k', state: 'new', proof: 2, ref: null },
      ]);
    },
  },
  6: {
    before: `INSERT INTO version (id, bot, number, note, published_at, body) VALUES (4, 'b', 1, '', 70, '{}')`,
    check(database) {
      const add = (text: string) =>
        database.exec(
          `INSERT INTO unrecognised (bot, key, lead, flow, node, version, why, count, at, text)
           VALUES ('b', 'k', 'l', 'f', 'n', 4, 'menu', 1, 2, '${text}')`,
        );
      add('где заказ');
      // One text of one customer at one place is one row.
      expect(() => add('Где заказ?')).toThrow('UNIQUE');
      expect(database.prepare('SELECT ignored, closest FROM unrecognised').all()).toEqual([
        { ignored: 0, closest: null },
      ]);
    },
  },
  7: {
    before: `INSERT INTO outbox (key, lead, custom_id, ownership, state, due, created_at, effect)
      VALUES ('k', 'l', 'c', 1, 'dead', 1, 1, '{}'), ('s', 'm', 'd', 1, 'sent', 1, 1, '{}')`,
    check(database) {
      const query = `SELECT lead FROM outbox WHERE lead = 'l' AND state IN ('unknown', 'dead')`;
      expect(database.prepare(query).pluck().all()).toEqual(['l']);
      expect(JSON.stringify(database.prepare(`EXPLAIN QUERY PLAN ${query}`).all())).toContain('outbox_trouble');
    },
  },
  8: {
    before: `INSERT INTO timer (lead, name, due) VALUES ('7001', 't', 5);
      INSERT INTO setting (key, json) VALUES ('lastAccount', '"40017"'), ('accountsLeft', '[]'),
        ('forgotten', '{"7001":5,"abcdefghij_-KLMN":6}')`,
    check(database) {
      database.exec(`INSERT INTO timer (lead, name, due) VALUES ('50023:7001', 't', 4)`);
      const due = (account: string) =>
        database.prepare('SELECT min(due) FROM timer WHERE account = ?').pluck().get(account);
      // What is there already is the last account's.
      expect([due(''), due('50023:')]).toEqual([5, 4]);
      const settings = database.prepare('SELECT key, json FROM setting ORDER BY key').raw().all();
      expect(settings).toEqual([
        ['accounts', '["40017"]'],
        ['forgotten', '{"abcdefghij_-KLMN":6}'],
        ['lastAccount', '"40017"'],
      ]);
      const plan = database.prepare(`EXPLAIN QUERY PLAN SELECT min(due) FROM timer WHERE account = ''`).all();
      expect(JSON.stringify(plan)).toContain('timer_by_account');
    },
  },
};

function database(folder: string): Database.Database {
  const opened = new Database(join(folder, 'dialogram.sqlite'));
  onTestFinished(() => void opened.close());
  return opened;
}
const version = (of: Database.Database) => of.pragma('user_version', { simple: true });

describe('the chain of migrations', () => {
  test('is numbered without gaps, and each has its history here', () => {
    const numbers = MIGRATIONS.map(({ number }) => number);
    expect(numbers).toEqual(MIGRATIONS.map((_, at) => at + 1));
    expect(Object.keys(HISTORY).map(Number)).toEqual(numbers);
    const files = readdirSync(new URL('../../engine/store/migrations', import.meta.url)).sort();
    expect(files).toEqual(MIGRATIONS.map(({ number, name }) => `${String(number).padStart(3, '0')}-${name}.ts`));
  });

  test.each(MIGRATIONS)('$number $name runs on data of the version before', ({ number }) => {
    const folder = tempFolder();
    const it = database(folder);
    const upTo = (last: number) => MIGRATIONS.filter((migration) => migration.number <= last);
    expect(migrate(it, { migrations: upTo(number - 1), folder, now: 1 }).ok).toBe(true);
    it.exec(HISTORY[number]?.before ?? '');
    expect(migrate(it, { migrations: upTo(number), folder, now: 2 }).ok).toBe(true);
    expect(version(it)).toBe(number);
    HISTORY[number]?.check(it);
    expect(it.pragma('integrity_check', { simple: true })).toBe('ok');
  });
});

describe('migrating a database that holds something', () => {
  const next: Migration = {
    number: MIGRATIONS.length + 1,
    name: 'next',
    sql: `CREATE TABLE extra (a INTEGER) STRICT; INSERT INTO extra SELECT count(*) FROM setting;`,
  };
  async function used(): Promise<string> {
    const { store, folder, commit } = openTestStore();
    await commit((writer) => writer.putSetting('k', 'v'));
    await store.close();
    return folder;
  }

  test('copies it first, the copy is whole and as it was', async () => {
    const folder = await used();
    const it = database(folder);
    expect(migrate(it, { migrations: [...MIGRATIONS, next], folder, now: 77 }).ok).toBe(true);
    expect(it.prepare('SELECT a FROM extra').pluck().all()).toEqual([1]);
    const path = join(folder, 'backups', `before-${MIGRATIONS.length}-77.sqlite`);
    const copy = new Database(path, { readonly: true });
    onTestFinished(() => void copy.close());
    expect(version(copy)).toBe(MIGRATIONS.length);
    expect(copy.prepare('SELECT key FROM setting').pluck().all()).toEqual(['k']);
    expect(migrate(it, { migrations: [...MIGRATIONS, next], folder, now: 78 }).ok).toBe(true);
    expect(readdirSync(join(folder, 'backups'))).toHaveLength(1);
  });

  test('one that fails half-way leaves all as it was', async () => {
    const folder = await used();
    const it = database(folder);
    const broken = { ...next, sql: `${next.sql} INSERT INTO nowhere VALUES (1);` };
    expect(() => migrate(it, { migrations: [...MIGRATIONS, broken], folder, now: 1 })).toThrow('nowhere');
    expect(version(it)).toBe(MIGRATIONS.length);
    expect(it.prepare(`SELECT count(*) FROM sqlite_schema WHERE name = 'extra'`).pluck().get()).toBe(0);
  });

  test('one that leaves references into nothing is refused', async () => {
    const folder = await used();
    const it = database(folder);
    const dangling = {
      ...next,
      sql: `CREATE TABLE child (v INTEGER REFERENCES version (id)) STRICT; INSERT INTO child VALUES (404);`,
    };
    expect(migrate(it, { migrations: [...MIGRATIONS, dangling], folder, now: 1 })).toEqual({
      ok: false,
      fault: { code: 'dataFolderUnusable', folder, reason: 'migration next' },
    });
    expect(version(it)).toBe(MIGRATIONS.length);
    expect(it.pragma('foreign_keys', { simple: true })).toBe(1);
  });

  test('keeps the last three copies', async () => {
    const folder = await used();
    const it = database(folder);
    for (const now of [9, 10, 11, 100]) {
      it.pragma(`user_version = ${MIGRATIONS.length}`);
      it.exec('DROP TABLE IF EXISTS extra');
      migrate(it, { migrations: [...MIGRATIONS, next], folder, now });
    }
    const copies = [10, 100, 11].map((now) => `before-${MIGRATIONS.length}-${now}.sqlite`);
    expect(readdirSync(join(folder, 'backups')).sort()).toEqual(copies);
  });

  test('a database of a newer Dialogram is not touched', async () => {
    const folder = await used();
    const it = database(folder);
    const supported = MIGRATIONS.length;
    it.pragma(`user_version = ${supported + 5}`);
    const opened = openStore({ folder, clock: manualClock(), log: recordingLog([]) });
    expect(opened).toEqual({ ok: false, fault: { code: 'dataNewer', version: supported + 5, supported } });
    expect(it.prepare('SELECT clean, epoch FROM engine').get()).toEqual({ clean: 1, epoch: 1 });
  });
});
