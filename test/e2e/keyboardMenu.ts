import { expect } from 'vitest';
import type { Bot } from '../../engine/flow/botSchema.ts';
import { flowOf, type KeyboardStudio, pointerPresses } from './screens/keyboardStudio.ts';

/** Nothing but its beginning. */
export const EMPTY_FLOW = flowOf([{ id: 'start', kind: 'start', at: [0, 0] }]);

/** T-01 (ux.md, 8): a menu of three options with their answers is built and tried without a mouse. In a browser and in a desktop window. */
export async function buildMenuByKeys(studio: KeyboardStudio): Promise<void> {
  const { page, press, type } = studio;
  await expect.poll(studio.focused).toBe('start');
  await press('n');
  await page.getByTestId('picker').waitFor();
  await type('меню');
  await press('Enter');
  await page.getByTestId('block-kind-menu').waitFor();
  await expect.poll(studio.focused).toMatch(/^menu/u);
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA');
  await type('Чем помочь?');
  await press('Tab');
  await type('Каталог');
  await press('Enter');
  await type('Доставка');
  await press('Enter');
  await type('Оплата');
  // Out of the caption to the block, inside it to the first output.
  await press('Escape');
  for (const [index, text] of ['Торты от 2000 рублей', 'Привезём за день', 'Картой или наличными'].entries()) {
    await toOutput(studio, index);
    await press('n');
    await page.getByTestId('picker').waitFor();
    await type('сообщение');
    await press('Enter');
    await page.getByTestId('block-kind-message').nth(index).waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA');
    await type(text);
    await press('Escape', 'ArrowLeft');
    await expect.poll(studio.focused).toMatch(/^menu/u);
  }
  await tryMenu(studio);

  const bot = await studio.saved((saved) => linksOf(saved).length === 4);
  expect(
    linksOf(bot)
      .map((link) => link.join(' → '))
      .sort(),
  ).toEqual(['menu → message', 'menu → message', 'menu → message', 'start → menu']);
  await expect.poll(() => page.locator('[data-testid^="problem-E-"]').count()).toBe(0);
  expect(await pointerPresses(page)).toBe(0);
  expect(studio.pressed()).toBeLessThanOrEqual(120);
}

/** The customer of the test chat asks about delivery. */
export async function tryMenu({ page, press, type, focused }: KeyboardStudio): Promise<void> {
  await press('Control+e');
  await expect.poll(focused).toBe('chat-input');
  await type('привет');
  await press('Enter');
  await page.getByTestId('chat-log').getByText('1 — Каталог').waitFor();
  await type('2');
  await press('Enter');
  await page
    .getByTestId('chat-log')
    .getByRole('paragraph')
    .filter({ hasText: /^Привезём за день$/u })
    .waitFor();
}

/** Tab goes inside the menu, past its menu button and its text, to the outputs; arrows walk among them. */
export async function toOutput({ press, focused }: KeyboardStudio, index: number): Promise<void> {
  for (let steps = 0; !(await focused()).includes(' of '); steps += 1) {
    if (steps > 5) throw new Error(`Tab does not come to an output: ${await focused()}`);
    await press('Tab');
  }
  for (let step = 0; step < index; step += 1) await press('ArrowDown');
}

/** Connections as pairs of kinds. */
export function linksOf(bot: Bot): [string, string][] {
  const nodes = bot.flows[0]?.nodes ?? [];
  const kind = (id: string): string => nodes.find((node) => node.id === id)?.kind ?? 'lost';
  return nodes.flatMap((node) => Object.values(node.exits ?? {}).map((to): [string, string] => [node.kind, kind(to)]));
}
