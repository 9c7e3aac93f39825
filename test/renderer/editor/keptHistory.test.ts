import { describe, expect, test } from 'vitest';
import type { Bot } from '../../../engine/flow/botSchema.ts';
import { parseBot } from '../../../engine/flow/parseBot.ts';
import { writeBot } from '../../../engine/flow/writeBot.ts';
import type { DraftStep } from '../../../engine/protocol/draftHistory.ts';
import { EMPTY_HISTORY } from '../../../renderer/editor/history.ts';
import { readHistory, writeHistory } from '../../../renderer/editor/keptHistory.ts';
import { createEditor, redoLabel, undoLabel } from '../../../renderer/editor/store.ts';
import { bigBot } from '../../bench/bigBot.ts';
import { cakes } from './cakes.ts';

function worked(bot: Bot = cakes()) {
  const editor = createEditor(() => 0).getState;
  editor().open(bot);
  return editor;
}

/** Three steps, the last of them undone. */
function threeSteps() {
  const editor = worked();
  editor().run('setNode', { flow: 'main', node: 'hand', patch: { name: 'Человек' } });
  editor().run('removeSelection', { flow: 'main', nodes: ['about'], edges: [] });
  editor().run('disconnect', { flow: 'main', node: 'start', exit: 'next' });
  editor().undo();
  return editor;
}

const reread = (bot: Bot): Bot => {
  const read = parseBot(writeBot(bot));
  if (!read.ok) throw new Error(read.fault.code);
  return read.value;
};

describe('a history kept on the disk', () => {
  test('is there after a restart, both ways, with the names of its steps', () => {
    const before = threeSteps();
    const { steps, undone } = writeHistory(before().history, new Set());
    const bot = reread(before().bot);
    const after = createEditor(() => 0);
    after.getState().open(bot, { history: readHistory(bot, { steps, undone }) });
    expect(undoLabel(after.getState())).toEqual({ key: 'remove', name: 'message' });
    expect(redoLabel(after.getState())).toEqual({ key: 'disconnect' });
    after.getState().redo();
    expect(after.getState().bot.flows[0]?.nodes.find(({ id }) => id === 'start')?.exits).toBeUndefined();
    for (let steps = 0; steps < 3; steps += 1) after.getState().undo();
    expect(writeBot(after.getState().bot)).toBe(writeBot(cakes()));
  });

  test('sends a step once, and a burst anew while it grows', () => {
    const editor = worked();
    const type = (text: string): boolean =>
      editor().run('setData', { flow: 'main', node: 'menu', patch: { text }, mergeKey: 'text' });
    type('Ч');
    const first = writeHistory(editor().history, new Set());
    expect(first.steps).toHaveLength(1);
    type('Че');
    const second = writeHistory(editor().history, new Set(first.ids));
    expect(second.ids).toHaveLength(1);
    expect(second.steps.map(({ id }) => id)).toEqual(second.ids);
    editor().flush();
    type('Чем');
    const third = writeHistory(editor().history, new Set(second.ids));
    expect(third.ids).toHaveLength(2);
    expect(third.steps.map(({ id }) => id)).toEqual([third.ids[1]]);
  });

  test('two hundred drags in a bot of a thousand blocks weigh less than a picture', () => {
    const bot = bigBot(1_000);
    const ids = bot.flows[0]?.nodes.map(({ id }) => id) ?? [];
    const layout = { main: { nodes: Object.fromEntries(ids.map((id, at) => [id, { x: at * 8, y: 0 }])) } };
    const editor = worked({ ...bot, layout });
    for (let at = 0; at < 200; at += 1)
      editor().run('moveNodes', { flow: 'main', positions: { [ids[at * 5] ?? '']: { x: at, y: 640 } } });
    const { steps } = writeHistory(editor().history, new Set());
    expect(steps).toHaveLength(200);
    expect(JSON.stringify(steps).length / 200).toBeLessThan(350);
  });

  test('that does not fit the draft is dropped from there on, and the draft stays as it is', () => {
    const editor = threeSteps();
    const kept = writeHistory(editor().history, new Set());
    const { flows } = cakes();
    // Another program has put the deleted block back: its undo would make two of it.
    const other: Bot = { ...editor().bot, flows };
    expect(readHistory(other, kept)).toEqual({
      past: [],
      future: [expect.objectContaining({ label: { key: 'disconnect' } })],
    });
    expect(readHistory({ ...cakes(), flows: [{ id: 'x', name: 'x', nodes: [] }] }, kept)).toEqual(EMPTY_HISTORY);
    expect(readHistory(editor().bot, { ...kept, undone: 7 })).toEqual(EMPTY_HISTORY);
  });

  test('that would lead to no bot is dropped', () => {
    const bot = cakes();
    const step = (patch: DraftStep['patch'], key = 'edit'): DraftStep => ({
      id: 'step',
      label: { key },
      touched: { flow: 'main', nodes: [] },
      at: 0,
      patch,
    });
    const inFlow = (patch: DraftStep['patch']): DraftStep['patch'] => ({ keys: { flows: { ids: { main: patch } } } });
    const wrong: DraftStep[] = [
      step({ keys: { name: { was: 7, is: 'Торты' } } }),
      step({ keys: { flows: { was: [], is: bot.flows } } }),
      step({ keys: { flows: { was: 'none', is: bot.flows } } }),
      step({ keys: { flows: { was: [null], is: bot.flows } } }),
      step({ keys: { layout: { was: { main: null }, is: bot.layout } } }),
      step({ keys: { layout: { was: 7, is: bot.layout } } }),
      step(inFlow({ keys: { nodes: { was: null, is: [] } } })),
      step(inFlow({ keys: { nodes: { ids: { hand: { keys: { kind: { was: 1, is: 'handoff' } } } } } } })),
      step({ keys: { layout: { keys: { main: { keys: { nodes: { keys: { hand: { was: 'far', is: 0 } } } } } } } } }),
      step({ keys: { name: { was: 'Пироги', is: 'Торты' } } }, 'aStepOfTheFuture'),
    ];
    for (const one of wrong) expect(readHistory(bot, { steps: [one], undone: 0 })).toEqual(EMPTY_HISTORY);
    const right = step({ keys: { name: { was: 'Пироги', is: 'Торты' } } });
    expect(readHistory(bot, { steps: [right], undone: 0 }).past).toHaveLength(1);
  });
});
