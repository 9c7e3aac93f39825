import { expect, test } from 'vitest';
import { readBot } from '../../../engine/flow/parseBot.ts';
import { positionOf } from '../../../renderer/editor/draft.ts';
import { placeMissing } from '../../../renderer/editor/placeMissing.ts';

const read = readBot({
  format: 1,
  id: 'bare',
  name: 'Bare',
  language: 'en',
  flows: [
    {
      id: 'main',
      name: 'Main',
      nodes: [
        { id: 'b', kind: 'message' },
        { id: 'a', kind: 'message', exits: { next: 'b' } },
        { id: 'start', kind: 'start', exits: { next: 'a' } },
        { id: 'lost', kind: 'message' },
      ],
    },
  ],
});
const bare = read.ok ? read.value : null;

test('a bot without a layout is laid out from its start, no card on another', () => {
  const nodes = placeMissing(bare!).layout!['main']!.nodes;
  expect([nodes['start']!.x, nodes['a']!.x, nodes['b']!.x]).toEqual([0, 344, 688]);
  expect(nodes['lost']).toEqual({ x: 0, y: 304 });
});

test('a place that was chosen is kept', () => {
  const chosen = { ...bare!, layout: { main: { nodes: { a: { x: 40, y: 80 } } } } };
  const nodes = placeMissing(chosen).layout!['main']!.nodes;
  expect(nodes['a']).toEqual({ x: 40, y: 80 });
  expect(nodes['start']!.y).toBeGreaterThan(80);
});

test('a card without a place has the same one each time it is asked', () => {
  expect(positionOf(bare!, 'main', 'a')).toBe(positionOf(bare!, 'main', 'a'));
});
