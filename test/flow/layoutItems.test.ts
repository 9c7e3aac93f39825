import { expect, test } from 'vitest';
import { botSchema } from '../../engine/flow/botSchema.ts';
import { framesOf, notesOf } from '../../engine/flow/layoutItems.ts';
import { writeBot } from '../../engine/flow/writeBot.ts';
import { cakes } from '../renderer/editor/cakes.ts';

function withLayout(frames: unknown, notes: unknown) {
  const bot = cakes();
  const file = { ...bot, layout: { ...bot.layout, main: { ...bot.layout?.['main'], frames, notes } } };
  return botSchema.parse(JSON.parse(JSON.stringify(file)));
}

test('what can be shown is read, the rest is passed over and stays in the file', () => {
  const frames = ['?', null, { id: 'f1', title: 'Доставка', x: 8, y: 16, width: 400, height: 300, author: 'Оля' }];
  const notes = [{ text: 'без места' }, { id: 'n1', x: 0, y: 0, text: 5, width: 9_000, color: 'неон' }, 7];
  const bot = withLayout(frames, notes);
  expect(framesOf(bot.layout?.['main'])).toEqual([
    { id: 'f1', title: 'Доставка', x: 8, y: 16, width: 400, height: 300, color: 'grey', collapsed: false },
  ]);
  expect(notesOf(bot.layout?.['main'])).toEqual([{ id: 'n1', text: '', x: 0, y: 0, width: 480, color: 'yellow' }]);
  const again = botSchema.parse(JSON.parse(writeBot(bot)));
  expect(again.layout?.['main']?.frames).toEqual(frames);
  expect(again.layout?.['main']?.notes).toEqual(notes);
  expect(writeBot(again)).toBe(writeBot(bot));
});

test.each([null, 'рамки', { a: 1 }])('%j in the place of a list is no list', (frames) => {
  expect(framesOf(withLayout(frames, []).layout?.['main'])).toEqual([]);
});

test('of two with one id the first counts; the same file gives the same list', () => {
  const note = { id: 'n', text: 'раз', x: 0, y: 0, width: 200 };
  const { layout } = withLayout([], [note, { ...note, text: 'два' }]);
  expect(notesOf(layout?.['main']).map((one) => one.text)).toEqual(['раз']);
  expect(notesOf(layout?.['main'])).toBe(notesOf(layout?.['main']));
});

test('a folded frame remembers what it holds; places beyond any canvas are none', () => {
  const frame = { id: 'f', title: '', x: 0, y: 0, width: 10, height: 10, collapsed: true, nodes: ['menu', 5] };
  const { layout } = withLayout([frame, { ...frame, id: 'g', x: 1e12 }], []);
  expect(framesOf(layout?.['main'])).toEqual([
    { id: 'f', title: '', x: 0, y: 0, width: 160, height: 96, color: 'grey', collapsed: true, nodes: ['menu'] },
  ]);
});
