import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { MIGRATIONS } from '../../engine/store/migrations.ts';
import { seededRandom } from '../simulation/random.ts';
import { tempFolder } from '../support/tempFolder.ts';
import { openTestStore } from './testStore.ts';

const CHILD = join(import.meta.dirname, 'migrationChild.ts');
const KILLS = 20;
const TRACES = 4_000;

/** What each version of the database looks like: every table with its columns. */
function shape(database: Database.Database): string {
  const sql = `SELECT group_concat(t.name || '.' || c.name, ' ') FROM (SELECT name FROM sqlite_schema WHERE type = 'table'
    AND name NOT LIKE 'sqlite_%' ORDER BY name) t, pragma_table_info(t.name) c`;
  return String(database.prepare(sql).pluck().get());
}

/** A database of the oldest version, with enough in it that the way to the newest takes a moment. */
function oldest(folder: string): void {
  const [first] = MIGRATIONS;
  if (first === undefined) throw new Error('no migrations');
  const database = new Database(join(folder, 'dialogram.sqlite'));
  database.pragma('journal_mode = WAL');
  database.exec(first.sql);
  database.pragma('user_version = 1');
  const put = database.prepare(
    `INSERT INTO trace (lead, version, at, event, entries, effects) VALUES (?, 1, 2, '{}', ?, '[]')`,
  );
  database.transaction(() => {
    for (let row = 0; row < TRACES; row += 1) put.run(`lead-${String(row)}`, JSON.stringify(['слово '.repeat(60)]));
  })();
  database.pragma('wal_checkpoint(TRUNCATE)');
  database.close();
}

/** The shape after each migration, by version. */
function shapes(folder: string): ReadonlyMap<number, string> {
  const database = new Database(join(folder, 'shapes.sqlite'));
  const found = new Map<number, string>();
  for (const migration of MIGRATIONS) {
    database.exec(migration.sql);
    found.set(migration.number, shape(database));
  }
  database.close();
  return found;
}

test('a process killed anywhere in a migration leaves a whole version behind, and the next start finishes', async () => {
  const folder = tempFolder();
  const random = seededRandom(5);
  const known = shapes(folder);
  oldest(folder);
  const stoppedAt = new Set<number>();
  for (let kill = 0; kill < KILLS; kill += 1) {
    const data = join(folder, `data-${String(kill)}`);
    cpSync(join(folder, 'dialogram.sqlite'), join(data, 'dialogram.sqlite'));
    const child = spawn(process.execPath, [CHILD, data], { stdio: ['ignore', 'pipe', 'inherit'] });
    const gone = once(child, 'exit');
    await once(child.stdout, 'data');
    const timer = setTimeout(() => child.kill('SIGKILL'), random.int(0, 60));
    await gone;
    clearTimeout(timer);

    const database = new Database(join(data, 'dialogram.sqlite'));
    const version = Number(database.pragma('user_version', { simple: true }));
    expect(shape(database)).toBe(known.get(version));
    expect(database.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(database.prepare('SELECT count(*) FROM trace').pluck().get()).toBe(TRACES);
    database.close();
    stoppedAt.add(version);

    const { store } = openTestStore({ folder: data });
    expect(store.read.counts().inboxNew).toBe(0);
    await store.close();
    const after = new Database(join(data, 'dialogram.sqlite'));
    expect(after.pragma('user_version', { simple: true })).toBe(MIGRATIONS.length);
    expect(after.prepare('SELECT count(*) FROM trace').pluck().get()).toBe(TRACES);
    after.close();
  }
  // Some of them were indeed cut short.
  expect(Math.min(...stoppedAt)).toBeLessThan(MIGRATIONS.length);
}, 240_000);
