import { expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { writeBot } from '../../../engine/flow/writeBot.ts';
import { drawBot } from '../../support/botBuilder.ts';
import { settled } from '../screens/lookOver.ts';
import { openDesk } from './desk.ts';

const BOT = drawBot()
  .start('hello')
  .message('hello', 'Здравствуйте')
  .build({ id: 'shop', name: 'Цветочная лавка на Садовой' });

/** Controls and words of the top bar that lie under a toast. */
function covered(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const toast = document.querySelector('[data-toasts] > *')?.getBoundingClientRect();
    if (toast === undefined) return ['no toast'];
    return [...document.querySelectorAll<HTMLElement>('[data-region="topbar"] *')]
      .filter((part) => part.childElementCount === 0)
      .filter((part) => {
        const { left, right, top, bottom, width } = part.getBoundingClientRect();
        return width > 0 && left < toast.right && right > toast.left && top < toast.bottom && bottom > toast.top;
      })
      .map((part) => part.outerHTML.slice(0, 80));
  });
}

/** By their crosses; one that is left by the mouse may also go by itself, at any moment. */
async function closeAll(page: Page): Promise<void> {
  const toasts = page.locator('[data-toasts] > *');
  const cross = toasts.last().getByRole('button', { name: 'Закрыть' });
  while ((await toasts.count()) > 0) await cross.click({ timeout: 2_000 }).catch(() => undefined);
}

test('a word about what was just done lies on nothing of the top bar, however narrow the window', async () => {
  const desk = await openDesk(writeBot(BOT), 'shop');
  const page = await desk.open();
  // The usual window, the same at 125 %, the smallest, and the small one at 150 %.
  for (const [width, height] of [
    [1440, 900],
    [1366, 768],
    [1093, 614],
    [1024, 700],
    [911, 512],
  ] as const) {
    await page.setViewportSize({ width, height });
    for (const text of ['{"format": 1, "flows": "damaged"}', 'слова из другой программы']) {
      await page.getByTestId('block-kind-start').click();
      await page.evaluate((pasted) => {
        const data = new DataTransfer();
        data.setData('text/plain', pasted);
        document.activeElement?.dispatchEvent(
          new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
        );
      }, text);
      // It stays as long as the mouse is on it.
      await page.locator('[data-toasts] > *').first().hover();
      await settled(page);
      await expect.poll(() => covered(page), { message: `${String(width)}x${String(height)}` }).toEqual([]);
      if (width < 1100 && width > 1000) await desk.shot(page, `toast-${String(width)}`);
      await closeAll(page);
    }
  }
});
