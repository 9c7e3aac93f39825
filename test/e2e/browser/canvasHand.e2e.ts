import { expect, test } from 'vitest';
import type { Bot } from '../../../engine/flow/botSchema.ts';
import { dropOnCanvas, shop } from '../edgeDrop.ts';
import {
  boxOf,
  drag,
  type Drawing,
  middleOf,
  nodeIn,
  placeIn,
  startDrawing,
  typeRussian,
  undo,
} from '../screens/drawing.ts';

const output = (drawing: Drawing, node: string, exit: string) => drawing.page.getByTestId(`out-${node}-${exit}`);
const block = (drawing: Drawing, id: string) => drawing.page.getByTestId(`block-${id}`);

/** Takes a card and sets out: the first pixels of a drag are eaten by its threshold, and are given back here. */
async function takeUp(page: Drawing['page'], at: { x: number; y: number }): Promise<void> {
  await page.mouse.move(at.x - 5, at.y);
  await page.mouse.down();
  await page.mouse.move(at.x, at.y);
}

test('T-02: a connection dropped on empty canvas asks what comes next; Esc in the air changes nothing', async () => {
  const drawing = await startDrawing(shop());
  await dropOnCanvas(drawing);
  await drawing.end();
});

test('T-05: everything a drag does is done by clicks, and Esc leaves each mode as it was', async () => {
  const drawing = await startDrawing(shop());
  const { page } = drawing;
  const before = await drawing.saved();
  const menu = (): ReturnType<typeof block> => block(drawing, 'menu');

  // An output, then a block, anywhere on it.
  await output(drawing, 'menu', 'pay').click();
  await page.getByTestId('connecting').waitFor();
  await drawing.shot('connecting');
  await page.keyboard.press('Escape');
  await page.getByTestId('connecting').waitFor({ state: 'detached' });
  await output(drawing, 'menu', 'pay').click();
  await page.getByTestId('block-kind-message').filter({ hasText: 'Часы работы' }).getByText('Работаем').click();
  await drawing.savedAs('connected by two clicks', (bot) => nodeIn(bot, 'menu').exits?.['pay'] === 'loose');
  await undo(page);
  expect(await drawing.savedAs('as before', (bot) => nodeIn(bot, 'menu').exits?.['pay'] === undefined)).toEqual(before);

  // Where no connection may lead, it says so and goes on waiting.
  await output(drawing, 'menu', 'pay').click();
  await page.getByTestId('block-kind-start').click();
  await page.getByTestId('canvas-hint').waitFor();
  await page.getByTestId('connecting').waitFor();
  await page.keyboard.press('Escape');

  // An output, then an empty place.
  await output(drawing, 'menu', 'call').click();
  const canvas = await boxOf(page.getByTestId('canvas'));
  const spot = { x: canvas.x + canvas.width * 0.8, y: canvas.y + canvas.height * 0.6 };
  await page.mouse.click(spot.x, spot.y);
  await page.getByTestId('picker-item-end').click();
  const called = await drawing.savedAs('a block behind it', (bot) => 'call' in (nodeIn(bot, 'menu').exits ?? {}));
  expect(nodeIn(called, nodeIn(called, 'menu').exits?.['call'] ?? '').kind).toBe('end');
  await page.keyboard.press('Escape');

  // «Переместить…» and a click.
  const openMenu = async (): Promise<void> => {
    await block(drawing, 'loose').hover({ position: { x: 100, y: 16 } });
    await block(drawing, 'loose').getByRole('button', { name: 'Действия с блоком' }).click();
    await page.getByRole('menuitem', { name: 'Переместить…' }).click();
    await page.getByTestId('move-ghost').waitFor();
  };
  const placed = placeIn(called, 'loose');
  await openMenu();
  await page.mouse.move(canvas.x + 200, canvas.y + canvas.height * 0.55);
  await page.keyboard.press('Escape');
  await page.getByTestId('move-ghost').waitFor({ state: 'detached' });
  expect(placeIn(await drawing.saved(), 'loose')).toEqual(placed);
  await openMenu();
  await page.mouse.move(canvas.x + 200, canvas.y + canvas.height * 0.55, { steps: 3 });
  await drawing.shot('moving');
  await page.mouse.click(canvas.x + 200, canvas.y + canvas.height * 0.55);
  const moved = await drawing.savedAs('moved by a click', (bot) => placeIn(bot, 'loose').x !== placed.x);
  expect([placeIn(moved, 'loose').x % 8, placeIn(moved, 'loose').y % 8]).toEqual([0, 0]);
  const stands = await boxOf(block(drawing, 'loose'));
  expect(Math.abs(stands.x + stands.width / 2 - canvas.x - 200)).toBeLessThan(16);

  // An option of a menu, by the menu of its output.
  await menu().getByText('Оплата').hover();
  await page.getByTestId('output-menu-menu-pay').click();
  await drawing.shot('output-menu');
  await page.keyboard.press('Escape');
  await page.getByTestId('output-menu-menu-pay').click();
  await page.getByRole('menuitem', { name: 'Выше' }).click();
  const options = (bot: Bot): string[] =>
    ((nodeIn(bot, 'menu').data?.['options'] ?? []) as { id: string }[]).map(({ id }) => id);
  await drawing.savedAs('reordered', (bot) => options(bot).join() === 'pay,buy,call');
  await page.getByTestId('add-menu-pay').focus();
  await page.keyboard.press('Alt+ArrowDown');
  const last = await drawing.savedAs('and back by keys', (bot) => options(bot).join() === 'buy,pay,call');
  expect(nodeIn(last, 'menu').exits?.['buy']).toBe('buy');
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-testid')))
    .toBe('add-menu-pay');
  await drawing.end();
});

test('connecting by keys: C, arrows or letters, Enter; N adds; Esc gives the keyboard back', async () => {
  const drawing = await startDrawing(shop());
  const { page } = drawing;
  await block(drawing, 'menu').focus();
  await page.keyboard.press('c');
  await page.getByTestId('connecting').getByText('Оплата').waitFor();
  await page.keyboard.press('ArrowRight');
  await page.locator('[data-testid="block-buy"] [data-candidate]').waitFor();
  await page.keyboard.press('Escape');
  await page.waitForFunction(() => document.activeElement?.getAttribute('data-testid') === 'add-menu-pay');
  await page.keyboard.press('c');
  await typeRussian(page, 'часы');
  await page.getByTestId('connect-filter').getByText('часы').waitFor();
  await page.locator('[data-testid="block-loose"] [data-candidate]').waitFor();
  await drawing.shot('connect-filter');
  await page.keyboard.press('Enter');
  await drawing.savedAs('connected by keys', (bot) => nodeIn(bot, 'menu').exits?.['pay'] === 'loose');
  await page.getByTestId('add-menu-call').focus();
  await page.keyboard.press('c');
  await page.keyboard.press('n');
  await page.getByTestId('picker').waitFor();
  await page.keyboard.type('завершить');
  await page.keyboard.press('Enter');
  await drawing.savedAs('added by keys', (bot) => nodeIn(bot, 'menu').exits?.['call'] !== undefined);
  await drawing.end();
});

test('a card dragged near others stands in line with them, with Ctrl it does not, and on another it makes way', async () => {
  const drawing = await startDrawing(shop());
  const { page } = drawing;
  const zoom = (await boxOf(block(drawing, 'menu'))).width / 264;
  const head = async (id: string): Promise<{ x: number; y: number }> => {
    const box = await boxOf(block(drawing, id));
    return { x: box.x + box.width / 2, y: box.y + 20 * zoom };
  };

  const from = await head('loose');
  await takeUp(page, from);
  await page.mouse.move(from.x + (720 - 360 + 4) * zoom, from.y, { steps: 12 });
  await page.getByTestId('alignment-lines').waitFor();
  await drawing.shot('alignment');
  await page.mouse.up();
  const lined = await drawing.savedAs('in line', (bot) => placeIn(bot, 'loose').x !== 360);
  expect(placeIn(lined, 'loose').x).toBe(720);
  await page.getByTestId('alignment-lines').waitFor({ state: 'detached' });

  const again = await head('loose');
  await takeUp(page, again);
  await page.mouse.move(again.x + 60 * zoom, again.y, { steps: 4 });
  await page.keyboard.down('Control');
  await page.mouse.move(again.x + 6 * zoom, again.y, { steps: 4 });
  await page.getByTestId('alignment-lines').waitFor({ state: 'detached' });
  await page.mouse.up();
  await page.keyboard.up('Control');
  await drawing.savedAs('beside the line', (bot) => placeIn(bot, 'loose').x === 728);

  const onto = await head('start');
  await drag(page, await head('loose'), { x: onto.x + 10, y: onto.y + 10 });
  const apart = await drawing.savedAs('off the other', (bot) => placeIn(bot, 'loose').x < 700);
  const [one, other] = [await boxOf(block(drawing, 'start')), await boxOf(block(drawing, 'loose'))];
  const isOver =
    one.x < other.x + other.width &&
    other.x < one.x + one.width &&
    one.y < other.y + other.height &&
    other.y < one.y + one.height;
  expect(isOver).toBe(false);
  expect(placeIn(apart, 'start')).toEqual({ x: 0, y: 0 });
  await undo(page);
  await drawing.savedAs('one step', (bot) => placeIn(bot, 'loose').x === 728);
  await drawing.end();
});

test('a loose block dropped on a connection goes in between; Start stays and says why', async () => {
  const drawing = await startDrawing(shop());
  const { page } = drawing;
  const before = await drawing.saved();
  const zoom = (await boxOf(block(drawing, 'menu'))).width / 264;
  const [source, target] = [await middleOf(output(drawing, 'start', 'next')), await boxOf(block(drawing, 'menu'))];
  const box = await boxOf(block(drawing, 'loose'));
  await page.mouse.move(box.x + box.width / 2, box.y + 20 * zoom);
  await page.mouse.down();
  const middle = { x: (source.x + target.x) / 2, y: (source.y + target.y + 36 * zoom) / 2 };
  await page.mouse.move(middle.x, middle.y, { steps: 12 });
  await page.locator('.react-flow__edge path[data-look="drop"]').waitFor({ state: 'attached' });
  await drawing.shot('drop-on-connection');
  await page.mouse.up();
  const between = await drawing.savedAs('in between', (bot) => nodeIn(bot, 'start').exits?.['next'] === 'loose');
  expect(nodeIn(between, 'loose').exits).toEqual({ next: 'menu' });
  await undo(page);
  expect(await drawing.savedAs('one step', (bot) => nodeIn(bot, 'start').exits?.['next'] === 'menu')).toEqual(before);

  await block(drawing, 'start').focus();
  await page.keyboard.press('Delete');
  await page.getByTestId('canvas-hint').getByText('Начало удалить нельзя').waitFor();
  expect(await drawing.saved()).toEqual(before);
  await drawing.end();
});
