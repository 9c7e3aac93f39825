import { expect, test } from 'vitest';
import type { Bot } from '../../../engine/flow/botSchema.ts';
import { framesOf, notesOf } from '../../../engine/flow/layoutItems.ts';
import { axeFindings } from '../screens/lookOver.ts';
import { flowOf, type KeyboardStudio, openStudio, pointerPresses } from '../screens/keyboardStudio.ts';

const SHOP = flowOf([
  { id: 'start', kind: 'start', at: [0, 0], exits: { next: 'hello' } },
  { id: 'hello', kind: 'message', data: { parts: [{ text: 'Здравствуйте' }] }, exits: { next: 'goods' }, at: [360, 0] },
  { id: 'goods', kind: 'message', data: { parts: [{ text: 'Торты' }] }, at: [720, 0] },
]);

function row({ page }: KeyboardStudio): Promise<string> {
  return page.evaluate(() => (document.activeElement as HTMLElement | null)?.dataset['key'] ?? '');
}

function notes(bot: Bot): readonly string[] {
  return notesOf(bot.layout?.['main']).map((note) => note.text);
}

function frames(bot: Bot): readonly string[] {
  return framesOf(bot.layout?.['main']).map((frame) => frame.title);
}

test('notes and frames are rows of the block list: written, found, folded, deleted and brought back without the canvas', async () => {
  const studio = await openStudio(SHOP);
  const { page, press, type } = studio;
  await expect.poll(studio.focused).toBe('start');
  await press('Control+l');
  await expect.poll(() => row(studio)).toBe('block/start');

  await press('Shift+S');
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA');
  await type('Спросить');
  await press('Enter');
  await type('про доставку');
  await press('Escape');
  await expect.poll(() => row(studio)).toMatch(/^@note\//u);
  await studio.saved((bot) => notes(bot).join() === 'Спросить\nпро доставку');
  await expect.poll(() => page.getByRole('treeitem', { name: 'Заметка. Спросить про доставку' }).count()).toBe(1);
  // The note is what is selected on the canvas too.
  const note = await row(studio);
  await expect.poll(() => page.locator('.react-flow__node.selected').getAttribute('data-id')).toBe(note);

  await press('Home');
  await expect.poll(() => row(studio)).toBe('block/start');
  await press('ArrowDown', 'ArrowDown');
  await expect.poll(() => row(studio)).toBe('block/hello');
  await press('Control+g');
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA');
  await press('Control+a');
  await type('Приветствие');
  await press('Enter');
  await expect.poll(() => row(studio)).toMatch(/^@frame\//u);
  await studio.saved((bot) => frames(bot).join() === 'Приветствие');
  expect(await axeFindings(page)).toEqual([]);

  // What the frame holds is told, and leads to its row.
  await press('ArrowRight');
  await expect.poll(() => row(studio)).toMatch(/^held\/@frame\/.+\/hello$/u);
  await press('Enter');
  await expect.poll(() => row(studio)).toBe('block/hello');

  await press('Control+f');
  await expect.poll(studio.focused).toBe('block-list-filter');
  await type('приветствие');
  await press('Enter', 'Escape');
  await expect.poll(() => row(studio)).toMatch(/^@frame\//u);
  await press('Alt+g');
  await studio.saved((bot) => framesOf(bot.layout?.['main']).some((frame) => frame.collapsed));
  await expect
    .poll(() => page.getByRole('treeitem', { name: /^Свёрнутая рамка «Приветствие»: 1 блок/u }).count())
    .toBe(1);
  await press('Alt+g', 'Delete');
  await studio.saved((bot) => frames(bot).length === 0 && bot.flows[0]?.nodes.length === 3);
  await press('Control+z');
  await studio.saved((bot) => frames(bot).join() === 'Приветствие');

  await press('Control+f');
  await expect.poll(studio.focused).toBe('block-list-filter');
  await type('доставку');
  await press('Enter', 'Escape', 'Delete');
  await studio.saved((bot) => notes(bot).length === 0);
  await press('Control+z');
  await studio.saved((bot) => notes(bot).length === 1);
  expect(await pointerPresses(page)).toBe(0);
});

test('a note that is clicked on the canvas is the row of the list, and its menu does there what it does on the canvas', async () => {
  const note = { id: 'n1', text: 'Позвонить в пекарню', x: 0, y: 240, width: 240, color: 'yellow' };
  const layout = { main: { nodes: {}, ...SHOP.layout?.['main'], notes: [note] } };
  const studio = await openStudio({ ...SHOP, layout });
  const { page, press } = studio;
  await press('Control+l');
  await expect.poll(() => row(studio)).toBe('block/start');
  await page.getByTestId('note').click();
  const row1 = page.locator('[data-key="@note/n1"]');
  await expect.poll(() => row1.getAttribute('aria-selected')).toBe('true');
  await row1.click();
  await press('Shift+F10');
  await page
    .getByRole('menuitemcheckbox', { name: 'Голубая' })
    .or(page.getByRole('menuitem', { name: 'Голубая' }))
    .click();
  await studio.saved((bot) => notesOf(bot.layout?.['main'])[0]?.color === 'blue');
  await row1.click();
  await press('Control+d');
  await studio.saved((bot) => notes(bot).length === 2);
  await row1.click({ modifiers: ['Control'] });
  await expect.poll(() => page.locator('.react-flow__node.selected').count()).toBe(2);
});
