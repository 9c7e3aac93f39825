import { expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { city } from '../screens/cityBot.ts';
import { atRest } from '../screens/atRest.ts';
import { startDrawing } from '../screens/drawing.ts';
import { SMALL } from '../screens/tour.ts';

const view = (page: Page): Promise<string> =>
  page.locator('.react-flow__viewport').evaluate((element) => (element as HTMLElement).style.transform);

/** The place that this window has written down for its one flow. */
const kept = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const [at] = Object.values(
      JSON.parse(localStorage.getItem('dialogram.viewports') ?? '{}') as Record<string, { x: number; y: number }>,
    );
    return at ? `${String(Math.round(at.x))},${String(Math.round(at.y))}` : '';
  });

test('a flow that was left far from its start opens where it was left, with the keyboard on a block one sees', async () => {
  const drawing = await startDrawing(city(60), SMALL);
  const { page } = drawing;
  await page.getByTestId('canvas').focus();
  await page.keyboard.press('Control+k');
  await page.getByTestId('palette').getByRole('combobox').fill('Меню 5');
  await page
    .getByRole('option', { name: /Меню 5/u })
    .first()
    .waitFor();
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.activeElement?.getAttribute('data-id') === 'm4');
  const start = page.getByTestId('block-kind-start');
  await expect.poll(async () => (await start.count()) === 0 || !(await isOnCanvas(page))).toBe(true);
  await atRest(page);
  const [, x = '', y = ''] = /translate\((-?[\d.]+)px, (-?[\d.]+)px\)/u.exec(await view(page)) ?? [];
  await expect.poll(() => kept(page)).toBe(`${String(Math.round(Number(x)))},${String(Math.round(Number(y)))}`);
  const left = await view(page);

  await page.reload();
  await page.waitForFunction(() => document.activeElement?.closest('.react-flow__node') != null);
  await expect.poll(() => view(page)).toBe(left);
  await drawing.end();
});

function isOnCanvas(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const canvas = document.querySelector('[data-testid="canvas"]')?.getBoundingClientRect();
    const card = document.querySelector('[data-testid="block-kind-start"]')?.getBoundingClientRect();
    return canvas !== undefined && card !== undefined && card.right > canvas.left && card.bottom > canvas.top;
  });
}
