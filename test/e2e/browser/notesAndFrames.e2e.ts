import { expect, test } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import { boxOf } from '../screens/drawing.ts';
import { furnish } from '../screens/shopWorld.ts';
import { at, openBot, startTour, USUAL } from '../screens/tour.ts';

const note = (page: Page): Locator => page.getByTestId('note');
const frame = (page: Page): Locator => page.getByTestId('frame');
const card = (page: Page, name: string): Locator =>
  page.locator('.react-flow__node-block').filter({ has: page.locator('header', { hasText: name }) });
const canvasOf = (page: Page): Locator => page.getByTestId('canvas');

async function drag(page: Page, from: { x: number; y: number }, dx: number, dy: number): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + dx / 2, from.y + dy / 2, { steps: 6 });
  await page.mouse.move(from.x + dx, from.y + dy, { steps: 6 });
  await page.mouse.up();
}

/** Ids of all blocks on the canvas. */
async function blocksOf(page: Page): Promise<string[]> {
  return page
    .locator('.react-flow__node-block')
    .evaluateAll((cards) => cards.map((card) => (card as HTMLElement).dataset['id'] ?? ''));
}

async function undoAll(page: Page): Promise<void> {
  for (let count = 0; count < 40; count += 1) await page.keyboard.press('Control+z');
}

test('notes, frames, copies and sub-flows, as an author of a bot works with them', async () => {
  const { serve, folder, visit, end } = await startTour('ru');
  const { bots } = await furnish(serve, folder, 'ru');
  await visit(USUAL, ['light', 'dark'], async (page, look) => {
    await openBot(page, bots.menu);
    await writeNote(page);
    await look('90-note');
    await makeFrame(page);
    await look('91-frame');
    await foldIt(page);
    await look('92-folded');
    await densities(page, look);
    await copyAndPaste(page);
    await extract(page);
    await look('97-extracted');
    await page.getByTestId('block-kind-call').click({ position: { x: 30, y: 8 } });
    await undoAll(page);
    await expect.poll(() => note(page).count()).toBe(0);
    await expect.poll(() => frame(page).count()).toBe(0);
  });
  await end();
});

async function writeNote(page: Page): Promise<void> {
  const canvas = await boxOf(canvasOf(page));
  await page.mouse.click(canvas.x + 60, canvas.y + canvas.height - 220);
  await page.keyboard.press('Shift+S');
  await page.getByLabel('Текст заметки').fill('**Перед праздниками**\n- поменять цены\n- *спросить* про доставку');
  await page.keyboard.press('Escape');
  await note(page).getByText('Перед праздниками').waitFor();
  expect(await note(page).locator('strong').textContent()).toBe('Перед праздниками');
  await expect.poll(() => note(page).locator('li').count()).toBe(2);
  // The keyboard is on the note: Alt and an arrow move it, its name is told.
  const before = await boxOf(note(page));
  await page.waitForFunction(() => document.activeElement?.getAttribute('aria-label')?.includes('Перед праздниками'));
  await page.keyboard.press('Alt+Shift+ArrowRight');
  await expect.poll(async () => (await boxOf(note(page))).x).toBeGreaterThan(before.x + 20);
  await page.waitForFunction(() => document.activeElement?.getAttribute('aria-label')?.includes('Перед праздниками'));
  await expect.poll(() => page.locator('.react-flow__node[tabindex="0"]').count()).toBe(1);

  const wide = await boxOf(note(page));
  const corner = await boxOf(note(page).getByTestId('pull-e'));
  await drag(page, { x: corner.x + 6, y: corner.y + corner.height / 2 }, 64, 0);
  await expect.poll(async () => (await boxOf(note(page))).width).toBeGreaterThan(wide.width + 40);
  await note(page).hover();
  await page.getByTestId('note-menu').click();
  await page.getByRole('menuitem', { name: 'Голубая' }).click();
  await expect.poll(() => note(page).getAttribute('data-tint')).toBe('blue');
}

/** Around the change of status, the greeting and the menu. */
async function makeFrame(page: Page): Promise<void> {
  const all = await blocksOf(page);
  const menu = card(page, 'Главное меню');
  await selectThree(page);
  await page.keyboard.press('Control+g');
  await page.getByLabel('Название рамки').fill('Приветствие');
  await page.keyboard.press('Enter');
  await frame(page).getByText('Приветствие').waitFor();
  // Dragged by its title it takes its blocks along; what stands beside it stays.
  const before = await boxOf(menu);
  const start = await boxOf(page.getByTestId('block-kind-start'));
  const title = await boxOf(page.getByTestId('frame-title'));
  await drag(page, { x: title.x + 60, y: title.y + title.height / 2 }, 0, -48);
  await expect.poll(async () => Math.round((await boxOf(menu)).y - before.y)).toBeLessThan(-30);
  expect((await boxOf(page.getByTestId('block-kind-start'))).y).toBe(start.y);
  await expect.poll(() => blocksOf(page)).toEqual(all);
}

async function selectThree(page: Page): Promise<void> {
  const head = { position: { x: 120, y: 12 } };
  await card(page, 'Новый клиент').click(head);
  await card(page, 'Приветствие').click({ modifiers: ['Control'], ...head });
  await card(page, 'Главное меню').click({ modifiers: ['Control'], ...head });
}

/** Also the command that stands with its middle in the frame is in it. */
async function foldIt(page: Page): Promise<void> {
  const before = await blocksOf(page);
  await page.keyboard.press('Alt+g');
  await expect.poll(async () => (await blocksOf(page)).length).toBe(before.length - 4);
  await frame(page).getByText('4 блока').waitFor();
  // Connections of what is in there run to the frame: one in from the start, one from the command.
  await expect.poll(() => page.locator('.react-flow__edge').count()).toBeGreaterThan(4);
  await page.keyboard.press('Alt+g');
  await expect.poll(() => blocksOf(page)).toEqual(before);
  await page.keyboard.press('Alt+g');
  await expect.poll(async () => (await blocksOf(page)).length).toBe(before.length - 4);
}

async function densities(page: Page, look: (name: string) => Promise<void>): Promise<void> {
  await page.keyboard.press('Alt+g');
  const density = (): Promise<string | null> => canvasOf(page).getAttribute('data-density');
  await zoomOutOf(page, 'full');
  expect(await density()).toBe('plain');
  await look('93-plain');
  // An output is too small to be hit here: a click on it comes near.
  await card(page, 'Главное меню').locator('li').first().click();
  await expect.poll(density).toBe('full');
  await zoomOutOf(page, 'plain');
  await look('94-plate');
  await page.getByTestId('canvas').press('Shift+1');
  await page.keyboard.press('m');
  await page.getByTestId('minimap').waitFor();
  await look('95-map');
  await page.keyboard.press('m');
}

/** A step at a time: the next one only when the canvas has taken this one. */
async function zoomOutOf(page: Page, density: 'full' | 'plain'): Promise<void> {
  const step = (): Promise<string | null> => canvasOf(page).getAttribute('data-step');
  while ((await canvasOf(page).getAttribute('data-density')) === density) {
    const before = await step();
    await page.getByRole('button', { name: 'Мельче' }).click();
    await expect.poll(step).not.toBe(before);
  }
}

async function copyAndPaste(page: Page): Promise<void> {
  const before = await blocksOf(page);
  await page.getByTestId('frame-title').click({ position: { x: 60, y: 10 } });
  await page.keyboard.press('Control+c');
  await page.keyboard.press('Control+v');
  await expect.poll(() => frame(page).count()).toBe(2);
  await expect.poll(async () => (await blocksOf(page)).length).toBe(before.length + 4);
  await page.keyboard.press('Control+z');
  await expect.poll(() => frame(page).count()).toBe(1);
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.setData('text/plain', '{"format": 99, "flows": []}');
    const paste = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });
    document.activeElement?.dispatchEvent(paste);
  });
  await page.getByText('повреждены или из более новой версии').waitFor();
  await expect.poll(async () => (await blocksOf(page)).length).toBe(before.length);
}

async function extract(page: Page): Promise<void> {
  await page.getByTestId('frame-title').hover();
  await page.getByTestId('frame-menu').click();
  await page.getByRole('menuitem', { name: 'Вынести в отдельный сценарий' }).click();
  await page.getByText('слушает клиента отовсюду').waitFor();
  await page.getByTestId('frame-title').click({ position: { x: 60, y: 10 } });
  const before = await blocksOf(page);
  await page.keyboard.press('Control+Shift+g');
  await page.getByText('Рамка «Приветствие» убрана, блоки остались на месте').waitFor();
  await expect.poll(() => frame(page).count()).toBe(0);
  await expect.poll(() => blocksOf(page)).toEqual(before);
  // What was in the frame is selected; Esc lets go of it.
  await page.keyboard.press('Escape');
  // The whole flow is in view, so cards are small.
  const head = { position: { x: 30, y: 8 } };
  await card(page, 'Новый клиент').click(head);
  await card(page, 'Приветствие').click({ modifiers: ['Control'], ...head });
  await page.getByTestId('dock').getByRole('button', { name: 'Вынести в отдельный сценарий' }).click();
  await page.getByTestId('block-kind-call').waitFor();
  await page.getByText('Блоки вынесены в сценарий «Новый клиент».').waitFor();
  await expect.poll(async () => (await blocksOf(page)).length).toBe(before.length - 1);
}

test('on a trackpad a drag selects and two fingers move the view, straight at first', async () => {
  const { serve, folder, visit, end } = await startTour('ru');
  const { bots } = await furnish(serve, folder, 'ru');
  await visit(USUAL, ['light'], async (page, look) => {
    await page.goto(at(page, '/settings/canvas'));
    await page.getByRole('radio', { name: 'Тачпад' }).click();
    await page.getByText('два пальца двигают холст').waitFor();
    await look('98-canvas-settings');
    await openBot(page, bots.menu);
    const shown = page.locator('.react-flow__viewport');
    const view = (): Promise<number[]> =>
      shown.evaluate((each) => {
        const { e, f, a } = new DOMMatrix(getComputedStyle(each).transform);
        return [e, f, a];
      });
    const start = await boxOf(page.getByTestId('block-kind-start'));
    const [x, y, zoom] = await view();
    const next = await boxOf(card(page, 'Новый клиент'));
    const corner = { x: start.x - 20, y: start.y - 20 };
    await drag(page, corner, next.x + next.width + 20 - corner.x, next.y + next.height + 20 - corner.y);
    await expect.poll(() => page.locator('.react-flow__node.selected').count()).toBe(2);
    expect(await view()).toEqual([x, y, zoom]);
    await page.mouse.wheel(4, 12);
    await expect.poll(async () => (await view())[1]).not.toBe(y);
    expect((await view())[0]).toBe(x);
  });
  await end();
});
