import { expect, test } from 'vitest';
import { openTestStore } from './testStore.ts';

test('a draft is saved on the revision it began from, and not over another', async () => {
  const { store, commit, clock } = openTestStore();
  const made = await commit((writer) => writer.createBot('b', 'Первый', '{"a":1}'));
  expect(made).toEqual({ id: 'b', name: 'Первый', revision: 1, updatedAt: clock.now(), body: '{"a":1}' });
  clock.forward(1_000);
  const saved = await commit((writer) => writer.saveBot('b', 1, 'Второй', '{"a":2}'));
  expect(saved).toEqual({ id: 'b', name: 'Второй', revision: 2, updatedAt: clock.now() });
  expect(await commit((writer) => writer.saveBot('b', 1, 'Чужой', '{}'))).toBeNull();
  expect(await commit((writer) => writer.saveBot('nobody', 1, 'x', '{}'))).toBeNull();
  expect(store.read.bot('b')).toEqual({ ...saved, body: '{"a":2}' });
});

test('bots are listed without their bodies, the last changed first', async () => {
  const { store, commit, clock } = openTestStore();
  for (const id of ['a', 'b', 'c']) {
    clock.forward(1);
    await commit((writer) => writer.createBot(id, id, '{}'));
  }
  clock.forward(1);
  await commit((writer) => writer.saveBot('a', 1, 'a', '{}'));
  expect(store.read.bots().map(({ id }) => id)).toEqual(['a', 'c', 'b']);
  expect(store.read.bots()[0]).not.toHaveProperty('body');
  expect(await commit((writer) => writer.deleteBot('a'))).toBe(true);
  expect(await commit((writer) => writer.deleteBot('a'))).toBe(false);
  expect(store.read.bot('a')).toBeNull();
});

test('versions count within their bot and outlive its draft', async () => {
  const { store, commit, clock } = openTestStore();
  await commit((writer) => writer.createBot('b', 'b', '{}'));
  const [first, other, second] = await commit((writer) => [
    writer.publish('b', '{"v":1}', 'первая'),
    writer.publish('c', '{}', ''),
    writer.publish('b', '{"v":2}', ''),
  ]);
  expect([first.number, other.number, second.number]).toEqual([1, 1, 2]);
  expect(first).toMatchObject({ bot: 'b', note: 'первая', publishedAt: clock.now() });
  expect(store.read.versions('b')).toEqual([second, first]);
  await commit((writer) => writer.deleteBot('b'));
  expect(store.read.version(first.id)).toEqual({ row: first, body: '{"v":1}' });
  expect(store.read.version(404)).toBeNull();
});

test('settings are any JSON, and gone when deleted', async () => {
  const { store, commit } = openTestStore();
  expect(store.read.setting('connection')).toBeUndefined();
  await commit((writer) => writer.putSetting('connection', { kind: 'sandbox', ports: [1, 2] }));
  await commit((writer) => writer.putSetting('connection', null));
  expect(store.read.setting('connection')).toBeNull();
  await commit((writer) => writer.deleteSetting('connection'));
  expect(store.read.setting('connection')).toBeUndefined();
});

test("a bot's status links are replaced whole and keep their order", async () => {
  const { store, commit } = openTestStore();
  const link = (status: string) => ({ status, external: `ext-${status}`, name: status });
  await commit((writer) => {
    writer.putStatusLinks('b', [link('z'), link('a'), link('m')]);
    writer.putStatusLinks('c', [link('a')]);
  });
  await commit((writer) => writer.putStatusLinks('b', [link('m'), link('a')]));
  expect(store.read.statusLinks('b')).toEqual([link('m'), link('a')]);
  expect(store.read.statusLinks('c')).toEqual([link('a')]);
});
