import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Bot } from '../../../engine/flow/botSchema.ts';
import type { Reply } from '../../../engine/protocol.ts';
import { until } from '../../host/liveShop.ts';
import { screenshotPath } from '../../support/desktop.ts';
import { dropOnCanvas, shop } from '../edgeDrop.ts';
import { buildMenuByKeys, EMPTY_FLOW } from '../keyboardMenu.ts';
import { drive, watchPage } from '../screens/keyboardStudio.ts';
import { cakes, testThePath } from '../testPath.ts';
import { ask, type OpenedWindow, openWindow } from './openedWindow.ts';

let opened: OpenedWindow;
beforeEach(async () => {
  opened = await openWindow('ru');
});
afterEach(() => opened.close());

/** Brings a bot into the app and opens it from the list. Value: the bot as it is kept. */
async function openBot(bot: Bot): Promise<() => Promise<Bot>> {
  const { page } = opened;
  const made = await ask(page, 'bots.import', { text: JSON.stringify(bot) });
  if (!made.ok) throw new Error(made.fault.code);
  const { id } = made.value as Reply<'bots.import'>;
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.addInitScript(watchPage);
  await page.reload();
  await page.getByTestId(`bot-row-${id}`).getByRole('button').first().click();
  await page.getByTestId('block-kind-start').waitFor();
  return async () => {
    const reply = await ask(page, 'bots.open', { id });
    if (!reply.ok) throw new Error(reply.fault.code);
    return (reply.value as Reply<'bots.open'>).bot;
  };
}

test('T-01 in a desktop window: a menu of three options with their answers is built and tried without a mouse', async () => {
  const open = await openBot(EMPTY_FLOW);
  // The bot was opened by a click; from here on there are none.
  await opened.page.evaluate(() => Object.assign(window, { pointers: 0 }));
  await buildMenuByKeys(drive(opened.page, open));
  await opened.page.screenshot({ path: screenshotPath('keyboard-menu') });
  expect(opened.complaints).toEqual([]);
});

test('T-02 in a desktop window: a connection dropped on empty canvas asks what comes next', async () => {
  const saved = await openBot(shop());
  await dropOnCanvas({
    page: opened.page,
    saved,
    savedAs: (what, holds) =>
      until(
        what,
        async () => {
          const now = await saved();
          return holds(now) && now;
        },
        30_000,
      ),
  });
  await opened.page.screenshot({ path: screenshotPath('edge-drop') });
  expect(opened.complaints).toEqual([]);
});

test('T-11 in a desktop window: the test shows its path, goes back with its variables, and begins at any block', async () => {
  const { page, complaints } = opened;
  await openBot(cakes('bot_cakes'));
  await page.getByTestId('tab-test').click();
  await page.getByTestId('chat-input').waitFor();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await testThePath({
    page,
    chat: page.getByTestId('chat-log'),
    asked,
    surprises: [],
    async say(text) {
      await page.getByTestId('chat-input').fill(text);
      await page.getByTestId('chat-input').press('Enter');
    },
    block: (id) => page.getByTestId(`block-${id}`),
    async look(name) {
      await page.screenshot({ path: screenshotPath(`chat-${name}`) });
    },
  });
  expect(complaints).toEqual([]);
});
