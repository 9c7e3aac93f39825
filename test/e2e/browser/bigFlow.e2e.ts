import { expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { drag, type FrameTimes, pan } from '../../bench/gestures.ts';
import { city } from '../screens/cityBot.ts';
import { countRenders } from '../screens/countRenders.ts';
import { boxOf, placeIn, startDrawing } from '../screens/drawing.ts';
import { flowOf, openStudio } from '../screens/keyboardStudio.ts';
import { USUAL } from '../screens/tour.ts';

const view = (page: Page): Promise<string> =>
  page.locator('.react-flow__viewport').evaluate((element) => (element as HTMLElement).style.transform);

/** Figures are printed and not judged: here others are at work too. `npm run bench -- canvas` measures. */
function tell(what: string, { median, p95 }: FrameTimes): void {
  console.log(`T-20: ${what} of 300 blocks: ${median.toFixed(1)} ms a frame, p95 ${p95.toFixed(1)} ms`);
}

/** Lines that don't begin in the middle of the output they leave. Null = none is to be seen. */
function linesAstray(page: Page): Promise<string[] | null> {
  return page.evaluate(() => {
    const lines = [...document.querySelectorAll<SVGPathElement>('.react-flow__edge-path')].map((path) => {
      const key = path.closest('.react-flow__edge')?.getAttribute('data-id') ?? '[]';
      const [node = '', exit = ''] = JSON.parse(key) as string[];
      const card = document.querySelector(`.react-flow__node[data-id="${node}"]`);
      const dot = card?.querySelector(`.source[data-handleid="${exit}"]`)?.getBoundingClientRect();
      const matrix = path.getScreenCTM();
      if (!dot || !matrix) return null;
      const start = path.getPointAtLength(0).matrixTransform(matrix);
      const off = Math.abs(start.y - dot.y - dot.height / 2);
      return off > 2 ? `${key} by ${off.toFixed(1)} px` : '';
    });
    const seen = lines.filter((line) => line !== null);
    return seen.length === 0 ? null : seen.filter((line) => line !== '');
  });
}

test('T-20: three hundred blocks are panned, dragged and leapt through, with the map on', async () => {
  const drawing = await startDrawing(city(300), USUAL);
  const { page } = drawing;
  await page.getByTestId('minimap').waitFor();
  await page.getByTestId('canvas').focus();
  await page.keyboard.press('Control+0');
  await page.locator('[data-testid="canvas"][data-density="full"]').waitFor();
  const before = await view(page);
  tell('a pan', await pan(page));
  // A figure of eight ends where it began, give or take the last step.
  await page.keyboard.press('PageDown');
  await expect.poll(() => view(page)).not.toBe(before);

  const stood = await drawing.saved();
  tell('a drag', await drag(page));
  const chosen = page.locator('.react-flow__node.selected');
  await expect.poll(() => chosen.count()).toBe(1);
  const dragged = (await chosen.getAttribute('data-id')) ?? '';
  expect(stood.flows[0]?.nodes.some(({ id }) => id === dragged)).toBe(true);

  // Every card that came into view on the way is whole where the view rests.
  await expect.poll(() => page.locator('[data-light]').count()).toBe(0);
  await page.keyboard.press('Control+k');
  await page.waitForFunction(() => document.activeElement?.closest('[role="dialog"] input') !== null);
  await page.keyboard.type('Меню 20');
  await page
    .getByRole('option', { name: /Меню 20/u })
    .first()
    .waitFor();
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.activeElement?.getAttribute('data-id') === 'm19');
  const canvas = await boxOf(page.getByTestId('canvas'));
  const off = async (): Promise<number> => {
    const card = await boxOf(page.getByTestId('block-m19'));
    const across = card.x + card.width / 2 - canvas.x - canvas.width / 2;
    return Math.hypot(across, card.y + card.height / 2 - canvas.y - canvas.height / 2);
  };
  await expect.poll(off).toBeLessThan(canvas.height / 3);

  // From afar there are plates; a click on one makes it whole, and coming near all of them.
  await page.keyboard.press('Shift+Digit1');
  await page.locator('[data-testid="canvas"][data-density="plate"]').waitFor();
  const light = page.locator('.react-flow__node:has([data-light])');
  await expect.poll(() => light.count()).toBeGreaterThan(20);
  const id = (await light.nth(12).getAttribute('data-id')) ?? '';
  // On its head: one on an output goes there.
  await page.getByTestId(`block-${id}`).click({ position: { x: 20, y: 5 } });
  await page.locator(`.react-flow__node.selected[data-id="${id}"]`).waitFor();
  await expect.poll(() => page.getByTestId(`block-${id}`).locator('[data-light]').count()).toBe(0);
  await drawing.shot('plates-300');
  // What a pan brings in gets its face while the view is under way, or as it comes to rest.
  const from = await view(page);
  await pan(page);
  await page.keyboard.press('PageDown');
  await expect.poll(() => view(page)).not.toBe(from);
  await expect.poll(() => light.count()).toBeGreaterThan(20);
  await expect.poll(() => page.locator('.react-flow__node:has([data-light]):not(:has(header))').count()).toBe(0);
  await page.keyboard.press('Control+0');
  await page.locator('[data-testid="canvas"][data-density="full"]').waitFor();
  await expect.poll(() => page.locator('[data-light]').count()).toBe(0);
  await expect.poll(() => linesAstray(page)).toEqual([]);
  expect(placeIn(await drawing.saved(), 'm19')).toEqual(placeIn(stood, 'm19'));
  await drawing.end();
});

test('a step of a drag draws the card and its lines anew, and nothing of the other cards, lines and tools', async () => {
  const drawing = await startDrawing(city(300), USUAL, 'reduce', countRenders);
  const { page } = drawing;
  await page.getByTestId('canvas').focus();
  await page.keyboard.press('Shift+Digit1');
  await page.locator('[data-testid="canvas"][data-density="plate"]').waitFor();
  // The canvas says its density before its cards are drawn where they now belong.
  const cards = page.locator('.react-flow__node');
  await expect.poll(() => cards.count()).toBeGreaterThan(60);
  const canvas = await boxOf(page.getByTestId('canvas'));
  const middle = { x: canvas.x + canvas.width / 2, y: canvas.y + canvas.height / 2 };
  const id = await page.evaluate(({ x, y }) => {
    const away = (element: Element): number => {
      const box = element.getBoundingClientRect();
      return Math.hypot(box.x - x, box.y - y);
    };
    const cards = [...document.querySelectorAll<HTMLElement>('.react-flow__node')];
    return cards.toSorted((a, b) => away(a) - away(b))[0]?.dataset['id'] ?? '';
  }, middle);
  const card = await boxOf(page.getByTestId(`block-${id}`));
  const from = { x: card.x + card.width / 2, y: card.y + 8 };
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  // It begins: selected, focused, shown in the dock.
  await page.mouse.move(from.x + 12, from.y + 8, { steps: 4 });
  await page.locator(`.react-flow__node.dragging[data-id="${id}"]`).waitFor();
  const shown = await cards.count();
  const STEPS = 30;
  await page.evaluate(() => void (window.renders = 0));
  for (let step = 1; step <= STEPS; step += 1) await page.mouse.move(from.x + 12 + 2 * step, from.y + 8 + step);
  const renders = await page.evaluate(() => window.renders ?? 0);
  await page.mouse.up();
  expect(shown).toBeGreaterThan(60);
  expect(renders).toBeGreaterThan(0);
  console.log(`components called for a step of a drag among ${String(shown)} cards: ${(renders / STEPS).toFixed(1)}`);
  expect(renders / STEPS).toBeLessThan(60);
  await drawing.end();
});

test('T-19: nine blocks are one stop of the Tab key with the controls of one of them', async () => {
  const ids = ['b1', 'b2', 'b3', 'b4', 'b5', 'b6', 'b7', 'b8'];
  const chain = ids.map((id, at) => ({
    id,
    kind: 'message',
    data: { parts: [{ text: `Ответ ${id}` }] },
    exits: at < ids.length - 1 ? { next: ids[at + 1] ?? '' } : {},
    at: [(at + 1) * 360, 0] as const,
  }));
  const studio = await openStudio(
    flowOf([{ id: 'start', kind: 'start', exits: { next: 'b1' }, at: [0, 0] }, ...chain]),
  );
  const { page, press, focused } = studio;
  await expect.poll(focused).toBe('start');
  const stops: string[] = [];
  const isIn = (selector: string): Promise<boolean> =>
    page.evaluate((place) => document.activeElement?.closest(place) !== null, selector);
  await page.getByTestId('publish').focus();
  for (let presses = 0; presses < 60 && !(await isIn('[data-testid="dock"]')); presses += 1) {
    await press('Tab');
    if (await isIn('.react-flow__node')) stops.push(await focused());
  }
  expect(await isIn('[data-testid="dock"]')).toBe(true);
  console.log(`T-19: stops of the Tab key on the canvas: ${stops.join(', ')}`);
  // The block itself comes first; what follows is inside it.
  expect(stops[0]).toBe('start');
  expect(new Set(stops.map((stop) => stop.split(' of ').at(-1)))).toEqual(new Set(['start']));
});
