import { describe, expect, test } from 'vitest';
import { HISTORY_STEPS } from '../../../renderer/editor/history.ts';
import { canRedo, canUndo, createEditor, undoLabel } from '../../../renderer/editor/store.ts';
import { cakes } from './cakes.ts';

function open() {
  let now = 1_000_000;
  const editor = createEditor(() => now);
  editor.getState().open(cakes());
  const pass = (ms: number): void => {
    now += ms;
  };
  const type = (text: string): boolean =>
    editor.getState().run('setData', { flow: 'main', node: 'menu', patch: { text }, mergeKey: 'text' });
  return { editor, pass, type, state: () => editor.getState() };
}

describe('undo', () => {
  test('one step brings a deleted block back with its connections, and selects it', () => {
    const { state } = open();
    const before = state().bot;
    state().select({ nodes: ['hand'] });
    state().run('removeSelection', { flow: 'main', nodes: ['hand'], edges: [] });
    expect(state().selection.nodes).toEqual([]);
    expect(state().undo()).toEqual({ key: 'remove', name: 'handoff' });
    expect(state().bot).toBe(before);
    expect(state().selection.nodes).toEqual(['hand']);
    expect(state().reveal).toMatchObject({ touched: { flow: 'main', nodes: ['hand'] }, view: 'ifHidden' });
    state().redo();
    expect(state().bot.flows[0]?.nodes.map((node) => node.id)).not.toContain('hand');
  });

  test('goes to the flow where the change was', () => {
    const { state } = open();
    state().run('setNode', { flow: 'main', node: 'hand', patch: { name: 'Человек' } });
    state().openFlow('extra');
    state().undo();
    expect(state().flowId).toBe('main');
  });

  test('typing without a pause is one step; a pause of 700 ms or leaving the field begins another', () => {
    const { state, pass, type } = open();
    for (const text of ['Ч', 'Че', 'Чем']) {
      type(text);
      pass(300);
    }
    expect(state().history.past).toHaveLength(1);
    pass(701);
    type('Чем?');
    expect(state().history.past).toHaveLength(2);
    state().flush();
    type('Чем!');
    expect(state().history.past).toHaveLength(3);
    state().undo();
    state().undo();
    expect(state().bot.flows[0]?.nodes[1]?.data).toMatchObject({ text: 'Чем' });
  });

  test('typing goes on after an undo: it does not join the step that was undone to', () => {
    const { state, type } = open();
    type('А');
    state().flush();
    type('АБ');
    state().undo();
    type('АВ');
    state().undo();
    expect(state().bot.flows[0]?.nodes[1]?.data).toMatchObject({ text: 'А' });
  });

  test('two fields are two steps, key presses of one burst one, drags each their own', () => {
    const { state, pass, type } = open();
    type('А');
    state().run('setNode', { flow: 'main', node: 'menu', patch: { name: 'Б' } });
    for (let x = 8; x <= 40; x += 8) {
      state().run('moveNodes', { flow: 'main', positions: { hand: { x, y: 0 } }, mergeKey: 'keys' });
      pass(30);
    }
    state().run('moveNodes', { flow: 'main', positions: { hand: { x: 80, y: 0 } } });
    state().run('moveNodes', { flow: 'main', positions: { hand: { x: 88, y: 0 } } });
    expect(state().history.past.map((step) => step.label.key)).toEqual(['edit', 'rename', 'move', 'move', 'move']);
  });

  test('a new change ends what could be redone; no change is no step', () => {
    const { state, type } = open();
    type('А');
    state().undo();
    expect(canRedo(state())).toBe(true);
    expect(state().run('disconnect', { flow: 'main', node: 'hand', exit: 'next' })).toBe(false);
    expect(canRedo(state())).toBe(true);
    state().run('disconnect', { flow: 'main', node: 'start', exit: 'next' });
    expect(canRedo(state())).toBe(false);
    expect(undoLabel(state())).toEqual({ key: 'disconnect' });
  });

  test(`${String(HISTORY_STEPS)} steps of each flow: work in one does not cost the way back in another`, () => {
    const { state } = open();
    const move = (flow: string, node: string, times: number): void => {
      for (let at = 0; at < times; at += 1)
        state().run('moveNodes', {
          flow,
          positions: { [node]: { x: 8 * (at + 1), y: state().history.past.length * 8 } },
        });
    };
    const inFlow = (flow: string): number => state().history.past.filter((step) => step.touched.flow === flow).length;
    move('main', 'hand', 150);
    move('extra', 'begin', 190);
    expect([inFlow('main'), inFlow('extra')]).toEqual([150, 190]);
    // Steps are undone in their order, so of «extra» none can go before the older ones of «main».
    move('extra', 'begin', 20);
    expect([inFlow('main'), inFlow('extra')]).toEqual([150, 210]);
    move('main', 'hand', 60);
    expect(inFlow('main')).toBe(200);
  });

  test(`keeps ${String(HISTORY_STEPS)} steps`, () => {
    const { state } = open();
    for (let at = 0; at < HISTORY_STEPS + 20; at += 1) {
      state().run('moveNodes', { flow: 'main', positions: { hand: { x: 8 * (at + 1), y: 8 } } });
    }
    let undone = 0;
    while (state().undo()) undone += 1;
    expect(undone).toBe(HISTORY_STEPS);
  });

  test('a bot that is only looked at can not be changed', () => {
    const { state, editor } = open();
    const bot = cakes();
    editor.getState().open(bot, { readOnly: true });
    expect(state().run('disconnect', { flow: 'main', node: 'start', exit: 'next' })).toBe(false);
    expect(state().bot).toBe(bot);
    expect(canUndo(state())).toBe(false);
  });
});
