import type { Locator } from 'playwright-core';
import { expect } from 'vitest';
import type { Bot } from '../../engine/flow/botSchema.ts';
import { drawBot } from '../support/botBuilder.ts';
import { boxOf, drag, type Drawing, middleOf, nodeIn, undo } from './screens/drawing.ts';

/** A shop of four blocks in a row, one that hangs on nothing, and room around them. */
export function shop(): Bot {
  return drawBot()
    .start('menu')
    .menu('menu', 'Чем помочь?', { buy: 'Купить', pay: 'Оплата', call: 'Позвать' }, { after: 'none' }, {})
    .also({ exits: { buy: 'buy' }, name: 'Главное меню' })
    .message('buy', 'Что купить?')
    .also({ name: 'Покупка' })
    .message('loose', 'Работаем с 9 до 18')
    .also({ name: 'Часы работы' })
    .build({
      id: 'shop',
      layout: {
        main: {
          nodes: { start: { x: 0, y: 0 }, menu: { x: 360, y: 0 }, buy: { x: 720, y: 0 }, loose: { x: 360, y: 400 } },
        },
      },
    });
}

/** From a point to the nearest corner of a thing, by the longer of the two ways. */
async function cornerDistance(thing: Locator, spot: { x: number; y: number }): Promise<number> {
  const { x, y, width, height } = await boxOf(thing);
  const across = [x, x + width].map((edge) => Math.abs(edge - spot.x));
  const down = [y, y + height].map((edge) => Math.abs(edge - spot.y));
  return Math.max(Math.min(...across), Math.min(...down));
}

/** T-02 (ux.md, 8): a connection dropped on empty canvas asks what comes next; Esc in the air changes nothing. */
export async function dropOnCanvas(drawing: Pick<Drawing, 'page' | 'saved' | 'savedAs'>): Promise<void> {
  const { page } = drawing;
  const before = await drawing.saved();
  const canvas = await boxOf(page.getByTestId('canvas'));
  const spot = { x: canvas.x + canvas.width * 0.55, y: canvas.y + canvas.height * 0.3 + 200 };

  await drag(page, await middleOf(drawing.page.getByTestId('out-menu-pay')), spot);
  // A popover is put into its place a frame after it is drawn.
  await expect.poll(() => cornerDistance(page.getByTestId('picker'), spot)).toBeLessThanOrEqual(8);
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('INPUT');
  await page.keyboard.type('сообщение');
  await page.keyboard.press('Enter');

  const added = await drawing.savedAs('a block after the output', (bot) => 'pay' in (nodeIn(bot, 'menu').exits ?? {}));
  const fresh = nodeIn(added, 'menu').exits?.['pay'] ?? '';
  expect(nodeIn(added, fresh).kind).toBe('message');
  expect(nodeIn(added, 'menu').exits).toEqual({ buy: 'buy', pay: fresh });
  const card = await boxOf(drawing.page.getByTestId(`block-${fresh}`));
  expect(card.x).toBeGreaterThanOrEqual(canvas.x);
  expect(card.x + card.width).toBeLessThanOrEqual(canvas.x + canvas.width);
  expect(card.y + card.height).toBeLessThanOrEqual(canvas.y + canvas.height);
  await page.keyboard.press('Escape');
  await undo(page);
  await drawing.savedAs('one step back', (bot) => JSON.stringify(bot) === JSON.stringify(before));

  const handle = await middleOf(drawing.page.getByTestId('out-menu-pay'));
  await page.mouse.move(handle.x, handle.y);
  await page.mouse.down();
  await page.mouse.move(spot.x, spot.y, { steps: 12 });
  await page.keyboard.press('Escape');
  await page.mouse.up();
  expect(await page.getByTestId('picker').count()).toBe(0);
  expect(await drawing.saved()).toEqual(before);
}
