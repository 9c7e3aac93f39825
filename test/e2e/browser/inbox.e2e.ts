import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Page } from 'playwright-core';
import { pinoLog } from '../../../engine/host/pinoLog.ts';
import { serveInterface } from '../../../engine/host/server.ts';
import { openShop, until, unwrap } from '../../host/liveShop.ts';
import { drawBot } from '../../support/botBuilder.ts';
import { openBrowser } from '../../support/browser.ts';
import { tempFolder } from '../../support/tempFolder.ts';
import { lookInBothThemes } from '../screens/lookOver.ts';
import { SMALL } from '../screens/tour.ts';

const OUTPUT = resolve(import.meta.dirname, '../../output/inbox');
const ASK = 'Что вас интересует?';

const bot = drawBot()
  .topic('delivery', ['сколько стоит доставка', 'доставка по городу', 'условия доставки', 'вы доставляете'], 'Доставка')
  .topic('pay', ['как оплатить', 'оплата картой', 'можно наличными', 'способы оплаты'], 'Оплата')
  .start('menu')
  .menu(
    'menu',
    'Здравствуйте! Выберите:',
    { ask: 'Задать вопрос', hours: 'Часы работы' },
    { after: 'none' },
    { other: 'menu' },
  )
  .intent('ask', ASK, { delivery: 'd', pay: 'p', unsure: 'x', other: 'x' })
  .message('d', 'Привезём.', 'ask')
  .message('p', 'Картой.', 'ask')
  .message('x', 'Спросим у коллег.', 'ask')
  .message('hours', 'С девяти до шести.', 'menu')
  .settings({ burstSeconds: 0 })
  .check('Про доставку', [
    { customer: 'привет' },
    { customer: '1' },
    { customer: 'сколько стоит доставка' },
    { bot: ['Привезём.', ASK] },
  ])
  .build({ id: 'flowers', name: 'Цветы' });

/** A shop whose customers have said what the bot was never taught, and a window on what it did not understand. */
async function openInbox() {
  mkdirSync(OUTPUT, { recursive: true });
  const shop = await openShop(tempFolder(), bot);
  onTestFinished(() => shop.close());
  const said = async (name: string, texts: readonly string[]): Promise<void> => {
    const customer = await shop.customer(name);
    await customer.writes('привет');
    await until('the menu', async () => (await customer.hears()).length >= 1);
    for (const text of texts) {
      const before = (await customer.hears()).length;
      await customer.writes(text);
      await until(`an answer to «${text}»`, async () => (await customer.hears()).length > before);
    }
  };
  await said('Анна', ['а самовывоз есть?', '1', 'Здравствуйте, а парковка рядом есть?', 'где ваша парковка', 'спс']);
  await said('Борис', ['1', 'парковка есть', 'какие скидки бывают?']);
  const { store } = shop.engine;
  await until('all of it is kept', () => store.read.unrecognised('flowers').length === 6);
  const served = unwrap(await serveInterface(shop.engine, { port: 0, host: '127.0.0.1', log: pinoLog('silent') }));
  onTestFinished(() => served.close());
  const browser = await openBrowser();
  onTestFinished(() => browser.close());
  const open = async (locale: string): Promise<Page> => {
    const context = await browser.newContext({ viewport: SMALL, locale, reducedMotion: 'reduce' });
    const page = await context.newPage();
    await page.goto(served.url);
    await page.getByTestId('status-bar').waitFor();
    await page.goto(`${new URL(page.url()).origin}/?at=/phrases/inbox/flowers`);
    await page.getByTestId('inbox-groups').waitFor();
    return page;
  };
  const draft = () => unwrap(shop.engine.bots.open('flowers')).bot;
  return { shop, open, draft };
}

const look = (page: Page, name: string): Promise<void> => lookInBothThemes(page, OUTPUT, name);

const groups = (page: Page) => page.getByTestId('inbox-groups').getByRole('option');
const first = (page: Page) => page.getByRole('option', { selected: true });

test('an author sorts what was not understood by the keys, sees what is saved, and takes it back', async () => {
  const { shop, open, draft } = await openInbox();
  const page = await open('ru-RU');
  const surprises: string[] = [];
  page.on('pageerror', (error) => surprises.push(error.message));

  // What asks for the same is together, the group said most often first; greetings are not saved.
  await expect.poll(() => groups(page).count()).toBe(4);
  await expect.poll(() => first(page).textContent()).toMatch(/парковка/iu);
  const pane = page.getByTestId('inbox-group');
  await pane.getByText('парковка рядом есть?', { exact: true }).waitFor();
  await pane.getByText('написали: Здравствуйте, а парковка рядом есть?').waitFor();
  await expect.poll(() => page.getByTestId('offer-2').count()).toBe(1);
  await look(page, 'group-ru');

  // One key: it is a topic's now, the checks are run again, the next group is there.
  const near = (await page.getByTestId('offer-1').getAttribute('title')) ?? '';
  await page.keyboard.press('1');
  await expect.poll(() => groups(page).count()).toBe(3);
  await page.getByTestId('inbox-checks').getByText('Проверки прошли: 1 из 1').waitFor();
  const taught = () => draft().intents?.find(({ name }) => name === near)?.phrases ?? [];
  await until('the draft has it', () => taught().includes('парковка рядом есть?'));
  expect(taught()).not.toContain('Здравствуйте, а парковка рядом есть?');

  // Taken back, it waits again.
  await page.keyboard.press('Control+z');
  await expect.poll(() => groups(page).count()).toBe(4);
  await until('the draft is as it was', () => taught().length === 4);

  // A new topic by its key, named by its first phrase.
  await expect.poll(() => first(page).textContent()).toMatch(/парковка/iu);
  await page.getByTestId('inbox-groups').focus();
  await page.keyboard.press('KeyN');
  const name = page.getByTestId('new-topic-name');
  await expect.poll(() => name.inputValue()).toMatch(/^[А-Я].*арковк/u);
  await name.fill('Парковка');
  await name.press('Enter');
  await expect.poll(() => groups(page).count()).toBe(3);
  await until('the topic is there', () => {
    const topic = draft().intents?.find((one) => one.name === 'Парковка');
    return topic?.phrases.length === 3;
  });

  // What was said at the menu is another name of its option.
  await groups(page).getByText('самовывоз есть?').click();
  await page.getByTestId('inbox-synonym').click();
  await page.getByRole('menuitem', { name: 'Часы работы' }).click();
  await expect.poll(() => groups(page).count()).toBe(2);
  await until('the option has it', () => JSON.stringify(draft()).includes('"synonyms":["самовывоз есть?"]'));

  // Put aside, brought back from the toast, put aside again; it stays so for a window opened later.
  await groups(page).getByText('спс').click();
  await page.keyboard.press('KeyX');
  await expect.poll(() => groups(page).count()).toBe(1);
  const told = page.getByRole('region', { name: 'Уведомления' }).locator('div', { hasText: 'Отложено' });
  await told.getByRole('button', { name: 'Отменить', exact: true }).click();
  await expect.poll(() => groups(page).count()).toBe(2);
  await groups(page).getByText('спс').click();
  await page.getByTestId('inbox-ignore').click();
  await expect.poll(() => groups(page).count()).toBe(1);
  await page.getByText('Отложенные: 1').click();
  await expect.poll(() => groups(page).allTextContents()).toEqual([expect.stringContaining('спс')]);
  await look(page, 'aside-ru');
  expect(surprises).toEqual([]);

  const english = await open('en-US');
  await expect.poll(() => groups(english).count()).toBe(1);
  await look(english, 'group-en');

  // News comes by itself; what is sorted leaves an empty list that says so.
  const vera = await shop.customer('Vera');
  await vera.writes('привет');
  await until('the menu', async () => (await vera.hears()).length >= 1);
  await vera.writes('ау, есть кто живой');
  await expect.poll(() => groups(english).count(), { timeout: 20_000 }).toBe(2);
  await english.keyboard.press('KeyX');
  await expect.poll(() => groups(english).count()).toBe(1);
  await english.keyboard.press('Delete');
  await english.getByText('All sorted').waitFor();
  await look(english, 'sorted-en');
});
