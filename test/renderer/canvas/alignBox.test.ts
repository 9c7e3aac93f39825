import { describe, expect, test } from 'vitest';
import { alignBox, nearestBoxes } from '../../../renderer/canvas/align/alignBox.ts';
import { pushApart } from '../../../renderer/canvas/align/pushApart.ts';
import { type Box, collide } from '../../../renderer/editor/boxMath.ts';

const card = (x: number, y: number, height = 120): Box => ({ x, y, width: 264, height });

describe('alignment', () => {
  test('within reach of a left edge, the card goes there, and a line runs along both', () => {
    const found = alignBox(card(364, 300), [card(360, 0)], 6);
    expect(found.dx).toBe(-4);
    expect(found.guides).toEqual([{ axis: 'x', at: 360, from: 0, to: 420 }]);
  });

  test('out of reach, nothing holds it', () => {
    expect(alignBox(card(368, 300), [card(360, 0)], 6)).toMatchObject({ dx: null, guides: [] });
  });

  test('bottoms and middles of cards of different heights', () => {
    expect(alignBox(card(600, 83, 40), [card(0, 0, 120)], 6).dy).toBe(-3);
    expect(alignBox(card(600, 38, 40), [card(0, 0, 120)], 6).dy).toBe(2);
  });

  test('both axes at once, each by its own neighbour', () => {
    const found = alignBox(card(3, 202), [card(0, 600), card(700, 200)], 6);
    expect([found.dx, found.dy]).toEqual([-3, -2]);
    expect(found.guides.map(({ axis }) => axis)).toEqual(['x', 'y']);
  });

  test('the nearest line of several wins', () => {
    expect(alignBox(card(4, 300), [card(0, 0), card(6, 600)], 6).dx).toBe(2);
  });

  test('only the twelve nearest cards are looked at', () => {
    const others = Array.from({ length: 300 }, (_, at) => card(at * 300, 0));
    const near = nearestBoxes(card(30_000, 200), others);
    expect(near).toHaveLength(12);
    expect(Math.max(...near.map(({ x }) => Math.abs(x - 30_000)))).toBeLessThanOrEqual(1_800);
  });
});

describe('what is dropped on something else', () => {
  test('goes the shortest way off it, on the grid', () => {
    const by = pushApart([card(0, 100)], [card(0, 0)]);
    expect(by).toEqual({ x: 0, y: 40 });
  });

  test('stays where it lies on nothing, however near', () => {
    expect(pushApart([card(0, 121)], [card(0, 0)])).toEqual({ x: 0, y: 0 });
  });

  test('finds a place among many', () => {
    const others = Array.from({ length: 60 }, (_, at) => card((at % 10) * 296, Math.floor(at / 10) * 152));
    const [x, y] = [4 * 296 + 40, 3 * 152 + 40];
    const by = pushApart([card(x, y)], others);
    expect(others.filter((other) => collide(card(x + by.x, y + by.y), other, 0))).toEqual([]);
    expect([by.x % 8, by.y % 8]).toEqual([0, 0]);
  });

  test('several keep their places among each other', () => {
    const dropped = [card(0, 0), card(300, 0)];
    const by = pushApart(dropped, [card(10, 20), card(310, -20)]);
    const after = dropped.map((box) => ({ ...box, x: box.x + by.x, y: box.y + by.y }));
    expect(after.some((box) => [card(10, 20), card(310, -20)].some((other) => collide(box, other, 0)))).toBe(false);
  });
});
