import { expect, test } from 'vitest';
import { factsOf } from '../../../renderer/editor/factsOf.ts';
import { insertPlace } from '../../../renderer/editor/insertPlace.ts';
import { freeSpot } from '../../../renderer/editor/place.ts';
import { downstream, firstBlock, nextBlock, previousBlock } from '../../../renderer/editor/walk.ts';
import { cakes } from './cakes.ts';

const bot = cakes();
const flow = bot.flows[0] ?? { id: '', name: '', nodes: [] };
const places = bot.layout?.['main']?.nodes ?? {};
const at = (id: string) => flow.nodes.find((node) => node.id === id) ?? { id, kind: 'end' };

test('arrows: along the first connected output, back to the nearest source', () => {
  expect(firstBlock(flow)).toBe('start');
  expect(nextBlock(flow, factsOf(bot), at('menu'))).toBe('about');
  expect(nextBlock(flow, factsOf(bot), at('hand'))).toBeNull();
  expect(previousBlock(flow, places, 'menu')).toBe('start');
  expect(previousBlock(flow, places, 'start')).toBeNull();
});

test('everything after a block, loops included', () => {
  expect([...downstream(flow, 'menu')].toSorted()).toEqual(['about', 'hand', 'menu']);
});

const box = (x: number, y: number) => ({ x, y, width: 264, height: 120 });

test('a new card takes the nearest free spot on the grid and overlaps nothing', () => {
  expect(freeSpot(box(13, 3), [])).toEqual({ x: 16, y: 0 });
  const spot = freeSpot(box(0, 0), [box(0, 0), box(0, 160)]);
  expect(spot.y <= -144 || spot.y >= 304).toBe(true);
  expect(spot.y % 8).toBe(0);
});

test('put into a connection: between distant cards nothing moves, between close ones the followers do', () => {
  const far = new Map([
    ['start', box(0, 0)],
    ['menu', box(900, 0)],
  ]);
  expect(insertPlace(flow, far, 'start', 'menu').moved).toEqual({});
  const near = new Map(Object.entries(places).map(([id, place]) => [id, box(place.x, place.y)]));
  const { at: spot, moved } = insertPlace(flow, near, 'start', 'menu');
  expect(Object.keys(moved).toSorted()).toEqual(['about', 'hand', 'menu']);
  expect(spot.x).toBeGreaterThanOrEqual(264);
  expect(spot.x + 264).toBeLessThanOrEqual(moved['menu']?.x ?? 0);
});
