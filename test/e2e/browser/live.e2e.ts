import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { pinoLog } from '../../../engine/host/pinoLog.ts';
import { serveInterface } from '../../../engine/host/server.ts';
import { gate } from '../../host/gate.ts';
import { openShop, until, unwrap, type Shop } from '../../host/liveShop.ts';
import { MENU, smallBot } from '../../host/smallBot.ts';
import { openBrowser } from '../../support/browser.ts';
import { tempFolder } from '../../support/tempFolder.ts';
import { lookInBothThemes } from '../screens/lookOver.ts';
import { ENLARGED, SMALL, USUAL } from '../screens/tour.ts';

const OUTPUT = resolve(import.meta.dirname, '../../output/live');
const isSend = (line: string): boolean => /POST .*\/send/u.test(line);

/** A shop with its window: engine, account and wire are the real ones; the road between them can be closed. */
async function openLive() {
  mkdirSync(OUTPUT, { recursive: true });
  const road = gate();
  const shop = await openShop(tempFolder(), smallBot(), {
    through: road.through,
    settleMs: 600_000,
    pace: { retryMs: [50], staleMs: 60_000 },
  });
  onTestFinished(() => shop.close());
  const served = unwrap(await serveInterface(shop.engine, { port: 0, host: '127.0.0.1', log: pinoLog('silent') }));
  onTestFinished(() => served.close());
  const browser = await openBrowser();
  onTestFinished(() => browser.close());
  return { shop, road, browser, url: served.url };
}

async function open(browser: Browser, url: string, locale: string): Promise<Page> {
  const context = await browser.newContext({ viewport: SMALL, locale, reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.goto(url);
  await page.getByTestId('status-bar').waitFor();
  return page;
}

const look = (page: Page, name: string): Promise<void> => lookInBothThemes(page, OUTPUT, name);

/** A customer who was greeted and has the menu before them. */
async function greeted(shop: Shop, name: string) {
  const customer = await shop.customer(name);
  await customer.writes('Добрый день');
  await until(`${name} is greeted`, async () => (await customer.hears()).at(-1) === MENU);
  await until('all is settled', () => {
    const { inboxNew, outboxOpen } = shop.engine.store.read.counts();
    return inboxNew === 0 && outboxOpen === 0;
  });
  return { ...customer, id: (await customer.lead()) ?? '' };
}

test('an operator sees what is stuck and why, sends it again, and answers what came while nobody was there', async () => {
  const { shop, road, browser, url } = await openLive();
  const { engine } = shop;
  const anna = await greeted(shop, 'Анна Соколова');
  const boris = await greeted(shop, 'Борис');
  const vera = await greeted(shop, 'Вера');
  road.answer(400, isSend);
  await anna.writes('1');
  await until('given up', () => engine.store.read.counts().outboxDead === 2);
  road.answer(500, isSend);
  await boris.writes('1');
  await until('in doubt', () => engine.store.read.counts().outboxUnknown === 1);
  road.answer(null);
  const thread = engine.store.read.session(vera.id)?.thread ?? null;
  const at = Date.now() - 3_600_000;
  const event = {
    type: 'message' as const,
    text: '1',
    attachments: [],
    channel: 'telebot',
    lead: vera.id,
    customer: {},
  };
  unwrap(
    await engine.store.write((writer) =>
      writer.putInbox({ key: 'old', content: '', lead: vera.id, event, thread, at, due: at }),
    ),
  );
  engine.wake(vera.id);
  await until('set aside', () => engine.store.read.counts().inboxAway === 1);

  const page = await open(browser, url, 'ru-RU');
  await page.getByTestId('dot-live').waitFor();
  await page.getByTestId('queue-stuck').click();
  const dead = page.getByTestId('queue-section-dead');
  await dead
    .getByText(/Umnico отклонил запрос \(ответ 400\)/u)
    .first()
    .waitFor();
  await look(page, 'queues-ru');

  await dead.getByRole('button', { name: 'Повторить все' }).click();
  await until('Anna hears it', async () => (await anna.hears()).length === 4);
  await dead.waitFor({ state: 'detached' });
  const unknown = page.getByTestId('queue-section-unknown');
  await unknown.getByRole('button', { name: 'Отправить ещё раз' }).click();
  await until('Boris hears it', async () => (await boris.hears()).length === 4);
  await page.getByText('Очереди пусты').waitFor();
  for (const customer of [anna, boris]) expect((await customer.hears()).slice(2)).toEqual(['Печём торты.', MENU]);
  await look(page, 'queues-empty-ru');

  const english = await open(browser, url, 'en-US');
  await english.getByTestId('queue-away').click();
  await english.getByTestId(`away-${vera.id}`).waitFor();
  await look(english, 'away-en');
  await page.getByTestId('live-away').click();
  await page.getByTestId(`away-${vera.id}`).waitFor();
  await look(page, 'away-ru');
  await page.getByRole('button', { name: 'Пусть ответит бот' }).click();
  await until('Vera is answered', async () => (await vera.hears()).length === 4);
  await page.getByText('Ничего не пропущено').waitFor();
  await english.getByText('Nothing was missed').waitFor();
  await page.getByTestId('dot-live').waitFor({ state: 'detached' });
});

test('a person pauses the bot, takes the lead and gives it back; who leads and what comes next is said', async () => {
  const { shop, browser, url } = await openLive();
  const anna = await greeted(shop, 'Анна Соколова');
  const page = await open(browser, url, 'ru-RU');
  await page.getByRole('navigation').getByText('Диалоги').click();
  await page.getByTestId(`live-row-${anna.id}`).click();
  const lead = page.getByTestId('conv-lead');
  await lead.getByText('Бот ждёт ответа клиента.').waitFor();

  await page.keyboard.press('Control+Shift+h');
  await page.getByLabel('Причина').fill('спрошу склад');
  await look(page, 'pause-ru');
  await page.getByRole('button', { name: 'Поставить на паузу' }).click();
  await lead.getByText(/Бота поставили на паузу: «спрошу склад»/u).waitFor();
  expect(await lead.getByRole('timer').textContent()).toMatch(/^через 1[45]:\d\d$/u);
  await anna.writes('1');
  await page.locator('[data-testid="conv-state"]', { hasText: 'На паузе' }).waitFor();
  await until('the message is read', () => shop.engine.store.read.counts().inboxNew === 0);
  expect((await anna.hears()).length).toBe(2);
  await look(page, 'paused-ru');

  await page.getByRole('button', { name: 'Продолжить сейчас' }).click();
  await until('the bot is back', async () => (await anna.hears()).length === 4);
  expect((await anna.hears()).slice(2)).toEqual(['Снова на связи бот.', MENU]);

  await page.getByRole('button', { name: 'Взять диалог' }).click();
  await page.locator('[data-testid="conv-state"]', { hasText: /оператор/u }).waitFor();
  await until('moved', async () => (await anna.status()) === 'Диалог с оператором');
  await anna.writes('алло');
  await page.locator('[data-testid="conv-state"]', { hasText: 'Ждёт оператора' }).waitFor();
  await lead.getByText(/Диалог взяли в Dialogram\. Бот вернётся, когда/u).waitFor();
  await look(page, 'taken-ru');
  await page.getByTestId('reply-text').fill('Здравствуйте! Слушаю вас');
  await page.keyboard.press('Enter');
  await until('Anna reads it', async () => (await anna.hears()).at(-1) === 'Здравствуйте! Слушаю вас');
  await page.locator('[data-testid="conv-state"]', { hasText: 'У оператора' }).waitFor();
  await page.getByRole('log').getByText('Здравствуйте! Слушаю вас').first().waitFor();
  await page.locator('[data-delivery="onItsWay"]').waitFor({ state: 'detached' });
  await expect.poll(() => page.getByRole('log').getByText('Здравствуйте! Слушаю вас').count()).toBe(1);
  await expect.poll(() => page.getByTestId('reply-text').inputValue()).toBe('');
  await look(page, 'answered-ru');
  const english = await open(
    browser,
    `${url.replace(/\/#.*$/u, '')}/?at=/live/${anna.id}${new URL(url).hash}`,
    'en-US',
  );
  await english
    .getByTestId('conv-lead')
    .getByText(/comes back when you press/u)
    .waitFor();
  await look(english, 'taken-en');
  await page.getByRole('button', { name: 'Вернуть боту' }).click();
  await until('the bot is back', async () => (await anna.hears()).length === 7);
  await page.getByTestId('reply-closed').waitFor();
  await lead.getByText('Бот ждёт ответа клиента.').waitFor();
});

test('who waits and what failed are found by filters; beside the talk stands what is known, and its block opens on the canvas', async () => {
  const { shop, road, browser, url } = await openLive();
  const anna = await greeted(shop, 'Анна Соколова');
  const boris = await greeted(shop, 'Борис');
  road.answer(400, isSend);
  await boris.writes('1');
  await until('given up', () => shop.engine.store.read.counts().outboxDead > 0);
  road.answer(null);
  await anna.writes('3');
  await until('handed over', async () => (await anna.hears()).at(-1) === 'Передаю сотруднику.');
  await anna.writes('алло');

  const page = await open(browser, url, 'ru-RU');
  await page.getByRole('navigation').getByText('Диалоги').click();
  const pill = (name: string) => page.getByRole('radio', { name, exact: true });
  await pill('С ошибкой 1').click();
  await page.getByTestId(`live-row-${anna.id}`).waitFor({ state: 'detached' });
  await page.getByTestId(`live-row-${boris.id}`).click();
  await page.getByTestId('conv-block').waitFor();
  await look(page, 'side-failed-ru');
  await pill('Ждут оператора 1').click();
  await page.getByTestId(`live-row-${anna.id}`).click();
  await page.getByTestId('conv-side').getByText('Отвечает сотрудник, бот молчит').waitFor();
  await page.setViewportSize(USUAL);
  await look(page, 'side-waiting-ru');
  await page.setViewportSize({ width: 1100, height: 720 });
  await page.getByTestId('conv-side').waitFor({ state: 'detached' });
  await page.getByTestId('conv-side-open').click();
  await look(page, 'side-narrow-ru');
  await page.getByRole('button', { name: 'Скрыть сведения о диалоге' }).click();
  await page.setViewportSize(ENLARGED);
  await look(page, 'side-closed-ru');

  const english = await open(browser, url, 'en-US');
  await english.getByRole('navigation').getByText('Live').click();
  await english.getByTestId(`live-row-${boris.id}`).click();
  await english.getByTestId('conv-block').waitFor();
  await look(english, 'side-en');
  await english.getByTestId('conv-timeline').locator('[data-event="customer"]').first().click();
  await english.getByRole('log').locator('[data-found]').getByText('1', { exact: true }).waitFor();

  // Anna is given back to the bot, which meets her from the start when she writes again.
  await english.getByTestId(`live-row-${anna.id}`).click();
  await english.getByTestId('conv-more').click();
  await english.getByRole('menuitem', { name: 'Start the conversation over…' }).click();
  await look(english, 'restart-en');
  await english.getByTestId('conv-restart-confirm').click();
  await english.getByRole('log').locator('[data-line="restarted"]').waitFor();
  await english.getByTestId('conv-state').getByText('Bot leads').waitFor();
  await anna.writes('4');
  await until('Anna is met from the start', async () => (await anna.hears()).at(-1) === MENU);
  await english.getByTestId('conv-mini').locator('[data-current]').waitFor();

  await english.getByTestId(`live-row-${boris.id}`).click();
  await english.getByRole('button', { name: 'Show on the canvas' }).click();
  await english.locator('.react-flow__node.selected[data-id="menu"]').waitFor();
  await look(english, 'side-canvas-en');
});
