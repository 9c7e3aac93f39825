import { expect } from 'vitest';
import type { Page } from 'playwright-core';
import { boxOf, middleOf } from './screens/drawing.ts';

/**
 * The main job, by mouse and keyboard, as a shop owner does it: draw a menu, try it, publish it, and be a customer in the
 * sandbox who is answered. The same steps in a desktop window and in a browser.
 */
export interface Studio {
  /** The window of the app, in Russian. */
  readonly page: Page;
  /** The sandbox's page: a customer's phone and an operator's inbox. */
  readonly sandbox: () => Promise<Page>;
  readonly shot: (name: string, page?: Page) => Promise<void>;
}

export async function doMainJob({ page, sandbox, shot }: Studio): Promise<void> {
  await page.getByText('Взять шаблон').click();
  await page.getByRole('dialog').getByText('Пустой', { exact: false }).first().click();
  await confirmIfAsked(page);
  await page.getByTestId('block-kind-start').waitFor();
  await drawMenu(page);
  await shot('drawn');

  await page.getByTestId('tab-test').click();
  await customerSays(page, 'привет');
  await page.getByTestId('chat-log').getByText('1 — Доставка').waitFor();
  await customerSays(page, '1');
  await page
    .getByTestId('chat-log')
    .getByRole('paragraph')
    .filter({ hasText: /^Привезём за день.$/u })
    .waitFor();
  await shot('tried');
  await expect.poll(() => page.locator('[data-visit]').count()).toBeGreaterThan(2);

  await page.getByTestId('publish').click();
  await shot('publishing');
  await page.getByTestId('publish-confirm').click();
  await page.getByTestId('bot-state').getByText('v1').waitFor();

  const phone = await sandbox();
  await phone.getByTestId('customer-new').click();
  await phone.getByTestId('customer-name').fill('Ольга');
  await phone.getByTestId('customer-create').click();
  await phone.waitForFunction(() => document.activeElement?.getAttribute('data-testid') === 'phone-input');
  await writeFromPhone(phone, 'Добрый день');
  await phone.getByTestId('phone-log').getByText('1 — Доставка').waitFor();
  await writeFromPhone(phone, '1');
  await phone.getByTestId('phone-log').getByText('Привезём за день.').waitFor();
  await shot('customer', phone);

  await page.getByRole('navigation').getByText('Диалоги').click();
  await page.getByText('Ольга').first().waitFor();
  await page.getByText('Ольга').first().click();
  await page.getByText('Привезём за день.').first().waitFor();
  await shot('live');
}

/** From the output of «start» onto empty canvas, a menu; from its first option, a message. All by dragging. */
async function drawMenu(page: Page): Promise<void> {
  const start = page.getByTestId('block-kind-start');
  await moveCard(page, start, -360, -160);
  await dragToCanvas(page, start.locator('[data-testid^="out-"]').first(), 160, 0);
  await page.getByTestId('picker-item-menu').click();
  const menu = page.getByTestId('block-kind-menu');
  await menu.waitFor();
  await menu.click({ position: { x: 120, y: 18 } });
  await page.getByTestId('tab-block').click();
  const dock = page.getByTestId('dock');
  await dock.getByLabel('Текст перед пунктами').fill('Чем помочь?');
  const captions = dock.getByLabel(/^Пункт \d|^Название пункта/u);
  await captions.nth(0).fill('Доставка');
  await captions.nth(1).fill('Оплата');

  for (const [index, text] of ['Привезём за день.', 'Картой или наличными.'].entries()) {
    const output = menu.locator('[data-testid^="out-"]').nth(index);
    await dragToCanvas(page, output, 140, index * 210 - 60);
    await page.getByTestId('picker-item-message').click();
    await page.getByTestId('block-kind-message').nth(index).waitFor();
    await dock
      .getByLabel(/^Текст/u)
      .first()
      .fill(text);
  }
}

/** Takes a card by its head and drags it; the grid and the drag's own threshold eat a few pixels. */
async function moveCard(page: Page, card: ReturnType<Page['locator']>, dx: number, dy: number): Promise<void> {
  const before = await boxOf(card);
  const grip = { x: before.x + 120, y: before.y + 20 };
  await page.mouse.move(grip.x, grip.y);
  await page.mouse.down();
  await page.mouse.move(grip.x + dx / 2, grip.y + dy / 2, { steps: 8 });
  await page.mouse.move(grip.x + dx, grip.y + dy, { steps: 8 });
  await page.mouse.up();
  const after = await boxOf(card);
  expect(Math.abs(after.x - before.x - dx)).toBeLessThan(40);
  expect(Math.abs(after.y - before.y - dy)).toBeLessThan(40);
}

async function dragToCanvas(page: Page, handle: ReturnType<Page['locator']>, dx: number, dy: number): Promise<void> {
  const from = await middleOf(handle);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + dx / 2, from.y + dy / 2, { steps: 6 });
  await page.mouse.move(from.x + dx, from.y + dy, { steps: 6 });
  await page.mouse.up();
  await page.getByTestId('picker').waitFor();
}

async function confirmIfAsked(page: Page): Promise<void> {
  const create = page.getByRole('dialog').getByRole('button', { name: 'Создать' });
  if ((await create.count()) > 0) await create.click();
}

async function customerSays(page: Page, text: string): Promise<void> {
  await page.getByTestId('chat-input').fill(text);
  await page.getByTestId('chat-input').press('Enter');
}

async function writeFromPhone(phone: Page, text: string): Promise<void> {
  await phone.getByTestId('phone-input').fill(text);
  await phone.getByTestId('phone-send').click();
}
