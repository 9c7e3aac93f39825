import type { EdgeChange, NodeChange } from '@xyflow/react';
import { expect, test } from 'vitest';
import { interpretEdges, interpretNodes, reselect } from '../../../renderer/canvas/interpret.ts';

const none = { dragged: {}, dropped: {}, sizes: {}, selected: [], deselected: [], removed: [] };

test('while the pointer drags only the view changes; when it lets go the document does', () => {
  const dragging: NodeChange[] = [{ type: 'position', id: 'a', position: { x: 8, y: 8 }, dragging: true }];
  expect(interpretNodes(dragging, {})).toEqual({ ...none, dragged: { a: { x: 8, y: 8 } } });
  const released: NodeChange[] = [{ type: 'position', id: 'a', dragging: false }];
  expect(interpretNodes(released, { a: { x: 8, y: 8 } })).toEqual({ ...none, dropped: { a: { x: 8, y: 8 } } });
});

test('a position without a drag (keys of the library) is a move too', () => {
  const moved: NodeChange[] = [{ type: 'position', id: 'a', position: { x: 16, y: 0 }, dragging: false }];
  expect(interpretNodes(moved, {}).dropped).toEqual({ a: { x: 16, y: 0 } });
});

test('adding and replacing are refused: the document is ours', () => {
  const item = { id: 'x', position: { x: 0, y: 0 }, data: {} };
  const changes: NodeChange[] = [
    { type: 'add', item },
    { type: 'replace', id: 'x', item },
  ];
  expect(interpretNodes(changes, {})).toEqual(none);
});

test('sizes, selection and removals are told apart', () => {
  const changes: NodeChange[] = [
    { type: 'dimensions', id: 'a', dimensions: { width: 264, height: 100 } },
    { type: 'select', id: 'a', selected: true },
    { type: 'select', id: 'b', selected: false },
    { type: 'remove', id: 'c' },
  ];
  expect(interpretNodes(changes, {})).toEqual({
    ...none,
    sizes: { a: { width: 264, height: 100 } },
    selected: ['a'],
    deselected: ['b'],
    removed: ['c'],
  });
  const edges: EdgeChange[] = [
    { type: 'select', id: 'e', selected: true },
    { type: 'remove', id: 'f' },
  ];
  expect(interpretEdges(edges)).toEqual({ selected: ['e'], deselected: [], removed: ['f'] });
});

test('the newly selected come last; nothing new gives the same list', () => {
  const before = ['a', 'b'];
  expect(reselect(before, { selected: ['c'], deselected: ['a'] })).toEqual(['b', 'c']);
  expect(reselect(before, { selected: ['a'], deselected: ['x'] })).toBe(before);
});
