import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { axisLock, NO_SCROLL } from '../../../renderer/canvas/axisLock.ts';
import { plainNoteText, readNoteText } from '../../../renderer/canvas/items/readNoteText.ts';
import { resized } from '../../../renderer/canvas/items/resized.ts';
import { nearestThing, nextInColumn } from '../../../renderer/canvas/items/walkThings.ts';
import { densityAt, zoomStep } from '../../../renderer/canvas/useDensity.ts';
import { processorMs } from '../../support/processorMs.ts';

test('a note knows bold, italic, links and lists; signs that form nothing stay', () => {
  expect(readNoteText('Цены **до пятницы**, *потом* новые')).toEqual([
    {
      kind: 'line',
      pieces: [
        { look: 'plain', text: 'Цены ' },
        { look: 'bold', text: 'до пятницы' },
        { look: 'plain', text: ', ' },
        { look: 'italic', text: 'потом' },
        { look: 'plain', text: ' новые' },
      ],
    },
  ]);
  expect(readNoteText('- раз\n- два\n1. три')).toMatchObject([
    { kind: 'list', ordered: false, items: [[{ text: 'раз' }], [{ text: 'два' }]] },
    { kind: 'list', ordered: true, items: [[{ text: 'три' }]] },
  ]);
  expect(readNoteText('[прайс](https://a.ru/p) и https://b.ru')).toMatchObject([
    {
      pieces: [
        { look: 'link', text: 'прайс', address: 'https://a.ru/p' },
        { text: ' и ' },
        { look: 'link', text: 'https://b.ru' },
      ],
    },
  ]);
  expect(plainNoteText('2 * 2 = 4, **не закрыто')).toBe('2 * 2 = 4, **не закрыто');
  expect(plainNoteText('- **Важно**\n\n- позвонить')).toBe('Важно позвонить');
});

test('a hostile note is read at once', () => {
  const read = (): void => {
    readNoteText('*'.repeat(2000));
    readNoteText('[('.repeat(1000));
  };
  expect(processorMs(read, 500)).toBeLessThan(500);
});

test('an edge is pulled to the grid, within limits, and the opposite one stays', () => {
  const box = { x: 0, y: 0, width: 240, height: 100 };
  const limits = { least: { width: 160, height: 48 }, most: { width: 480, height: 2000 } };
  expect(resized(box, 'e', 45, 90, limits)).toEqual({ x: 0, y: 0, width: 288, height: 100 });
  expect(resized(box, 'w', 200, 0, limits)).toEqual({ x: 80, y: 0, width: 160, height: 100 });
  expect(resized(box, 'nw', -1000, -20, limits)).toEqual({ x: -240, y: -20, width: 480, height: 120 });
});

test('the first 24 px of a scroll keep to the way it began, then it goes anywhere', () => {
  let locked = axisLock(NO_SCROLL, 2, 10, 0);
  expect([locked.dx, locked.dy]).toEqual([0, 10]);
  locked = axisLock(locked.scroll, 3, 14, 16);
  expect([locked.dx, locked.dy]).toEqual([0, 14]);
  locked = axisLock(locked.scroll, 8, 6, 32);
  expect([locked.dx, locked.dy]).toEqual([8, 6]);
  locked = axisLock(locked.scroll, 9, 2, 900);
  expect([locked.dx, locked.dy]).toEqual([9, 0]);
});

test('arrows find notes and frames by their place', () => {
  const size = { width: 264, height: 128 };
  const things = new Map([
    ['menu', { x: 344, y: 0, ...size }],
    ['below', { x: 344, y: 240, ...size }],
    ['@note/n', { x: 40, y: 300, width: 240, height: 80 }],
    ['@frame/f', { x: 320, y: -64, width: 400, height: 500 }],
  ]);
  expect(nextInColumn('menu', 'up', things)).toBe('@frame/f');
  expect(nextInColumn('menu', 'down', things)).toBe('below');
  expect(nextInColumn('below', 'down', things)).toBe('@note/n');
  expect(nearestThing('@note/n', 'right', things)).toBe('below');
  expect(nearestThing('@note/n', 'down', things)).toBeNull();
});

test.each([
  { zoom: 100, name: 'full', handles: 'on' },
  { zoom: 65, name: 'plain', handles: 'on' },
  { zoom: 55, name: 'plain', handles: 'on' },
  { zoom: 50, name: 'plain', handles: 'off' },
  { zoom: 40, name: 'plain', handles: 'off' },
  { zoom: 35, name: 'plate', handles: 'off' },
])('at $zoom % cards are $name, outputs $handles', ({ zoom, name, handles }) => {
  expect(densityAt(zoom)).toEqual({ name, handles });
});

test('at every zoom the style sheet has a size, by which names are at least 11 px on the screen and titles 13', () => {
  const sheet = readFileSync(new URL('../../../renderer/canvas/zoomSteps.css', import.meta.url), 'utf8');
  const sizeAt = (step: number, name: string, on: 'step' | 'names' = 'step'): number | undefined => {
    const what = on === 'step' ? 'data-titled' : 'data-scaled';
    const rule =
      new RegExp(`\\[data-${on}='${String(step)}'\\] \\[${what}\\] \\{([^}]*)\\}`, 'u').exec(sheet)?.[1] ?? '';
    const found = new RegExp(`--${name}-px: ([\\d.]+)px`, 'u').exec(rule)?.[1];
    return found === undefined ? undefined : Number(found);
  };
  for (let percent = 25; percent <= 200; percent += 1) {
    const zoom = percent / 100;
    const step = zoomStep(zoom);
    expect((sizeAt(step, 'frame-title') ?? 0) * Math.min(1, zoom)).toBeGreaterThanOrEqual(13 - 1e-9);
    const isNameScaled = densityAt(step).name !== 'full';
    expect(sizeAt(step, 'name') !== undefined).toBe(isNameScaled);
    if (isNameScaled) expect((sizeAt(step, 'name') ?? 0) * zoom).toBeGreaterThanOrEqual(11 - 1e-9);
    // On plates names are hidden: what is on every card is told of a step only in between.
    const onCards = densityAt(step).name === 'plain' ? sizeAt(step, 'name') : undefined;
    expect(sizeAt(step, 'name', 'names')).toBe(onCards);
  }
});
