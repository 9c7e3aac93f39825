import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Page } from 'playwright-core';
import { pinoLog } from '../../../engine/host/pinoLog.ts';
import { serveInterface } from '../../../engine/host/server.ts';
import type { Bot } from '../../../engine/flow/botSchema.ts';
import { openShop, unwrap } from '../../host/liveShop.ts';
import { drawBot } from '../../support/botBuilder.ts';
import { openBrowser } from '../../support/browser.ts';
import { tempFolder } from '../../support/tempFolder.ts';
import { lookInBothThemes } from '../screens/lookOver.ts';
import { SMALL } from '../screens/tour.ts';

const OUTPUT = resolve(import.meta.dirname, '../../output/phraseGate');

const delivery = [
  'сколько стоит доставка',
  'доставка по городу',
  'сколько ждать курьера',
  'когда приедет курьер',
  'курьер привезёт сегодня',
  'условия доставки',
  'есть ли доставка на дом',
  'бесплатная доставка',
];
const pay = [
  'как оплатить',
  'оплата картой',
  'можно наличными',
  'способы оплаты',
  'принимаете карты',
  'оплата переводом',
];
const order = [
  'где курьер',
  'курьер где',
  'сколько ещё ждать курьера',
  'долго ли ждать курьера',
  'когда же приедет курьер',
  'во сколько приедет курьер',
  'курьер приедет когда',
  'ждать курьера сколько',
  'курьер привезёт когда',
  'курьер сегодня привезёт заказ',
];

function bot(topics: { readonly pay: readonly string[]; readonly order: readonly string[] }): Bot {
  return drawBot()
    .topic('delivery', delivery, 'Доставка')
    .topic('pay', [...topics.pay], 'Оплата')
    .topic('order', [...topics.order], 'Статус заказа')
    .start('ask')
    .intent('ask', 'Что вас интересует?', { delivery: 'd', pay: 'p', order: 'o', unsure: 'x', other: 'x' })
    .message('d', 'Привезём.', 'ask')
    .message('p', 'Картой.', 'ask')
    .message('o', 'Едет.', 'ask')
    .message('x', 'Спросим у коллег.', 'ask')
    .build({ id: 'flowers', name: 'Цветы' });
}
const published = { pay, order: ['статус заказа', 'что с моим заказом', 'мой заказ собран', 'номер моего заказа'] };

/** A bot that is live, and a window on its publish dialog with other phrases in the draft. */
async function openDialog() {
  mkdirSync(OUTPUT, { recursive: true });
  const shop = await openShop(tempFolder(), bot(published));
  onTestFinished(() => shop.close());
  const served = unwrap(await serveInterface(shop.engine, { port: 0, host: '127.0.0.1', log: pinoLog('silent') }));
  onTestFinished(() => served.close());
  const browser = await openBrowser();
  onTestFinished(() => browser.close());
  const redraw = async (topics: Parameters<typeof bot>[0]): Promise<void> => {
    const { revision } = unwrap(shop.engine.bots.view('flowers', false));
    unwrap(await shop.engine.bots.save('flowers', revision, bot(topics), undefined));
  };
  const open = async (locale: string): Promise<Page> => {
    const context = await browser.newContext({ viewport: SMALL, locale, reducedMotion: 'reduce' });
    const page = await context.newPage();
    await page.goto(served.url);
    await page.getByTestId('status-bar').waitFor();
    await page.goto(`${new URL(page.url()).origin}/?at=/flow/flowers`);
    await page.getByTestId('block-kind-start').waitFor();
    await page.getByTestId('publish').click();
    await page.getByTestId('publish-confirm').waitFor();
    return page;
  };
  const versions = () => shop.engine.store.read.versions('flowers').length;
  return { open, redraw, versions };
}

async function look(page: Page, name: string): Promise<void> {
  await page.getByTestId('phrase-gate').scrollIntoViewIfNeeded();
  await lookInBothThemes(page, OUTPUT, name);
}

const gate = (page: Page, state: string) => page.locator(`[data-testid="phrase-gate"][data-state="${state}"]`);

test('phrases that take those of another topic are shown one by one, and are published only on purpose', async () => {
  const { open, redraw, versions } = await openDialog();
  await redraw({ pay, order: [...published.order, ...order] });
  const page = await open('ru-RU');
  await gate(page, 'done').waitFor();
  await gate(page, 'done')
    .getByText('«сколько ждать курьера» раньше узнавалась как «Доставка», теперь как «Статус заказа»')
    .waitFor();
  await gate(page, 'done')
    .getByText(/^Доставка: было \d из 8, стало \d из 8/u)
    .waitFor();
  await look(page, 'blocked-ru');
  const publish = page.getByTestId('publish-confirm');
  expect(await publish.isDisabled()).toBe(true);
  const before = versions();
  await page.getByTestId('publish-anyway').check();
  await publish.click();
  await publish.waitFor({ state: 'detached' });
  expect(versions()).toBe(before + 1);
});

test('phrases that harm nobody let the bot pass, and none that changed are not mentioned', async () => {
  const { open, redraw } = await openDialog();
  const same = await open('ru-RU');
  await same.getByTestId('publish-changes').waitFor();
  // Shut for as long as it takes to read what was published.
  await expect.poll(() => same.getByTestId('publish-confirm').isDisabled(), { timeout: 30_000 }).toBe(false);
  expect(await same.getByTestId('phrase-gate').count()).toBe(0);
  await redraw({ ...published, pay: [...pay, 'оплачу наличными', 'перевести на карту'] });
  const page = await open('en-US');
  await gate(page, 'done')
    .getByText(/^The new phrases spoiled nothing: \d+ earlier phrases were tried\.$/u)
    .waitFor();
  expect(await page.getByTestId('publish-confirm').isDisabled()).toBe(false);
  expect(await page.getByTestId('publish-anyway').count()).toBe(0);
  await look(page, 'clean-en');
});
