import { expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import type { Bot } from '../../../engine/flow/botSchema.ts';
import { cakes } from '../../renderer/editor/cakes.ts';
import { openDesk, saved } from './desk.ts';

/** One flow without a mistake, in which every block can be reached in two ways. */
function sound(): Bot {
  const bot = cakes();
  const flows = bot.flows.slice(0, 1).map((flow) => ({
    ...flow,
    nodes: flow.nodes.map((node) => (node.id === 'word' ? { ...node, exits: { next: 'about' } } : node)),
  }));
  return { ...bot, flows };
}

const count = (page: Page, testId: string): Promise<string | null> =>
  page.getByTestId(testId).first().getAttribute('data-count');
const SENTENCE = /У выхода «О нас» нет связи: здесь разговор остановится\./u;

test('T-09: a dead end is seen everywhere with one number and one sentence, and is gone when it is connected', async () => {
  const desk = await openDesk(JSON.stringify(sound()), 'bot_cakes');
  const page = await desk.open();
  await expect.poll(() => count(page, 'problems-count')).toBe('0');

  // Delete on an output takes its connection away.
  const output = page.getByTestId('out-menu-o1');
  await page.getByTestId('add-menu-o1').focus();
  await page.keyboard.press('Delete');
  await expect.poll(() => output.getAttribute('data-connected')).toBe('false');
  await page.getByTestId('problem-E-OUT').waitFor();
  await expect.poll(() => count(page, 'problems-count')).toBe('1');
  await expect.poll(() => page.getByTestId('problem-E-OUT').textContent()).toMatch(SENTENCE);
  await expect.poll(() => page.getByTestId('problems-title').textContent()).toContain('1');
  const row = page.locator('[data-level="error"]').filter({ has: output });
  await expect.poll(() => row.count()).toBeGreaterThan(0);

  // F8 leads to the block and to the very output, from anywhere.
  await page.getByTestId('tab-variables').click();
  await page.keyboard.press('F8');
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.closest('.react-flow__node')?.getAttribute('data-id')))
    .toBe('menu');

  await saved(page);
  await page.getByTestId('publish').click();
  await expect.poll(() => count(page, 'publish-problems')).toBe('1');
  await page.getByRole('dialog').getByText(SENTENCE).waitFor();
  await expect.poll(() => page.getByTestId('publish-confirm').isDisabled()).toBe(true);
  await page.keyboard.press('Escape');

  const list = await desk.context.newPage();
  await list.goto(desk.serve.first.url);
  const inList = list.getByTestId('bot-row-bot_cakes').locator('[data-count]');
  await expect.poll(() => inList.getAttribute('data-count')).toBe('1');

  // Connected by two clicks: everything is well again.
  await output.click();
  await page.getByTestId('block-about').click({ position: { x: 120, y: 16 } });
  await expect.poll(() => output.getAttribute('data-connected')).toBe('true');
  await expect.poll(() => count(page, 'problems-count')).toBe('0');
  await page.getByTestId('problem-E-OUT').waitFor({ state: 'detached' });
  await saved(page);
  await inList.waitFor({ state: 'detached' });
  await page.getByTestId('publish').click();
  await expect.poll(() => count(page, 'publish-problems')).toBe('0');
});
