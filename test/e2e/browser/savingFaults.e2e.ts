import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import type { Bot } from '../../../engine/flow/botSchema.ts';
import { parseBot } from '../../../engine/flow/parseBot.ts';
import { cakes } from '../../renderer/editor/cakes.ts';
import { banners, openDesk, saved } from './desk.ts';

const shop = (): string => JSON.stringify(cakes());

/** Writes this into the text of the menu, in the dock. */
async function write(page: Page, text: string): Promise<void> {
  await page.getByTestId('block-menu').click({ position: { x: 120, y: 16 } });
  await page.getByTestId('tab-block').click();
  await page.getByTestId('dock').getByLabel('Текст перед пунктами').fill(text);
}

function textOf(bot: Bot): unknown {
  return bot.flows[0]?.nodes.find((node) => node.id === 'menu')?.data?.['text'];
}

test('a full disk: the banner says so, the work can be put elsewhere, and is saved when there is room', async () => {
  const desk = await openDesk(shop(), 'bot_cakes');
  const page = await desk.open();
  /** The system lets the engine make no file bigger than this: its database can't grow. */
  const fileLimit = (bytes: string): void => {
    execFileSync('prlimit', [`--pid=${String(desk.serve.child.pid)}`, `--fsize=${bytes}:`]);
  };
  fileLimit('1');
  await write(page, 'Диск полон');
  const banner = banners(page).filter({ hasText: 'Не удалось сохранить' });
  await banner.getByText('Не удалось сохранить: диск заполнен. Изменения пока только в памяти.').waitFor();
  await page.getByTestId('status-bar').getByText('Не сохранено').waitFor();
  await banners(page).filter({ hasText: 'новые сообщения не принимаются' }).waitFor();
  await desk.shot(page, 'disk-full');
  const download = page.waitForEvent('download');
  await banner.getByText('Сохранить в другое место').click();
  const file = await download;
  expect(file.suggestedFilename()).toBe('Торты.dialogram.json');
  const read = parseBot(readFileSync(await file.path(), 'utf8'));
  expect(read.ok && textOf(read.value)).toBe('Диск полон');

  await banner.getByText('Повторить').click();
  await write(page, 'Всё ещё полон');
  await banner.getByText('диск заполнен').waitFor();
  // Ctrl+S says nothing new, and breaks nothing.
  await page.keyboard.press('Control+s');
  await page.getByText('Сохранять вручную не нужно').waitFor();
  expect(textOf(await desk.stored())).toBe('Чем помочь?');
  fileLimit('unlimited');
  await saved(page);
  await banner.waitFor({ state: 'detached' });
  expect(textOf(await desk.stored())).toBe('Всё ещё полон');
  // So does the line over every screen, once the engine holds some room in reserve again.
  await banners(page).waitFor({ state: 'detached', timeout: 60_000 });
  await page.keyboard.press('Control+s');
  expect(await page.getByText('Сохранять вручную не нужно').count()).toBeLessThanOrEqual(1);
});

test('two windows on one bot: each change elsewhere is told, compared in words, and nothing is overwritten unasked', async () => {
  const desk = await openDesk(shop(), 'bot_cakes');
  const [mine, theirs] = [await desk.open(), await desk.open()];
  await write(theirs, 'Из второго окна');
  await saved(theirs);
  await mine.getByTestId('compare').waitFor();
  // What is written meanwhile stays here.
  await write(mine, 'Из первого окна');
  await mine.getByRole('alert').getByText('Бота изменили в другом окне').waitFor();
  await mine.getByTestId('compare').click();
  const dialog = mine.getByRole('dialog');
  await dialog.getByTestId('compare-theirs').getByText('Из второго окна').waitFor();
  await dialog.getByTestId('compare-mine').getByText('Из первого окна').waitFor();
  await desk.shot(mine, 'conflict-compared');
  expect(textOf(await desk.stored())).toBe('Из второго окна');
  await dialog.getByTestId('keep-mine').click();
  await dialog.waitFor({ state: 'detached' });
  await saved(mine);
  expect(textOf(await desk.stored())).toBe('Из первого окна');

  // Now the other window is behind, and takes what is stored, with its way back.
  await theirs.getByTestId('compare').waitFor();
  await desk.shot(theirs, 'conflict');
  await theirs.getByRole('alert').getByTestId('load-theirs').click();
  await theirs.getByTestId('block-menu').getByText('Из первого окна').waitFor();
  await theirs.getByTestId('load-theirs').waitFor({ state: 'detached' });
  await theirs.getByTestId('undo').click();
  await theirs.getByTestId('block-menu').getByText('Чем помочь?').waitFor();
  await saved(theirs);
  expect(textOf(await desk.stored())).toBe('Чем помочь?');
});

test('the open flow is deleted in another window: it stays on the screen, and can be saved as a copy', async () => {
  const desk = await openDesk(shop(), 'bot_cakes');
  const [mine, theirs] = [await desk.open(), await desk.open()];
  await openFlow(mine, 'Второй');
  await openFlow(theirs, 'Второй');
  await theirs.getByTestId('flow-switcher').click();
  await theirs.getByRole('menuitem', { name: 'Удалить сценарий' }).click();
  await saved(theirs);
  await mine.getByRole('alert').getByText('Сценарий «Второй» удалили в другом окне').waitFor();
  await mine.getByTestId('block-begin').waitFor();
  await desk.shot(mine, 'flow-deleted');
  await mine.getByRole('alert').getByTestId('save-copy').click();
  // The word stays for as long as the mouse is on it.
  await mine.getByText('Ваши изменения сохранены в боте «Торты (копия)»').hover();
  // This window goes on with what is stored: the main flow.
  await mine.getByTestId('block-menu').waitFor();
  expect((await desk.stored()).flows.map((flow) => flow.id)).toEqual(['main']);
  await mine.getByText('Открыть', { exact: true }).click();
  await mine.getByTestId('flow-switcher').click();
  await mine.getByRole('menuitem', { name: 'Второй' }).waitFor();
});

test('the bot is deleted in another window: what is on the screen is saved again as it stands', async () => {
  const desk = await openDesk(shop(), 'bot_cakes');
  const page = await desk.open();
  await write(page, 'Последняя правка');
  await saved(page);
  await desk.ask('bots.delete', { id: 'bot_cakes' });
  await page.getByRole('alert').getByText('Этого бота удалили в другом окне').waitFor();
  await write(page, 'И ещё одна');
  await desk.shot(page, 'bot-deleted');
  await page.getByTestId('bring-back').click();
  await saved(page);
  await banners(page).waitFor({ state: 'detached' });
  expect(textOf(await desk.stored())).toBe('И ещё одна');
  await page.reload();
  await page.getByTestId('undo').click();
  await page.getByTestId('block-menu').getByText('Последняя правка').waitFor();
});

test('a bot of a newer format is looked at, not touched; a copy can be worked on', async () => {
  const newer = { ...cakes(), format: 2, colours: { menu: 'green' } };
  const desk = await openDesk(JSON.stringify(newer), 'bot_cakes');
  const page = await desk.open();
  await page.getByText('Бот создан в более новой версии Dialogram (формат 2, понимаем 1)').waitFor();
  await page.getByText('Только просмотр').waitFor();
  await desk.shot(page, 'newer-format');
  await page.getByTestId('block-menu').click({ position: { x: 120, y: 16 } });
  await page.keyboard.press('Delete');
  await page.getByTestId('block-menu').waitFor();
  const { text } = await desk.ask('bots.export', { id: 'bot_cakes' });
  expect(JSON.parse(text)).toEqual(newer);
  await page.getByTestId('save-copy').click();
  await page.getByText('Черновик', { exact: true }).waitFor();
  await write(page, 'В копии');
  await saved(page);
  const copy = new URL(page.url()).searchParams.get('at')?.split('/')[2] ?? '';
  expect(copy).not.toBe('bot_cakes');
  const { bot } = await desk.ask('bots.open', { id: copy });
  expect([bot.format, bot.name, textOf(bot), bot['colours']]).toEqual([
    1,
    'Торты (копия)',
    'В копии',
    { menu: 'green' },
  ]);
});

async function openFlow(page: Page, name: string): Promise<void> {
  await page.getByTestId('flow-switcher').click();
  await page.getByRole('menuitem', { name }).click();
  await page.getByTestId('block-begin').waitFor();
}
