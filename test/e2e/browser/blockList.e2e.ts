import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import type { Bot } from '../../../engine/flow/botSchema.ts';
import { tryMenu } from '../keyboardMenu.ts';
import { axeFindings } from '../screens/lookOver.ts';
import { flowOf, type KeyboardStudio, openStudio, pointerPresses } from '../screens/keyboardStudio.ts';

const OUTPUT = resolve(import.meta.dirname, '../../output/screens');

/** The row that has the keyboard, by its key without the tail that makes an id one of its kind. */
function row({ page }: KeyboardStudio): Promise<string> {
  return page.evaluate(() => {
    const at = document.activeElement as HTMLElement | null;
    return at?.getAttribute('role') === 'treeitem' ? (at.dataset['key'] ?? '') : (at?.tagName ?? '');
  });
}

function tagInDock({ page }: KeyboardStudio): Promise<string> {
  return page.evaluate(() => {
    const at = document.activeElement;
    return at?.closest('[data-testid="dock"]') ? at.tagName : 'elsewhere';
  });
}

test('T-19: the menu of T-01 is built, tried and published from the block list', async () => {
  mkdirSync(OUTPUT, { recursive: true });
  const studio = await openStudio(flowOf([{ id: 'start', kind: 'start', at: [0, 0] }]));
  const { page, press, type } = studio;
  await expect.poll(studio.focused).toBe('start');
  await press('Control+l');
  await expect.poll(() => row(studio)).toBe('block/start');
  await press('n');
  await page.getByTestId('picker').waitFor();
  await type('меню');
  await press('Enter');
  await expect.poll(() => tagInDock(studio)).toBe('TEXTAREA');
  await press('Control+a');
  await type('Чем помочь?');
  await press('Control+l');
  await expect.poll(() => row(studio)).toMatch(/^block\/menu/u);
  await press('ArrowDown', 'F2');
  for (const [index, caption] of ['Каталог', 'Доставка', 'Оплата'].entries()) {
    if (index > 0) await press('Enter');
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA');
    await type(caption);
  }
  await press('Escape');
  await expect.poll(() => row(studio)).toMatch(/^output\/menu/u);
  await press('ArrowUp', 'ArrowUp');
  for (const text of ['Торты от 2000 рублей', 'Привезём за день', 'Картой или наличными']) {
    await expect.poll(() => row(studio)).toMatch(/^output\/menu/u);
    await press('n');
    await page.getByTestId('picker').waitFor();
    await type('сообщение');
    await press('Enter');
    await expect.poll(() => tagInDock(studio)).toBe('TEXTAREA');
    await press('Control+a');
    await type(text);
    await press('Control+l');
    await expect.poll(() => row(studio)).toMatch(/^block\/message/u);
    // Out of the message to its output, and on to the next one of the menu.
    await press('ArrowLeft', 'ArrowLeft', 'ArrowLeft', 'ArrowDown');
  }
  await page.screenshot({ path: join(OUTPUT, '80-block-list-ru-light-small.png') });
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.locator('[data-theme="dark"]').waitFor();
  await page.screenshot({ path: join(OUTPUT, '80-block-list-ru-dark-small.png') });
  expect(await axeFindings(page)).toEqual([]);
  await tryMenu(studio);
  await studio.saved((bot) => bot.flows[0]?.nodes.length === 5);
  await press('Control+Shift+Enter');
  await page.getByTestId('publish-confirm').and(page.locator(':enabled')).waitFor();
  await page.getByTestId('publish-confirm').focus();
  await press('Enter');
  await page.getByTestId('bot-state').getByText('v1').waitFor();
  expect(await pointerPresses(page)).toBe(0);
});

const SHOP = flowOf([
  { id: 'start', kind: 'start', at: [0, 0], exits: { next: 'menu' } },
  {
    id: 'menu',
    kind: 'menu',
    name: 'Меню',
    data: {
      text: 'Чем помочь?',
      options: [
        { id: 'o1', label: 'Каталог' },
        { id: 'o2', label: 'Доставка' },
      ],
    },
    exits: { o1: 'goods', o2: 'ways' },
    at: [360, 0],
  },
  { id: 'goods', kind: 'message', data: { parts: [{ text: 'Торты' }] }, exits: { next: 'menu' }, at: [720, 0] },
  { id: 'ways', kind: 'message', data: { parts: [{ text: 'Курьер' }] }, at: [720, 240] },
  { id: 'word', kind: 'command', data: { words: ['меню'] }, exits: { next: 'menu' }, at: [0, 240] },
  { id: 'lost', kind: 'message', data: { parts: [{ text: 'Никому' }] }, at: [360, 480] },
]);

test('the list shares its selection with the canvas; rows are connected, put in order, deleted and brought back', async () => {
  const studio = await openStudio(SHOP);
  const { page, press, type } = studio;
  await expect.poll(studio.focused).toBe('start');
  await press('ArrowRight', 'Control+l');
  await expect.poll(() => row(studio)).toBe('block/menu');
  await press('ArrowDown');
  await expect.poll(() => row(studio)).toBe('output/menu/o1');
  await press('Alt+ArrowDown');
  await studio.saved((bot) => options(bot) === 'o2,o1');
  await expect.poll(() => row(studio)).toBe('output/menu/o1');

  // What is in the list already is a link, and goes there.
  await press('ArrowRight', 'ArrowRight', 'ArrowRight');
  await expect.poll(() => row(studio)).toBe('link/goods/next');
  await press('ArrowRight');
  await expect.poll(() => row(studio)).toBe('block/menu');
  await expect.poll(() => page.locator('.react-flow__node.selected').getAttribute('data-id')).toBe('menu');

  // The second message leads nowhere yet.
  await press('Control+f');
  await expect.poll(studio.focused).toBe('block-list-filter');
  await type('курьер');
  await press('Enter');
  await expect.poll(() => row(studio)).toBe('block/ways');
  await press('c');
  await page.getByTestId('target-picker').waitFor();
  await type('меню');
  await press('Enter');
  await page.getByTestId('target-picker').waitFor({ state: 'detached' });
  await studio.saved((bot) => node(bot, 'ways')?.exits?.['next'] === 'menu');
  await press('Escape');

  await page.getByTestId('block-goods').waitFor();
  await press('Control+f');
  await expect.poll(studio.focused).toBe('block-list-filter');
  await type('торты');
  await press('Enter', 'Escape');
  await expect.poll(() => row(studio)).toBe('block/goods');
  await studio.heard();
  await press('Delete');
  await expect.poll(() => row(studio)).toBe('block/menu');
  await expect.poll(async () => (await studio.heard()).join(' ')).toContain('Удалён блок «Торты» и 2 связи');
  await press('Control+z');
  await expect.poll(() => row(studio)).toBe('block/goods');
  await press('F2');
  await type('Витрина');
  await press('Enter');
  await studio.saved((bot) => node(bot, 'goods')?.name === 'Витрина');
  await expect.poll(() => row(studio)).toBe('block/goods');
  await expect.poll(() => page.getByRole('treeitem', { name: /Витрина/u }).count()).toBeGreaterThan(0);
});

test('a list of 300 blocks draws what is on screen and answers its filter at once', async () => {
  const studio = await openStudio(chain(300));
  const { page, press } = studio;
  await press('Control+l');
  await page.getByTestId('block-list-filter').waitFor();
  expect(await page.getByRole('treeitem').count()).toBeLessThan(80);
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  /** Processor time that the page's own thread has had until now (ms): what else runs on this machine is not counted. */
  const processorTime = async (): Promise<number> => {
    const { metrics } = await cdp.send('Performance.getMetrics');
    return 1_000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN);
  };
  const took: number[] = [];
  for (const at of [271, 145, 88]) {
    const began = await processorTime();
    await page.evaluate(
      (text) => {
        const field = document.querySelector<HTMLInputElement>('[data-testid="block-list-filter"]');
        Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, text);
        field?.dispatchEvent(new Event('input', { bubbles: true }));
      },
      `№ ${String(at)}`,
    );
    await page.getByTestId(`row-block/m${String(at)}`).waitFor();
    took.push((await processorTime()) - began);
  }
  console.log(`T-20: the filter of 300 rows takes ${took.map((ms) => ms.toFixed(0)).join(', ')} ms of the processor`);
  expect(Math.min(...took)).toBeLessThan(100);
});

function options(bot: Bot): string {
  const list = node(bot, 'menu')?.data?.['options'] as { id: string }[] | undefined;
  return (list ?? []).map((option) => option.id).join();
}

function node(bot: Bot, id: string) {
  return bot.flows[0]?.nodes.find((each) => each.id === id);
}

/** A flow of so many messages, ten in a row. */
function chain(count: number): Bot {
  const ids = Array.from({ length: count }, (_, at) => `m${String(at)}`);
  const messages = ids.map((id, at) => ({
    id,
    kind: 'message',
    data: { parts: [{ text: `Сообщение № ${String(at)}` }] },
    ...(at + 1 < count && { exits: { next: `m${String(at + 1)}` } }),
    at: [(at % 60) * 344, Math.floor(at / 60) * 304] as const,
  }));
  return flowOf([{ id: 'start', kind: 'start', at: [-344, 0], exits: { next: 'm0' } }, ...messages]);
}
