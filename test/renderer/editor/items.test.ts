import { expect, test } from 'vitest';
import { framesOf, notesOf } from '../../../engine/flow/layoutItems.ts';
import { writeBot } from '../../../engine/flow/writeBot.ts';
import { foldedAway } from '../../../renderer/editor/folded.ts';
import { frameAround, heldBy } from '../../../renderer/editor/frameContent.ts';
import { itemKey } from '../../../renderer/editor/layoutItem.ts';
import { createEditor } from '../../../renderer/editor/store.ts';
import { cakes } from './cakes.ts';

const note = { id: 'n1', text: 'Спросить цены', x: 8, y: 400, width: 240, author: 'Оля' };
const frame = { id: 'f1', title: 'Ответы', x: 640, y: -64, width: 400, height: 480 };
const noteKey = itemKey('note', 'n1');
const frameKey = itemKey('frame', 'f1');

function editor() {
  const use = createEditor(() => 0);
  use.getState().open(cakes());
  use.getState().run('addItem', { flow: 'main', kind: 'note', item: note });
  use.getState().run('addItem', { flow: 'main', kind: 'frame', item: frame });
  return use;
}

test('a note and a frame are added, written, moved and deleted, and every step is undone to the byte', () => {
  const use = editor();
  const { run } = use.getState();
  run('setItem', { flow: 'main', key: noteKey, patch: { text: 'Спросили' } });
  run('moveNodes', { flow: 'main', positions: { [noteKey]: { x: 16, y: 408 }, hand: { x: 696, y: 248 } } });
  run('setItem', { flow: 'main', key: frameKey, patch: { collapsed: true, nodes: ['about', 'hand'] } });
  const layout = use.getState().bot.layout?.['main'];
  expect(layout?.notes).toEqual([{ ...note, text: 'Спросили', x: 16, y: 408 }]);
  expect(layout?.nodes['hand']).toEqual({ x: 696, y: 248 });
  run('removeSelection', { flow: 'main', nodes: [frameKey, noteKey], edges: [] });
  expect(use.getState().bot.flows[0]?.nodes).toHaveLength(5);
  expect(framesOf(use.getState().bot.layout?.['main'])).toEqual([]);
  const labels = [];
  for (let label = use.getState().undo(); label !== null; label = use.getState().undo()) labels.push(label.key);
  expect(labels).toEqual(['removeFrame', 'foldFrame', 'move', 'editNote', 'addFrame', 'addNote']);
  expect(writeBot(use.getState().bot)).toBe(writeBot(cakes()));
});

test('what is selected of notes and frames outlives other changes, and not its own end', () => {
  const use = editor();
  use.getState().select({ nodes: ['menu', noteKey] });
  use.getState().run('removeSelection', { flow: 'main', nodes: ['menu'], edges: [] });
  expect(use.getState().selection.nodes).toEqual([noteKey]);
  use.getState().run('removeSelection', { flow: 'main', nodes: [noteKey], edges: [] });
  expect(use.getState().selection.nodes).toEqual([]);
  use.getState().undo();
  expect(use.getState().selection.nodes).toEqual([noteKey]);
});

test('the colour of one note leaves the others, and entries nobody understands, alone', () => {
  const use = createEditor(() => 0);
  const bot = cakes();
  use.getState().open({ ...bot, layout: { main: { nodes: {}, notes: ['?', note, { ...note, id: 'n2' }] } } });
  use.getState().run('setItem', { flow: 'main', key: noteKey, patch: { color: 'blue' } });
  expect(use.getState().bot.layout?.['main']?.notes).toEqual(['?', { ...note, color: 'blue' }, { ...note, id: 'n2' }]);
  expect(use.getState().run('setItem', { flow: 'main', key: itemKey('note', 'нет'), patch: { color: 'blue' } })).toBe(
    false,
  );
  expect(notesOf(use.getState().bot.layout?.['main'])).toHaveLength(2);
});

test('a frame holds what has its middle in it, and other frames that lie in it whole', () => {
  const box = { x: 0, y: 0, width: 400, height: 300 };
  const things = new Map([
    ['in', { x: 20, y: 60, width: 264, height: 128 }],
    ['over the edge', { x: 250, y: 60, width: 264, height: 128 }],
    ['out', { x: 300, y: 60, width: 264, height: 128 }],
  ]);
  const frames = new Map([
    ['inner', { x: 8, y: 8, width: 100, height: 100 }],
    ['crossing', { x: 350, y: 8, width: 100, height: 100 }],
  ]);
  expect(heldBy(box, things, frames)).toEqual(['in', 'over the edge', 'inner']);
  const around = frameAround([...things.values()]);
  expect(heldBy(around, things, new Map())).toEqual([...things.keys()]);
});

test('a folded frame hides what it holds, one in another goes by the outer', () => {
  const bot = cakes();
  const inner = { ...frame, collapsed: true, nodes: ['about', 'hand', noteKey] };
  const outer = { ...frame, id: 'f2', collapsed: true, nodes: ['menu', frameKey] };
  const layout = { nodes: {}, frames: [inner, outer] };
  const flow = bot.flows[0] ?? { id: '', name: '', nodes: [] };
  const outerKey = itemKey('frame', 'f2');
  expect(Object.fromEntries(foldedAway(flow, layout))).toEqual({
    about: outerKey,
    hand: outerKey,
    [noteKey]: outerKey,
    menu: outerKey,
    [frameKey]: outerKey,
  });
});

test('folded by hand, without a list: what stands there is hidden', () => {
  const bot = cakes();
  const layout = { nodes: {}, ...bot.layout?.['main'], frames: [{ ...frame, collapsed: true }] };
  const flow = bot.flows[0] ?? { id: '', name: '', nodes: [] };
  expect([...foldedAway(flow, layout).keys()]).toEqual(['about', 'hand']);
});

test('a frame that opens because something in it is shown is not a step of undo', () => {
  const use = editor();
  use.getState().run('setItem', { flow: 'main', key: frameKey, patch: { collapsed: true, nodes: ['hand'] } });
  const steps = use.getState().history.past.length;
  expect(use.getState().run('unfold', { flow: 'main', key: frameKey })).toBe(true);
  expect(use.getState().bot.layout?.['main']?.frames).toEqual([frame]);
  expect(use.getState().history.past).toHaveLength(steps);
});
