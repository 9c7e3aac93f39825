import { expect, test } from 'vitest';
import { KIND_NAMES } from '../../../engine/nodes/kind.ts';
import { searchKinds } from '../../../renderer/canvas/picker/searchKinds.ts';
import { whyNot } from '../../../renderer/canvas/picker/whyNot.ts';
import { cakes } from '../editor/cakes.ts';

test.each([
  ['меню', 'menu'],
  ['menu', 'menu'],
  ['сообщ', 'message'],
  ['лид', 'status'],
  ['этап', 'status'],
  ['интент', 'intent'],
  ['lead', 'status'],
  ['оператор', 'handoff'],
  ['ОПЕРАТОР', 'handoff'],
  ['конец', 'end'],
])('«%s» finds %s', (query, kind) => {
  expect(searchKinds(query)).toContain(kind);
});

test('an exact beginning of a name comes first', () => {
  expect(searchKinds('меню')[0]).toBe('menu');
  expect(searchKinds('message')[0]).toBe('message');
});

test('nothing typed shows all, nonsense none', () => {
  expect(searchKinds('  ')).toEqual(KIND_NAMES);
  expect(searchKinds('йцукен')).toEqual([]);
});

test('what makes no sense behind a door is refused with the reason', () => {
  const bot = cakes();
  const from = { node: 'menu', exit: 'o1' };
  const canvas = { to: 'canvas', at: { x: 0, y: 0 } } as const;
  expect(whyNot('start', canvas, bot, 'main')).toBe('whyOnlyStart');
  expect(whyNot('command', { to: 'exit', from }, bot, 'main')).toBe('whyEntry');
  expect(whyNot('command', canvas, bot, 'main')).toBeNull();
  expect(whyNot('end', { to: 'edge', edge: from }, bot, 'main')).toBe('whyNoExit');
  expect(whyNot('end', { to: 'exit', from }, bot, 'main')).toBeNull();
});
