import { describe, expect, test } from 'vitest';
import { openTestStore } from './testStore.ts';

const step = (id: string, body: string | null = `{"id":"${id}"}`) => ({ id, body });
const kept = (...ids: string[]) => ids.map((id) => step(id, null));
const bodies = (...ids: string[]) => ids.map((id) => `{"id":"${id}"}`);

async function draft() {
  const all = openTestStore();
  await all.commit((writer) => writer.createBot('b', 'b', '{}'));
  return all;
}

describe('the steps of undo of a draft', () => {
  test('are there again after the store was closed, in order', async () => {
    const { store, folder, commit } = await draft();
    expect(store.read.draftSteps('b')).toBeNull();
    await commit((writer) => writer.putDraftSteps('b', 2, { list: [step('x'), step('c'), step('a')], undone: 1 }));
    await store.close();
    const again = openTestStore({ folder });
    expect(again.store.read.draftSteps('b')).toEqual({ revision: 2, undone: 1, bodies: bodies('x', 'c', 'a') });
  });

  test('are not sent again: those kept stay, new ones join, the rest goes', async () => {
    const { store, commit } = await draft();
    await commit((writer) => writer.putDraftSteps('b', 2, { list: [step('1'), step('2'), step('3')], undone: 2 }));
    // A change after two undos: what could be redone is gone.
    await commit((writer) => writer.putDraftSteps('b', 3, { list: [...kept('1'), step('4')], undone: 0 }));
    expect(store.read.draftSteps('b')).toEqual({ revision: 3, undone: 0, bodies: bodies('1', '4') });
    // The oldest is forgotten, the newest is told anew, another joins.
    const list = [step('4', '{"more":1}'), step('5')];
    await commit((writer) => writer.putDraftSteps('b', 4, { list, undone: 0 }));
    expect(store.read.draftSteps('b')?.bodies).toEqual(['{"more":1}', '{"id":"5"}']);
  });

  test('a step that is neither given nor kept cuts off what lies beyond it, seen from the draft', async () => {
    const { store, commit } = await draft();
    const list = [step('1'), ...kept('lost'), step('2'), step('3'), ...kept('lost too'), step('4')];
    await commit((writer) => writer.putDraftSteps('b', 2, { list, undone: 3 }));
    expect(store.read.draftSteps('b')).toEqual({ revision: 2, undone: 1, bodies: bodies('2', '3') });
  });

  test('stand or fall with the draft they were saved with, and go with their bot', async () => {
    const { store, commit } = await draft();
    await commit((writer) => writer.putDraftSteps('b', 1, { list: [step('1')], undone: 0 }));
    const failed = await store.write((writer) => {
      writer.saveBot('b', 1, 'b', '{"a":2}');
      writer.putDraftSteps('b', 2, { list: [], undone: 0 });
      throw new Error('a slip');
    });
    expect(failed.ok).toBe(false);
    expect(store.read.draftSteps('b')).toMatchObject({ revision: 1, bodies: bodies('1') });
    await commit((writer) => writer.deleteBot('b'));
    expect(store.read.draftSteps('b')).toBeNull();
  });
});
