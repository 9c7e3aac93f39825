import { expect, test } from 'vitest';
import { mapView, toFlow, toMap } from '../../../renderer/canvas/mapGeometry.ts';

const cards = [
  { x: -400, y: 0, width: 264, height: 120 },
  { x: 5_000, y: 900, width: 264, height: 300 },
];

test('everything lies on the map, in the middle', () => {
  const view = mapView(cards, 184, 128);
  for (const card of cards) {
    const at = toMap(view, card);
    expect(at.x).toBeGreaterThan(0);
    expect(at.y).toBeGreaterThan(0);
    expect(at.x + at.width).toBeLessThan(184);
    expect(at.y + at.height).toBeLessThan(128);
  }
});

test('a point of the map is the place of the flow under it', () => {
  const view = mapView(cards, 184, 128);
  const at = toFlow(view, toMap(view, { x: 5_000, y: 900, width: 0, height: 0 }));
  expect(Math.round(at.x)).toBe(5_000);
  expect(Math.round(at.y)).toBe(900);
});

test('an empty flow has a map, too', () => {
  expect(mapView([], 184, 128)).toEqual({ scale: 1, x: 0, y: 0 });
});
