import { expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import type { Bot } from '../../../engine/flow/botSchema.ts';
import { axeFindings } from '../screens/lookOver.ts';
import { type Desk, openDesk, saved, undoBy } from './desk.ts';

const PASTED = [
  'когда привезёте заказ',
  'во сколько приедет курьер',
  'можно доставку на завтра',
  'вы доставляете за город?',
  'доставка платная?',
  'сколько ждать курьера',
  'привезёте до подъезда?',
  'есть доставка в выходные',
  'доставите сегодня вечером?',
  'курьер позвонит заранее?',
  'как узнать время доставки',
  'довезёте в другой город',
];

function shop(intents: Bot['intents']): Bot {
  return {
    format: 1,
    id: 'bot_shop',
    name: 'Цветы',
    language: 'ru',
    ...(intents && { intents }),
    flows: [
      {
        id: 'main',
        name: 'Главный',
        main: true,
        nodes: [
          { id: 'start', kind: 'start', exits: { next: 'ask' } },
          { id: 'ask', kind: 'intent', data: { text: 'Что вас интересует?', intents: 'all' } },
        ],
      },
    ],
  };
}

const price = {
  id: 'price',
  name: 'Цена',
  phrases: [
    'сколько это стоит',
    'какая цена у букета',
    'пришлите прайс',
    'почём розы',
    'во что обойдётся букет',
    'сколько стоит доставка',
  ],
};

async function openPhrases(desk: Desk, topic = ''): Promise<Page> {
  const page = await desk.context.newPage();
  await page.goto(desk.serve.first.url);
  await page.getByTestId('bot-row-bot_shop').waitFor();
  await page.goto(`${new URL(page.url()).origin}/?at=/phrases/bot_shop${topic}`);
  await page.locator('[data-testid="topic-pane"], [data-testid="phrases-empty"]').first().waitFor();
  return page;
}

async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((pasted) => {
    const data = new DataTransfer();
    data.setData('text/plain', pasted);
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    );
  }, text);
}

/** Until the bot has learned what is on screen, and tried itself. */
async function learned(page: Page): Promise<void> {
  await page.locator('[data-testid="learned"][data-state="learned"]').waitFor({ timeout: 60_000 });
  await page.locator('[data-testid="quality"][data-stale="false"]').waitFor({ timeout: 60_000 });
}

const known = async (page: Page): Promise<number[]> =>
  ((await page.getByTestId('quality-known').textContent())?.match(/\d+/gu) ?? []).map(Number);

test('a topic is taught by a paste, tried, freed of a phrase that stands twice, and the bot made bolder', async () => {
  const desk = await openDesk(JSON.stringify(shop([price])), 'bot_shop');
  const page = await openPhrases(desk);

  await page.getByTestId('add-topic').click();
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-testid'))).toBe('topic-name');
  await page.keyboard.type('Доставка');
  await page.keyboard.press('Enter');
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-testid'))).toBe('add-phrase');
  await paste(page, [...PASTED, '', 'Доставка платная', ''].join('\n'));
  await page.getByText('Добавлено 12 фраз, 1 повтор пропущен, 1 пустая строка пропущена').first().waitFor();
  await page.keyboard.type('сколько стоит доставка');
  await page.keyboard.press('Enter');
  await learned(page);

  await page.getByTestId('try-phrase').fill('а во сколько курер приедет');
  await page.getByTestId('try-result').waitFor();
  await expect.poll(() => page.getByTestId('try-corrected').textContent()).toContain('курьер');
  await expect.poll(() => page.getByTestId('try-words').textContent()).toContain('курьер');
  await expect.poll(() => page.getByTestId('try-nearest').textContent()).toContain('во сколько приедет курьер');
  const firstGuess = page.getByTestId('try-result').getByRole('listitem').first();
  await expect.poll(() => firstGuess.textContent()).toContain('Доставка');

  // The same phrase stands in «Цена» too: it is said beside it, and taken away there.
  const line = page.getByRole('row').filter({ hasText: 'сколько стоит доставка' });
  await line.getByTestId('note-twin').waitFor();
  await line.focus();
  await page.keyboard.press('Shift+F10');
  await page.getByRole('menuitem', { name: 'Открыть «Цена»' }).click();
  await expect.poll(() => page.getByTestId('topic-name').inputValue()).toBe('Цена');
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toContain('сколько стоит доставка');
  await page.keyboard.press('Delete');
  await page.getByTestId('note-twin').waitFor({ state: 'detached' });
  await learned(page);

  await expect.poll(async () => (await known(page))[1]).toBe(18);
  const slider = page.getByTestId('caution');
  await slider.focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => slider.inputValue()).toBe('2');
  const bold = (await known(page))[0];
  await page.keyboard.press('Home');
  await expect.poll(() => slider.inputValue()).toBe('0');
  await expect.poll(async () => (await known(page))[0]).toBeLessThan(bold ?? 0);
  await saved(page);
  expect((await desk.stored()).settings?.caution).toBe('careful');
  expect((await desk.stored()).intents?.map(({ name, phrases }) => [name, phrases.length])).toEqual([
    ['Цена', 5],
    ['Доставка', 13],
  ]);

  await page.reload();
  await expect.poll(() => page.getByTestId('topic-name').inputValue()).toBe('Цена');
  await expect.poll(() => new URL(page.url()).searchParams.get('at')).toBe('/phrases/bot_shop/price');
});

const delivery = { id: 'delivery', name: 'Доставка', phrases: PASTED };

test('a customer’s own words are understood by what they mean, and the reasons say so', async () => {
  const desk = await openDesk(JSON.stringify(shop([price, delivery])), 'bot_shop');
  const page = await openPhrases(desk);
  await learned(page);
  await page.getByTestId('try-phrase').fill('нужна посылка');
  await page.getByTestId('try-result').waitFor();
  await expect
    .poll(() => page.getByTestId('try-result').getByRole('listitem').first().textContent())
    .toContain('Доставка');
  await expect.poll(() => page.getByTestId('try-words').textContent()).toContain('по смыслу');
  expect(await page.getByText('Словарь русских слов не читается').count()).toBe(0);
});

test('so are a customer’s English words: their file is there for the window too', async () => {
  const english = {
    id: 'delivery',
    name: 'Delivery',
    phrases: ['do you deliver', 'when will delivery come', 'delivery cost'],
  };
  const hours = { id: 'hours', name: 'Hours', phrases: ['when do you open', 'are you open today', 'opening hours'] };
  const desk = await openDesk(
    JSON.stringify({ ...shop([english, hours]), language: 'en', languages: ['en'] }),
    'bot_shop',
  );
  const page = await openPhrases(desk);
  await learned(page);
  await page.getByTestId('try-phrase').fill('shipment');
  await page.getByTestId('try-result').waitFor();
  await expect
    .poll(() => page.getByTestId('try-result').getByRole('listitem').first().textContent())
    .toContain('Delivery');
  await expect.poll(() => page.getByTestId('try-words').textContent()).toContain('по смыслу');
  expect(await page.getByText('Словарь английских слов не читается').count()).toBe(0);
});

test('without the file of words the window says so in one line, and the bot learns and answers', async () => {
  const desk = await openDesk(JSON.stringify(shop([price, delivery])), 'bot_shop');
  await desk.context.route('**/*.words', (route) => route.abort());
  const page = await openPhrases(desk);
  await learned(page);
  await page.getByText('Словарь русских слов не читается').waitFor();
  await page.getByTestId('try-phrase').fill('а во сколько приедет курьер');
  await page.getByTestId('try-result').waitFor();
  await expect
    .poll(() => page.getByTestId('try-result').getByRole('listitem').first().textContent())
    .toContain('Доставка');
});

test('three topics to begin with, ready-made ones by check boxes, each one step of undo', async () => {
  const desk = await openDesk(JSON.stringify(shop(undefined)), 'bot_shop');
  const page = await openPhrases(desk);
  await page.getByTestId('suggest-all').click();
  await page.getByTestId('topic-delivery').waitFor();
  await saved(page);
  expect((await desk.stored()).intents?.map(({ id, phrases }) => [id, phrases.length])).toEqual([
    ['delivery', 5],
    ['price', 5],
    ['operator', 5],
  ]);

  await page.getByTestId('ready-topics').click();
  await page.getByRole('checkbox', { name: 'Оплата' }).click();
  await page.getByRole('region', { name: 'Фразы темы «Оплата»' }).waitFor();
  await page.getByRole('checkbox', { name: 'Возврат' }).click();
  await page.getByTestId('add-ready').click();
  await page.getByTestId('topic-payment').waitFor();
  await page.getByTestId('topic-refund').waitFor();
  await learned(page);
  await expect.poll(async () => (await known(page))[1]).toBeGreaterThan(100);
  expect(await axeFindings(page)).toEqual([]);

  await page.getByTestId('topic-payment').focus();
  await undoBy(page, 'Control+z', /Отменено: добавление 2 тем/u);
  await page.getByTestId('topic-payment').waitFor({ state: 'detached' });
  await saved(page);
  expect((await desk.stored()).intents?.map(({ id }) => id)).toEqual(['delivery', 'price', 'operator']);
  await page.getByTestId('undo').click();
  await page.getByTestId('phrases-empty').waitFor();
});

test('an emptied line is gone alone, a click elsewhere keeps the keyboard there, and another screen loses nothing', async () => {
  const desk = await openDesk(JSON.stringify(shop([price])), 'bot_shop');
  const page = await openPhrases(desk, '/price');
  const focused = (): Promise<string | null | undefined> =>
    page.evaluate(() => document.activeElement?.getAttribute('data-testid'));
  const stored = async (): Promise<string[] | undefined> => (await desk.stored()).intents?.[0]?.phrases;

  await page.getByText('какая цена у букета').click();
  await page.getByTestId('edit-phrase').fill('');
  await page.keyboard.press('Enter');
  await expect.poll(() => page.getByTestId('edit-phrase').inputValue()).toBe('пришлите прайс');
  await page.keyboard.press('End');
  await page.keyboard.type(' сегодня');
  await page.getByTestId('add-phrase').click();
  await expect.poll(focused).toBe('add-phrase');
  await expect.poll(() => page.getByTestId('edit-phrase').count()).toBe(0);
  await page.keyboard.type('цена на розы');
  await page.keyboard.press('Control+s');
  await expect
    .poll(stored)
    .toEqual([
      'сколько это стоит',
      'пришлите прайс сегодня',
      'почём розы',
      'во что обойдётся букет',
      'сколько стоит доставка',
      'цена на розы',
    ]);
  await expect.poll(focused).toBe('add-phrase');

  await page.getByText('почём розы').click();
  await page.keyboard.press('End');
  await page.keyboard.type(' белые');
  await page.goBack();
  await page.getByTestId('topic-pane').waitFor({ state: 'detached' });
  await expect.poll(async () => (await stored())?.[2]).toBe('почём розы белые');
});
