import { expect, test } from 'vitest';
import type { StandingRow } from '../../engine/ports/sessionStore.ts';
import { changeFile } from './changeFile.ts';
import { AT, state, turn } from './conversation.ts';
import { openTestStore } from './testStore.ts';

const BODY = JSON.stringify({ format: 1, id: 'b', name: '', flows: [{ id: 'main', name: '', nodes: [] }] });

test('who stands where is read alike from states of this version and from longer ones of an earlier', async () => {
  const it = openTestStore();
  const offered = [
    { id: 'a', code: '1', label: 'Торты' },
    { id: 'b', code: '2', label: 'Пироги' },
  ];
  const place = { flow: 'sub', node: 'menu-1' };
  const calls = [{ place: { flow: 'main', node: 'call' }, flow: 'sub', menus: [] }];
  const standing = state({ wait: { place, since: AT, offered, memo: {} }, calls });
  const version = await it.commit((writer) => {
    const { id } = writer.publish('b', BODY, '');
    for (const lead of ['lead-1', 'lead-2', 'lead-3']) writer.commitTurn(turn(id, { state: { ...standing, lead } }));
    return id;
  });
  await it.store.close();
  changeFile(it.folder, `UPDATE session SET state = '${JSON.stringify({ ...standing, v: 2 })}' WHERE lead = 'lead-2'`);
  changeFile(it.folder, `UPDATE session SET state = '{"v":3,"wait":{"place":7}}' WHERE lead = 'lead-3'`);
  const { store } = openTestStore({ folder: it.folder });
  const { rows } = store.read.standing(version, 0, 0);
  const known: StandingRow = {
    owner: 'bot',
    flow: 'sub',
    node: 'menu-1',
    busy: false,
    offered: ['a', 'b'],
    callers: [{ flow: 'main', node: 'call' }],
    people: 1,
  };
  expect(rows).toHaveLength(3);
  expect(rows.filter(({ flow }) => flow === 'sub')).toEqual([known, known]);
  // In part: people get it, as the state cannot be read.
  expect(rows.find(({ flow }) => flow === null)).toMatchObject({ node: 'menu-1', offered: [] });
});

test('the versions that conversations stand on are told once each, the oldest first', async () => {
  const { store, commit } = openTestStore();
  expect(store.read.pinnedVersions()).toEqual([]);
  const [first, last] = await commit((writer) => {
    const [one, , three] = [1, 2, 3].map(() => writer.publish('b', BODY, '').id);
    if (one === undefined || three === undefined) throw new Error('three were published');
    for (const lead of ['lead-1', 'lead-2']) writer.commitTurn(turn(three, { state: { ...state(), lead } }));
    for (const lead of ['lead-3', 'lead-4']) writer.commitTurn(turn(one, { state: { ...state(), lead } }));
    return [one, three] as const;
  });
  expect(store.read.pinnedVersions()).toEqual([first, last]);
});
