import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Bot, botSchema } from '../../../engine/flow/botSchema.ts';
import { edgeKey } from '../../../renderer/editor/edges.ts';
import { parseBot } from '../../../engine/flow/parseBot.ts';
import { writeBot } from '../../../engine/flow/writeBot.ts';
import { REQUESTS } from '../../../engine/protocol.ts';
import { type History, HISTORY_STEPS } from '../../../renderer/editor/history.ts';
import { readHistory, writeHistory } from '../../../renderer/editor/keptHistory.ts';
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

/** One thing a person may do: `pick` chooses among what is there. */
interface Act {
  readonly what: string;
  readonly pick: number;
  readonly other: number;
  readonly wait: number;
}
const act: fc.Arbitrary<Act> = fc.record({
  what: fc.constantFrom(
    'add',
    'insert',
    'remove',
    'cut',
    'move',
    'keys',
    'connect',
    'disconnect',
    'type',
    'options',
    'name',
    'disable',
    'paste',
    'flow',
    'dropFlow',
    'main',
    'bot',
    'undo',
    'redo',
    'blur',
    'restart',
  ),
  pick: fc.nat(50),
  other: fc.nat(50),
  wait: fc.constantFrom(0, 100, 800),
});

/** The draft and its history as another start of the window finds them: through the wire, the file and the disk. */
function reopened(bot: Bot, history: History): { bot: Bot; history: History } {
  const sent = REQUESTS['bots.save'].params.parse(
    JSON.parse(JSON.stringify({ id: 'b', base: 1, bot, history: writeHistory(history, new Set()) })),
  );
  const file = parseBot(writeBot(sent.bot));
  const steps = sent.history?.steps ?? [];
  // A half-made block of the random work may be one that no file can hold; the wire took it all the same.
  const stored = file.ok ? file.value : sent.bot;
  return { bot: stored, history: readHistory(stored, { steps, undone: sent.history?.undone ?? 0 }) };
}

describe('undo never lies', () => {
  test('random work with undo and redo in it: undoing all gives the original, byte for byte', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 300, size: 'max' }), (acts) => {
        const { editor, pass, state } = open();
        const original = writeBot(cakes());
        let made = 0;
        for (const { what, pick, other, wait } of acts) {
          const flow = state().bot.flows[pick % state().bot.flows.length] ?? { id: 'none', nodes: [] };
          const node = flow.nodes[pick % Math.max(1, flow.nodes.length)];
          const target = flow.nodes[other % Math.max(1, flow.nodes.length)];
          const { run } = editor.getState();
          const exit = Object.keys(node?.exits ?? {})[0] ?? 'next';
          const id = `made${String((made += 1))}`;
          const base = { flow: flow.id, node: node?.id ?? 'none' };
          if (what === 'add')
            run('addNode', {
              flow: flow.id,
              node: { id, kind: 'message' },
              at: { x: pick * 8, y: other * 8 },
              from: { node: base.node, exit },
            });
          if (what === 'insert')
            run('addNode', {
              flow: flow.id,
              node: { id, kind: 'message' },
              at: { x: 0, y: 0 },
              from: { node: base.node, exit },
              through: 'next',
              moved: { [target?.id ?? 'none']: { x: 8, y: 8 } },
            });
          if (what === 'remove')
            run('removeSelection', {
              flow: flow.id,
              nodes: [base.node],
              edges: target ? [edgeKey(target.id, exit)] : [],
            });
          if (what === 'cut')
            run('removeSelection', { flow: flow.id, nodes: flow.nodes.map((n) => n.id), edges: [], cut: true });
          if (what === 'move')
            run('moveNodes', { flow: flow.id, positions: { [base.node]: { x: pick * 8, y: other * 8 } } });
          if (what === 'keys')
            run('moveNodes', { flow: flow.id, positions: { [base.node]: { x: pick * 8, y: 0 } }, mergeKey: 'keys' });
          if (what === 'connect') run('connect', { ...base, exit, target: target?.id ?? 'none' });
          if (what === 'disconnect') run('disconnect', { ...base, exit });
          if (what === 'type') run('setData', { ...base, patch: { text: `t${String(other)}` }, mergeKey: 'text' });
          if (what === 'options')
            run('setData', {
              ...base,
              patch: { options: Array.from({ length: other % 4 }, (_, at) => ({ id: `o${String(at)}`, label: 'x' })) },
            });
          if (what === 'name') run('setNode', { ...base, patch: { name: other % 3 === 0 ? '' : `n${String(other)}` } });
          if (what === 'disable') run('setNode', { ...base, patch: { disabled: other % 2 === 0 } });
          if (what === 'paste')
            run('paste', { flow: flow.id, nodes: [{ id, kind: 'end' }], positions: { [id]: { x: 0, y: 0 } } });
          if (what === 'flow') run('addFlow', { flow: { id, name: id, nodes: [] }, positions: {} });
          if (what === 'dropFlow') run('removeFlow', { flow: flow.id });
          if (what === 'main') run('setMainFlow', { flow: flow.id });
          if (what === 'bot') run('setBot', { patch: { name: `b${String(other)}`, variables: [] }, mergeKey: 'name' });
          if (what === 'undo') state().undo();
          if (what === 'redo') state().redo();
          if (what === 'blur') state().flush();
          if (what === 'restart' && pick < 5) {
            const { past, future } = state().history;
            const { bot, history } = reopened(state().bot, state().history);
            expect([history.past.length, history.future.length]).toEqual([past.length, future.length]);
            editor.getState().open(bot, { history });
          }
          pass(wait);
          expect(botSchema.safeParse(state().bot).success).toBe(true);
          expect(state().bot.flows.some((f) => f.id === state().flowId)).toBe(true);
        }
        const done = writeBot(state().bot);
        let steps = 0;
        while (state().undo()) {
          steps += 1;
          expect(botSchema.safeParse(state().bot).success).toBe(true);
        }
        expect(writeBot(state().bot)).toBe(original);
        for (let at = 0; at < steps; at += 1) state().redo();
        expect(writeBot(state().bot)).toBe(done);
      }),
      { numRuns: 60 },
    );
  });
});
