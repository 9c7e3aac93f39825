import { expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import type { Bot } from '../../../engine/flow/botSchema.ts';
import { writeBot } from '../../../engine/flow/writeBot.ts';
import { cakes } from '../../renderer/editor/cakes.ts';
import { type Box, boxOf } from '../screens/drawing.ts';
import { openDesk, saved, undoBy } from './desk.ts';

const focusedBlock = (page: Page): Promise<string | null> =>
  page.evaluate(() => document.activeElement?.getAttribute('data-id') ?? null);

test('T-03: undo restores a deleted block with all its connections, and says so', async () => {
  // One connection leads into «menu» from the start and three lead out of it.
  const desk = await openDesk(JSON.stringify(withThreeWays(cakes())), 'bot_cakes');
  const page = await desk.open();
  const original = writeBot(await desk.stored());
  await page.getByTestId('block-menu').click({ position: { x: 120, y: 16 } });
  await page.keyboard.press('Delete');
  await page.getByTestId('block-menu').waitFor({ state: 'detached' });
  await undoBy(page, 'Control+z', /Отменено: удаление блока «Меню»/u);
  await page.getByTestId('block-menu').waitFor();
  await expect.poll(() => focusedBlock(page)).toBe('menu');
  await saved(page);
  expect(writeBot(await desk.stored())).toBe(original);

  await undoBy(page, 'Control+y', /Возвращено: удаление блока «Меню»/u);
  await page.getByTestId('block-menu').waitFor({ state: 'detached' });
  // To the block before, as after the delete itself; never to the page, where the keys would go nowhere.
  await expect.poll(() => focusedBlock(page)).toBe('start');
  await expect.poll(() => page.getByTestId('redo').isDisabled()).toBe(true);
  await undoBy(page, 'Control+z', /Отменено: удаление блока «Меню»/u);
  await expect.poll(() => focusedBlock(page)).toBe('menu');
  await expect.poll(() => page.getByTestId('undo').isDisabled()).toBe(true);
  await saved(page);
  expect(writeBot(await desk.stored())).toBe(original);
});

test('blocks drawn into a frame of the mouse and dragged together are one step, and glide back', async () => {
  const desk = await openDesk(JSON.stringify(cakes()), 'bot_cakes');
  const page = await desk.open();
  const original = writeBot(await desk.stored());
  await page.getByTestId('canvas').press('Control+a');
  await page.getByTestId('block-about').waitFor();
  const before = await boxOfBlock(page, 'about');
  await page.mouse.move(before.x + 100, before.y + 16);
  await page.mouse.down();
  await page.mouse.move(before.x + 100, before.y + 56, { steps: 6 });
  await page.mouse.move(before.x + 100, before.y + 96, { steps: 6 });
  await page.mouse.up();
  await saved(page);
  expect(writeBot(await desk.stored())).not.toBe(original);
  const dragged = await boxOfBlock(page, 'about');
  await watchWays(page);
  await undoBy(page, 'Control+z', /Отменено: перенос \d блоков/u);
  await expect.poll(() => boxOfBlock(page, 'about')).toEqual(before);
  expect(dragged).not.toEqual(before);
  expect(await ways(page)).toBeGreaterThan(0);
  await expect.poll(() => page.getByTestId('undo').isDisabled()).toBe(true);
  await saved(page);
  expect(writeBot(await desk.stored())).toBe(original);

  await page.emulateMedia({ reducedMotion: 'reduce' });
  const gone = await ways(page);
  await undoBy(page, 'Control+y', /Возвращено/u);
  await expect.poll(() => boxOfBlock(page, 'about')).toEqual(dragged);
  expect(await ways(page)).toBe(gone);
});

/** From now on every way that a card glides is counted. */
async function watchWays(page: Page): Promise<void> {
  await page.evaluate(() => {
    Object.assign(window, { ways: 0 });
    const card = document.querySelector('[data-testid="block-about"]');
    card?.addEventListener('transitionrun', (event) => {
      // Without motion everything still takes a hundredth of a millisecond.
      const isSeen = parseFloat(getComputedStyle(card).transitionDuration) > 0.05;
      if (isSeen && (event as TransitionEvent).propertyName === 'transform' && event.target === card)
        (window as unknown as { ways: number }).ways += 1;
    });
  });
}

function ways(page: Page): Promise<number> {
  return page.evaluate(() => (window as unknown as { ways: number }).ways);
}

const boxOfBlock = (page: Page, id: string): Promise<Box> => boxOf(page.getByTestId(`block-${id}`));

function withThreeWays(bot: Bot): Bot {
  return {
    ...bot,
    flows: bot.flows.map((flow) => ({
      ...flow,
      nodes: flow.nodes.map((node) => (node.id === 'about' || node.id === 'word' ? { ...node, exits: {} } : node)),
    })),
  };
}
