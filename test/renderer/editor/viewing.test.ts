import { beforeEach, expect, test } from 'vitest';
import { createEditor, type EditorState } from '../../../renderer/editor/store.ts';
import { drawBot } from '../../support/botBuilder.ts';

const draft = drawBot().start('hi').message('hi', 'Черновик').build();
const old = drawBot().start('hi').message('hi', 'Прежняя').build();
const VERSION = { number: 6, note: '', publishedAt: 1 };

let editor: ReturnType<typeof createEditor>;
const now = (): EditorState => editor.getState();
beforeEach(() => {
  editor = createEditor(() => 0);
  now().open(draft);
  now().run('setData', { flow: 'main', node: 'hi', patch: { parts: [{ text: 'Правка' }] } });
  now().select({ nodes: ['hi'] });
});

test('a version is looked at without a trace in the draft', () => {
  const before = now();
  now().view(VERSION, old);
  expect(now()).toMatchObject({ bot: old, readOnly: true, viewing: { version: VERSION } });
  expect(now().run('removeSelection', { flow: 'main', nodes: ['hi'], edges: [] })).toBe(false);
  expect(now().undo()).toBeNull();
  expect(now().bot).toBe(old);
  now().leaveView();
  expect(now().bot).toBe(before.bot);
  expect(now()).toMatchObject({ readOnly: false, viewing: null, history: before.history, selection: before.selection });
});

test('from one version to the next, the draft waits on', () => {
  const { bot } = now();
  now().view(VERSION, old);
  now().view({ ...VERSION, number: 5 }, draft);
  now().leaveView();
  expect(now().bot).toBe(bot);
});

test('a version that is restored is one step, and undo takes it back to the byte', () => {
  const { bot } = now();
  expect(now().run('restoreVersion', { number: 6, version: { ...old, id: 'another' } })).toBe(true);
  expect(now().bot).toEqual({ ...old, id: draft.id });
  expect(now().undo()).toEqual({ key: 'restoreVersion', name: '6' });
  expect(now().bot).toBe(bot);
  expect(now().run('restoreVersion', { number: 1, version: bot })).toBe(false);
});

test('another bot that is opened is not looked at', () => {
  now().view(VERSION, old);
  now().open(draft);
  expect(now()).toMatchObject({ readOnly: false, viewing: null });
});
