import { expect, test } from 'vitest';
import type { Bot, BotNode } from '../../../engine/flow/botSchema.ts';
import { buildMenuByKeys, EMPTY_FLOW, linksOf, toOutput } from '../keyboardMenu.ts';
import { atRest } from '../screens/atRest.ts';
import { flowOf, type KeyboardStudio, openStudio } from '../screens/keyboardStudio.ts';

test('T-01: a menu of three options with their answers is built and tried without a mouse', async () => {
  await buildMenuByKeys(await openStudio(EMPTY_FLOW));
});

const WALK = flowOf([
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
  { id: 'goods', kind: 'message', data: { parts: [{ text: 'Торты' }] }, exits: { next: 'bye' }, at: [720, 0] },
  { id: 'ways', kind: 'message', data: { parts: [{ text: 'Курьер' }] }, exits: { next: 'menu' }, at: [720, 240] },
  { id: 'bye', kind: 'end', at: [1080, 0] },
]);

test('T-06: arrows walk along connections, Alt moves the block, one undo brings it back', async () => {
  const studio = await openStudio(WALK);
  const { page, press, focused } = studio;
  await expect.poll(focused).toBe('start');
  const before = await studio.saved(() => true);
  const path: string[] = [];
  for (const key of ['ArrowRight', 'ArrowRight', 'ArrowDown', 'ArrowLeft']) {
    await press(key);
    await atRest(page);
    path.push(await focused());
    await expect.poll(() => page.evaluate(roomAround)).toBeGreaterThanOrEqual(24);
  }
  expect(path).toEqual(['menu', 'goods', 'ways', 'menu']);
  await press('ArrowRight', 'ArrowDown');
  await expect.poll(focused).toBe('ways');
  expect((await studio.saved(() => true)).layout).toEqual(before.layout);

  await page.keyboard.down('Alt');
  for (let repeat = 0; repeat < 5; repeat += 1) await page.keyboard.down('ArrowRight');
  await page.keyboard.up('ArrowRight');
  await page.keyboard.up('Alt');
  const at = (bot: Bot) => bot.layout?.['main']?.nodes['ways'];
  const moved = await studio.saved((bot) => at(bot)?.x === 760);
  expect(at(moved)).toEqual({ x: 760, y: 240 });
  await expect.poll(() => page.evaluate(roomAround)).toBeGreaterThanOrEqual(24);
  await expect.poll(() => page.locator('#announcer').textContent()).toContain('Курьер');
  await press('Control+z');
  expect((await studio.saved((bot) => at(bot)?.x === 720)).layout).toEqual(before.layout);
  await expect.poll(focused).toBe('ways');
});

test('an arrow goes on from the output that was chosen; leaps come back to where they began', async () => {
  const studio = await openStudio(WALK);
  const { page, press, focused } = studio;
  await expect.poll(focused).toBe('start');
  await press('ArrowRight');
  await toOutput(studio, 1);
  await expect.poll(focused).toBe('o2 of menu');
  await press('ArrowRight');
  await expect.poll(focused).toBe('ways');
  // Back by its chip: it leads to a block on the left.
  await press('ArrowRight');
  await expect.poll(focused).toBe('menu');
  await press('Home');
  await expect.poll(focused).toBe('start');
  await press('Alt+Home');
  await expect.poll(focused).toBe('menu');
  await press('Shift+ArrowRight');
  await expect.poll(() => page.locator('.react-flow__node.selected').count()).toBe(4);
  await expect.poll(focused).toBe('menu');
  await press('Escape');
  await expect.poll(() => page.locator('.react-flow__node.selected').count()).toBe(0);
  await toOutput(studio, 0);
  await press('Alt+ArrowDown');
  const order = (saved: Bot) => JSON.stringify(menuOf(saved)?.data?.['options']);
  const bot = await studio.saved((saved) => order(saved).indexOf('o2') < order(saved).indexOf('o1'));
  expect(menuOf(bot)?.exits).toEqual({ o1: 'goods', o2: 'ways' });
  await expect.poll(focused).toBe('o1 of menu');
  await press('Escape', 'Shift+F10');
  await page.getByRole('menu').waitFor();
  await press('ArrowDown', 'Escape');
  await page.getByRole('menu').waitFor({ state: 'detached' });
  await expect.poll(focused).toBe('menu');
});

/** The smallest room between the block with the keyboard and the edges of what can be seen of the canvas. */
function roomAround(): number {
  const card = document.activeElement?.closest('.react-flow__node')?.getBoundingClientRect();
  const canvas = document.querySelector('[data-testid="canvas"]')?.getBoundingClientRect();
  const tools = document.querySelector('[data-testid="canvas"] [role="toolbar"]')?.getBoundingClientRect();
  if (!card || !canvas || !tools) return -1;
  const isOverTools = card.left < tools.right && card.right > tools.left;
  const bottom = isOverTools ? tools.top : canvas.bottom;
  // The room above the toolbar counts as free when the card ends above it.
  const under = isOverTools
    ? Math.max(0, bottom - card.bottom) + 24 * Number(bottom >= card.bottom)
    : bottom - card.bottom;
  return Math.round(Math.min(card.left - canvas.left, canvas.right - card.right, card.top - canvas.top, under));
}

/** Key presses as a keyboard of another layout sends them. */
async function dispatch({ page }: KeyboardStudio, key: string, code: string, ctrl = true): Promise<void> {
  await page.evaluate(
    (press) => {
      const target = document.activeElement ?? document.body;
      const options = { bubbles: true, cancelable: true, ...press };
      target.dispatchEvent(new KeyboardEvent('keydown', options));
      target.dispatchEvent(new KeyboardEvent('keyup', options));
    },
    { key, code, ctrlKey: ctrl },
  );
}

test('T-07: shortcuts mean the same on a Russian keyboard, and Z means Z on a German one', async () => {
  const studio = await openStudio(WALK);
  const { page, press, focused } = studio;
  const cards = page.locator('.react-flow__node');
  await expect.poll(focused).toBe('start');
  await press('ArrowRight', 'ArrowRight');
  await expect.poll(focused).toBe('goods');
  await dispatch(studio, 'с', 'KeyC');
  await dispatch(studio, 'м', 'KeyV');
  await expect.poll(() => cards.count()).toBe(6);
  await dispatch(studio, 'в', 'KeyD');
  await expect.poll(() => cards.count()).toBe(7);
  await dispatch(studio, 'я', 'KeyZ');
  await expect.poll(() => cards.count()).toBe(6);
  await dispatch(studio, 'z', 'KeyY');
  await expect.poll(() => cards.count()).toBe(5);
  await expect.poll(focused).not.toBe('BODY');
  await dispatch(studio, 'л', 'KeyK');
  await page.getByTestId('palette').waitFor();
  await press('Escape');
  await page.getByTestId('palette').waitFor({ state: 'detached' });
  await page.getByTestId('block-goods').focus();
  await dispatch(studio, 'т', 'KeyN', false);
  await page.getByTestId('picker').waitFor();
  await atRest(page);
  expect(await page.getByTestId('picker').count()).toBe(1);
  await press('Escape');
  // Real keys bring the browser's own paste besides: still one copy.
  await expect.poll(focused).toBe('goods');
  await press('Control+c', 'Control+v');
  await expect.poll(() => cards.count()).toBe(6);
  const bot = await studio.saved((saved) => saved.flows[0]?.nodes.length === 6);
  expect(bot.flows[0]?.nodes).toHaveLength(6);
});

function menuOf(bot: Bot): BotNode | undefined {
  return bot.flows[0]?.nodes.find((node) => node.id === 'menu');
}

const TYPED = 'ndcmp 0/?';

test('T-08: in a field letters are letters and undo is of the text', async () => {
  const studio = await openStudio(WALK);
  const { page, press, type, focused } = studio;
  await expect.poll(focused).toBe('start');
  const shape = (bot: Bot) => [bot.flows[0]?.nodes.length, linksOf(bot).length];
  const before = shape(await studio.saved(() => true));

  async function abuse(): Promise<void> {
    await type(TYPED);
    await press('Backspace', 'Backspace', 'Backspace', 'Delete', 'Control+a');
    for (let count = 0; count < 20; count += 1) await press('Control+z');
    await atRest(page);
    expect(await page.locator('.react-flow__node').count()).toBe(5);
    expect(await page.evaluate(() => document.activeElement?.matches('textarea, input'))).toBe(true);
  }

  // On the card.
  await press('ArrowRight');
  await expect.poll(focused).toBe('menu');
  // From afar cards show no texts.
  await press('Control+0');
  await page.locator('[data-testid="canvas"][data-density="full"]').waitFor();
  const isOnText = () => page.evaluate(() => document.activeElement?.matches('[data-edit="text"]') === true);
  for (let steps = 0; !(await isOnText()); steps += 1) {
    if (steps > 5) throw new Error('Tab does not come to the text of the card');
    await press('Tab');
  }
  await press('Enter');
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA');
  await abuse();
  // At once: a pause of the machine between two letters would rightly make two steps of them.
  await page.keyboard.insertText(TYPED);
  await press('Escape');
  await studio.saved((bot) => menuOf(bot)?.data?.['text'] !== 'Чем помочь?');
  await press('Control+z');
  await studio.saved((bot) => menuOf(bot)?.data?.['text'] === 'Чем помочь?');
  // In the dock.
  await press('Enter');
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.closest('[data-testid="dock"]') !== null))
    .toBe(true);
  await abuse();
  // In the chat.
  await press('Control+e');
  await expect.poll(focused).toBe('chat-input');
  await abuse();
  await type('не потерять');
  await press('Escape', 'Escape');
  await atRest(page);
  expect(await page.getByTestId('chat-input').inputValue()).toContain('не потерять');
  expect(await page.getByTestId('dock').getAttribute('data-tab')).toBe('test');
  expect(shape(await studio.saved(() => true))).toEqual(before);
});
