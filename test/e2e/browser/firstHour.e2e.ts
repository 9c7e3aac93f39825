import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import { sandboxDesk } from '../../../engine/cli/sandboxDesk.ts';
import { startSandbox } from '../../../engine/sandbox/startSandbox.ts';
import { startServe, type ServeProcess } from '../../host/serveProcess.ts';
import { openBrowser } from '../../support/browser.ts';
import { tempFolder } from '../../support/tempFolder.ts';
import { countPresses } from '../pressCount.ts';
import { boxOf, drag, middleOf } from '../screens/drawing.ts';
import { at } from '../screens/tour.ts';

const PATIENT = { timeout: 30_000 };
const OUTPUT = resolve(import.meta.dirname, '../../output/browser');

/** The presses each row of ux.md, 4, may take. Its seconds are those of people; here only what the app itself takes is waited for. */
const ROW = { tried: 4, edited: 9, sandbox: 4, umnico: 10, everybody: 3, givenBack: 3 };

async function openApp(serve: ServeProcess): Promise<{ page: Page; shot: (name: string) => Promise<void> }> {
  mkdirSync(OUTPUT, { recursive: true });
  onTestFinished(() => serve.kill());
  const browser = await openBrowser();
  onTestFinished(() => browser.close());
  const viewport = { width: 1366, height: 768 };
  const context = await browser.newContext({ viewport, locale: 'ru-RU', reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.goto(serve.first.url);
  await page.getByTestId('welcome').waitFor();
  return {
    page,
    shot: async (name) => {
      await page.screenshot({ path: join(OUTPUT, `first-hour-${name}.png`) });
    },
  };
}

const goTo = (page: Page, section: string): Promise<void> =>
  page.getByRole('navigation').getByText(section, { exact: true }).click();
const sample = async (page: Page): Promise<void> => {
  await page
    .getByTestId('welcome')
    .getByRole('button', { name: /Посмотреть пример/u })
    .click();
  await page.getByTestId('block-menu').waitFor();
};
const bubble = (log: Locator, words: RegExp): Locator => log.getByText(words).first();

test('without an account: the sample is tried, changed and tried again, and the sandbox runs, each in the presses it may take', async () => {
  const { page, shot } = await openApp(
    await startServe(['--data', tempFolder(), '--webhook-port', '0', '--language', 'ru']),
  );
  await sample(page);
  const presses = await countPresses(page);
  const log = page.getByTestId('chat-log');
  const input = page.getByTestId('chat-input');

  // 0:30: a greeting, a number, one step back, a person is asked for.
  await page.getByRole('button', { name: 'Здравствуйте', exact: true }).click();
  await bubble(log, /2 — Доставка/u).waitFor();
  await input.pressSequentially('2');
  await input.press('Enter');
  await bubble(log, /Доставим по Москве/u).waitFor();
  await page.getByTestId('chat-back').click();
  await bubble(log, /Доставим по Москве/u).waitFor({ state: 'detached' });
  await input.pressSequentially('оператор');
  await input.press('Enter');
  await bubble(log, /Статус:.*Диалог с оператором/u).waitFor();
  expect(await presses.since()).toBeLessThanOrEqual(ROW.tried);
  await shot('tried');

  // 1:30: another caption, one option more, what it says, and the same conversation again.
  const menu = page.getByTestId('block-menu');
  const caption = menu.locator('[data-edit="exit:delivery"]');
  await caption.click();
  await caption.click();
  const field = menu.getByRole('textbox');
  await field.fill('Доставка и самовывоз');
  // Behind the last option Enter makes one more.
  await menu.locator('[data-edit="exit:people"]').click();
  await field.press('Enter');
  await expect.poll(() => field.inputValue()).toBe('');
  await page.keyboard.type('Где мой заказ?');
  await page.locator('[data-testid="problems-count"]:not([data-count="0"])').waitFor();
  const output = menu.locator('[data-testid^="out-menu-"][data-connected="false"]').first();
  const from = await middleOf(output);
  const canvas = await boxOf(page.getByTestId('canvas'));
  await drag(page, from, { x: from.x + 60, y: canvas.y + canvas.height * 0.82 });
  await page.getByTestId('picker').waitFor();
  await page.keyboard.type('сообщение');
  await page.keyboard.press('Enter');
  await page.getByTestId('picker').waitFor({ state: 'detached' });
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA');
  await page.keyboard.type('Посмотрим и сразу напишем');
  await page.getByTestId('chat-restart').click();
  await input.pressSequentially('Здравствуйте');
  await input.press('Enter');
  const offer = await bubble(log, /\d — Где мой заказ\?/u).innerText();
  await input.pressSequentially(/(\d) — Где мой заказ/u.exec(offer)?.[1] ?? '');
  await input.press('Enter');
  await bubble(log, /^Посмотрим и сразу напишем$/u).waitFor();
  expect(await presses.since()).toBeLessThanOrEqual(ROW.edited);
  await shot('edited');

  // 3:15: the sandbox runs, and Live tells how to write to it.
  await goTo(page, 'Подключения');
  // It runs from the first start on.
  await page
    .getByRole('button', { name: 'Открыть страницу' })
    .or(page.getByText('Песочница: подключена'))
    .first()
    .waitFor();
  await goTo(page, 'Диалоги');
  await page.getByText('Пока никто не написал').waitFor();
  expect(await presses.since()).toBeLessThanOrEqual(ROW.sandbox);
  await shot('sandbox');
});

test('with an account: it is connected, the bot answers everybody, a person answers from Live and gives back', async () => {
  const statuses = ['Новое обращение', 'Первичное касание', 'Диалог с оператором', 'Закрыто'];
  const account = await startSandbox({ port: 0, language: 'ru', statuses });
  onTestFinished(() => account.close());
  const serve = await startServe(['--data', tempFolder(), '--webhook-port', '0', '--language', 'ru']);
  const { page, shot } = await openApp(serve);
  await sample(page);

  // 4:00: only where this account lives is said beforehand; Umnico itself needs no such line.
  await page.goto(at(page, '/connections'));
  await page.getByText('Дополнительно', { exact: true }).click();
  await page.getByLabel('Адрес сервера Umnico').fill(account.apiUrl);
  const presses = await countPresses(page);
  await page.getByLabel('Токен Umnico').click();
  await page.keyboard.insertText(account.token);
  await page.getByRole('switch').first().click();
  await page.getByLabel('Внешний адрес').click();
  await page.keyboard.insertText(new URL(serve.first.webhookUrl).origin);
  await page.getByRole('button', { name: 'Подключить Umnico' }).click();
  await page.getByText('Umnico: подключено').waitFor();
  await page.getByRole('button', { name: 'Сопоставить', exact: true }).click();
  await page.getByRole('button', { name: 'Применить', exact: true }).click();
  await page.getByText('Связано: 2 из 2').waitFor();
  expect(await presses.since()).toBeLessThanOrEqual(ROW.umnico);
  await shot('connected');

  // 7:45: from the canvas to all customers.
  await goTo(page, 'Сценарии');
  await page.locator('[data-testid^="bot-row-"]').getByRole('button').first().click();
  await page.getByTestId('block-menu').waitFor();
  await presses.since();
  await page.getByTestId('publish').click();
  await page.getByTestId('audience-all').click();
  await page.getByTestId('publish-confirm').click();
  await page
    .getByTestId('bot-state')
    .getByText(/работает \(v1\)/u)
    .waitFor();
  expect(await presses.since()).toBeLessThanOrEqual(ROW.everybody);

  const olga = await sandboxDesk(account).customer('Ольга');
  await olga.writes('Здравствуйте');
  await expect.poll(async () => (await olga.hears()).join(), PATIENT).toMatch(/1 — Каталог/u);
  await olga.writes('3');
  await expect.poll(async () => (await olga.hears()).join(), PATIENT).toMatch(/Передаю вас/u);
  const heard = (await olga.hears()).length;

  // 9:00: a person answers here and gives back; in between the bot says nothing.
  await goTo(page, 'Диалоги');
  await page.locator('[data-testid^="live-row-"]').first().click();
  await page.getByTestId('conv-state').getByText('Ждёт оператора').waitFor();
  await presses.since();
  await page.getByTestId('reply-text').click();
  await page.keyboard.insertText('Ольга, слушаю вас');
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await olga.hears()).slice(heard), PATIENT).toEqual(['Ольга, слушаю вас']);
  await page.getByTestId('conv-state').getByText('У оператора').waitFor();
  await shot('answered');
  await page.getByRole('button', { name: 'Вернуть боту' }).click();
  await page.getByTestId('conv-state').getByText('Бот ведёт').waitFor();
  await expect.poll(async () => (await olga.hears()).at(-1), PATIENT).toMatch(/1 — Каталог/u);
  expect(await presses.since()).toBeLessThanOrEqual(ROW.givenBack);
  expect((await olga.hears()).slice(heard).filter((said) => said.includes('1 — Каталог'))).toHaveLength(1);
});
