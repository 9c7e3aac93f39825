import { expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import type { Bot } from '../../../engine/flow/botSchema.ts';
import { cakes } from '../../renderer/editor/cakes.ts';
import { atRest } from '../screens/atRest.ts';
import { banners, openDesk, saved, undoBy } from './desk.ts';

interface Seen {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}

/** Where the canvas looks, as its transform says. */
function view(page: Page): Promise<Seen> {
  return page.evaluate(() => {
    const pane = document.querySelector('.react-flow__viewport');
    const { a, e, f } = new DOMMatrix(pane ? getComputedStyle(pane).transform : '');
    return { x: Math.round(e), y: Math.round(f), zoom: Math.round(a * 100) / 100 };
  });
}

function textOf(bot: Bot): unknown {
  return bot.flows[0]?.nodes.find((node) => node.id === 'menu')?.data?.['text'];
}

/** How many frames after each key on the card the dock shows the same text, told by the page itself: a slow machine has slow frames. */
function timeDock(page: Page): Promise<void> {
  return page.evaluate(() => {
    const waits: number[] = [];
    Object.assign(window, { waits });
    document.addEventListener('input', (event) => {
      let frames = 0;
      const { target } = event;
      const look = (): void => {
        const texts = [...document.querySelectorAll<HTMLTextAreaElement>('[data-testid="dock"] textarea')];
        const same = texts.some((text) => target instanceof HTMLTextAreaElement && text.value === target.value);
        if (same) waits.push(frames);
        else requestAnimationFrame(look);
        frames += 1;
      };
      requestAnimationFrame(look);
    });
  });
}

test('T-10: what was typed on the card survives the crash of the page, with the view and the way back', async () => {
  const desk = await openDesk(JSON.stringify(cakes()), 'bot_cakes');
  const page = await desk.open();
  await page.getByTestId('canvas').hover({ position: { x: 300, y: 500 } });
  await page.mouse.wheel(90, 60);
  const card = page.getByTestId('block-menu');
  await card.click({ position: { x: 120, y: 16 } });
  await page.getByTestId('tab-block').click();
  await card.locator('[data-edit="text"]').click();
  await page.keyboard.press('Control+a');
  await timeDock(page);
  await page.keyboard.type('Что?');
  const waits = (): Promise<number[]> => page.evaluate(() => (window as unknown as { waits: number[] }).waits);
  await expect.poll(async () => (await waits()).length).toBe(4);
  // A tenth of a second of a screen. The quickest of the four: a debounce would delay them all.
  expect(Math.min(...(await waits()))).toBeLessThanOrEqual(6);
  await expect.poll(() => page.getByTestId('dock').getByLabel('Текст перед пунктами').inputValue()).toBe('Что?');
  // Another text on the same card: another step.
  await page.keyboard.press('Tab');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('О пекарне');
  await page.keyboard.press('Enter');
  await expect.poll(() => card.locator('textarea').count()).toBe(1);
  await page.keyboard.type('!');
  await saved(page);
  await atRest(page);
  const looked = await view(page);

  const cdp = await desk.context.newCDPSession(page);
  const crashed = page.waitForEvent('crash');
  void cdp.send('Page.crash').catch(() => undefined);
  await crashed;

  const again = await desk.context.newPage();
  // As after a start of the app: the address asks for nothing.
  await again.goto(desk.serve.first.url);
  await again.getByTestId('block-menu').waitFor();
  await expect.poll(() => new URL(again.url()).searchParams.get('at')).toBe('/flow/bot_cakes/main');
  await again.getByText('Восстановили после сбоя').waitFor();
  await desk.shot(again, 'recovered');
  await again.getByTestId('block-menu').getByText('Что?').waitFor();
  await again.getByTestId('block-menu').getByText('О пекарне').waitFor();
  await expect.poll(() => view(again)).toEqual(looked);

  await again.getByTestId('block-menu').click({ position: { x: 120, y: 16 } });
  for (let burst = 0; burst < 2; burst += 1) await undoBy(again, 'Control+z', /Отменено: правка блока «Меню»/u);
  await again.getByTestId('block-menu').getByText('О нас').waitFor();
  await undoBy(again, 'Control+z', /Отменено: правка блока «Меню»/u);
  await again.getByTestId('block-menu').getByText('Чем помочь?').waitFor();
  await saved(again);
  expect(textOf(await desk.stored())).toBe('Чем помочь?');

  // Told once: a window that was closed as it should leaves no trace.
  await again.close();
  const third = await desk.open();
  await third.getByTestId('save-state').waitFor();
  expect(await third.getByText('Восстановили после сбоя').count()).toBe(0);
  await third.getByTestId('block-menu').click({ position: { x: 120, y: 16 } });
  await undoBy(third, 'Control+y', /Возвращено: правка блока «Меню»/u);
});

test('the engine is killed while one types: nothing typed is lost, and it is saved when the engine is back', async () => {
  const desk = await openDesk(JSON.stringify(cakes()), 'bot_cakes');
  const page = await desk.open();
  const card = page.getByTestId('block-menu');
  await card.click({ position: { x: 120, y: 16 } });
  await card.locator('[data-edit="text"]').click();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('Раз');
  const typing = page.keyboard.type(' два три четыре пять шесть семь', { delay: 40 });
  await page.locator('[data-testid="save-state"][data-state="pending"]').waitFor();
  await desk.killEngine();
  await typing;
  await banners(page).first().waitFor();
  await desk.shot(page, 'engine-gone');
  await expect.poll(() => banners(page).count()).toBe(1);
  await page.keyboard.type(' восемь');
  await desk.restartEngine();
  // The window finds the engine by itself too, and may be quicker than the button is pressed.
  const again = banners(page).getByRole('button');
  await again.click({ timeout: 5_000 }).catch(() => undefined);
  await saved(page);
  expect(textOf(await desk.stored())).toBe('Раз два три четыре пять шесть семь восемь');
  expect(await page.getByTestId('load-theirs').count()).toBe(0);
  // Each burst of typing is one step back.
  await page.keyboard.press('Escape');
  await atRest(page);
  while (await page.getByTestId('undo').isEnabled()) {
    await page.keyboard.press('Control+z');
    await atRest(page);
  }
  await card.getByText('Чем помочь?').waitFor();
});
