import { once } from 'node:events';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { tempFolder } from '../support/tempFolder.ts';
import { childEngine } from './childEngine.ts';
import { openTestStore } from './testStore.ts';

/** Every key the child was told is stored: the lines after `open`. */
const acknowledged = (lines: readonly string[]) => lines.slice(1);

test('an engine killed while it writes has lost nothing it acknowledged', async () => {
  const folder = tempFolder();
  const told: string[] = [];
  // Each round starts on what the one before left behind, and is killed at another point of its work.
  for (const rows of [1, 40, 173, 400, 7]) {
    const engine = childEngine('write', folder);
    await engine.said(1 + rows);
    engine.process.kill('SIGKILL');
    await engine.ended();
    told.push(...acknowledged(engine.lines));
  }
  expect(told.length).toBeGreaterThan(600);

  const { store } = openTestStore({ folder });
  const stored = new Set(store.read.waitingLeads().map(({ lead }) => lead));
  expect(told.filter((key) => !stored.has(key))).toEqual([]);
});

test('on a disk that takes no more, what was acknowledged is kept and the rest is refused', async () => {
  const folder = tempFolder();
  const engine = childEngine('fill', folder, 6_000);
  await engine.ended();
  const stop = engine.lines.indexOf('diskFull');
  const told = engine.lines.slice(1, stop);
  expect(told.length).toBeGreaterThan(50);
  expect(engine.lines.slice(stop)).toEqual(['diskFull', `waiting ${told.length}`, 'diskFull', 'closed']);

  const { store } = openTestStore({ folder });
  expect(
    store.read
      .waitingLeads()
      .map(({ lead }) => lead)
      .sort(),
  ).toEqual(told.toSorted());
});

test('what was being sent when the engine died is in doubt at the next start', async () => {
  const folder = tempFolder();
  const engine = childEngine('hold', folder);
  await engine.said(1);
  const database = new Database(join(folder, 'dialogram.sqlite'));
  database.exec(`INSERT INTO outbox (key, lead, custom_id, ownership, state, attempts, due, created_at, effect)
    VALUES ('k', 'lead-1', 'c', 1, 'sending', 1, 5, 5, '{"type":"send","id":"e","text":"t"}')`);
  database.close();
  engine.process.kill('SIGKILL');
  await once(engine.process, 'exit');

  const { store, clock, lines } = openTestStore({ folder });
  expect(store.read.nextOutbox('lead-1')).toMatchObject({ state: 'unknown', due: clock.now(), attempts: 1 });
  expect(store.read.counts()).toMatchObject({ outboxOpen: 1, outboxUnknown: 1 });
  expect(lines).toContainEqual({ level: 'info', event: 'store.opened', facts: { epoch: 2, doubtful: 1 } });
});
