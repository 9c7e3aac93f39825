import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import type { Page } from 'playwright-core';
import { sandboxDesk, type SandboxCustomer } from '../../../engine/cli/sandboxDesk.ts';
import { loadWorld } from '../../../engine/sandbox/worldFile.ts';
import { until } from '../../host/liveShop.ts';
import { openBrowser } from '../../support/browser.ts';
import { drawBot } from '../../support/botBuilder.ts';
import { tempFolder } from '../../support/tempFolder.ts';
import { connect, startStudio } from '../screens/shopWorld.ts';
import { at } from '../screens/tour.ts';

const MENU = 'Чем помочь?\n1 — Розы\n2 — Человек';
const ROSES = ['Розы красные', 'Розы белые', 'Розы жёлтые'];
const PROMISE = 'Зову сотрудника, он ответит здесь';
const REMINDER = 'Вы ещё выбираете?';
const SORRY = 'Сейчас никого, оставьте телефон';

function flowers() {
  const told = ROSES.reduce(
    (bot, text, index) =>
      bot.node(
        `rose${String(index)}`,
        'message',
        { parts: [{ text }], delaySeconds: index === 0 ? 1 : 8 },
        { next: index < ROSES.length - 1 ? `rose${String(index + 1)}` : 'menu' },
      ),
    drawBot()
      .start('menu')
      .menu(
        'menu',
        'Чем помочь?',
        { roses: 'Розы', human: 'Человек' },
        { after: 'none', reminders: [{ minutes: 60, text: REMINDER }] },
        { roses: 'rose0', human: 'call' },
      ),
  );
  return told
    .handoff('call', { text: PROMISE }, { failed: 'alone' })
    .message('alone', SORRY, 'menu')
    .settings({ burstSeconds: 0 })
    .build({ id: 'flowers' });
}

/** The clock of the engine can be set a day ahead. */
const AHEAD_CLOCK = `--import=${pathToFileURL(resolve(import.meta.dirname, '../../support/aheadClock.mjs')).href}`;

interface Shop {
  readonly page: Page;
  customer(name: string): Promise<SandboxCustomer>;
  /** Sets a fault of the account. */
  account(faults: Record<string, unknown>): Promise<void>;
  /** Opens the customer's conversation in Live. */
  watch(customer: SandboxCustomer): Promise<void>;
  state(words: string): Promise<void>;
  /** Until Live shows it: the engine has dealt with it. */
  shown(text: string): Promise<void>;
  /** The engine and the account live a day later from now on. */
  aDayPasses(): void;
  /** Who has the conversation, as the engine knows it. */
  owner(customer: SandboxCustomer): Promise<string | undefined>;
}

async function openShop(): Promise<Shop> {
  const folder = tempFolder();
  const options = [process.env['NODE_OPTIONS'], AHEAD_CLOCK].filter((option) => option !== undefined);
  const serve = await startStudio(folder, 'ru', { NODE_OPTIONS: options.join(' ') });
  onTestFinished(() => serve.kill());
  const engine = await connect(serve.first.url);
  onTestFinished(() => engine.close());
  const { id } = await engine.call('bots.import', { text: JSON.stringify(flowers()) });
  await engine.call('bots.publish', { id, audience: 'all' });
  const token = await until('the sandbox has kept its world', () => loadWorld(join(folder, 'sandbox.json'))?.token);
  const url = new URL(serve.first.sandboxUrl ?? '').origin;
  const browser = await openBrowser();
  onTestFinished(() => browser.close());
  const context = await browser.newContext({
    viewport: { width: 1366, height: 768 },
    locale: 'ru-RU',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  await page.goto(serve.first.url);
  await page.getByTestId(`bot-row-${id}`).waitFor();
  return {
    page,
    customer: (name) => sandboxDesk({ url, token }).customer(name),
    async account(faults) {
      const reply = await fetch(`${url}/sandbox/faults`, {
        method: 'PATCH',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify(faults),
      });
      expect(reply.status).toBe(200);
    },
    async watch(customer) {
      const lead = (await customer.lead()) ?? '';
      await page.goto(at(page, '/live'));
      await page.getByTestId(`live-row-${lead}`).click();
      await page.getByTestId('conv-state').waitFor();
    },
    state: (words) => page.getByTestId('conv-state').filter({ hasText: words }).waitFor(),
    shown: (text) => page.getByRole('main').getByText(text, { exact: true }).last().waitFor(),
    aDayPasses: () => serve.child.kill('SIGUSR2'),
    async owner(customer) {
      const lead = await customer.lead();
      const { sessions } = await engine.call('live.list', { limit: 50 });
      return sessions.find((session) => session.lead === lead)?.owner;
    },
  };
}

async function hears(customer: SandboxCustomer, texts: readonly string[], timeout = 30_000): Promise<void> {
  await expect.poll(() => customer.hears(), { timeout }).toEqual(texts);
}

test('T-17: with an operator the bot is silent, and on return the menu is shown once', async () => {
  const shop = await openShop();
  const anna = await shop.customer('Анна');
  await anna.writes('Здравствуйте');
  await hears(anna, [MENU]);
  await anna.writes('2');
  await hears(anna, [MENU, PROMISE]);
  await until('the operator has it', async () => (await shop.owner(anna)) === 'human');
  expect(await anna.status()).toBe('Диалог с оператором');
  await shop.watch(anna);
  await anna.managerWrites('Это Ольга, чем помочь?');
  await shop.state('У оператора');
  for (const text of ['Хочу сорок роз', '1', 'меню']) {
    await anna.writes(text);
    await shop.shown(text);
  }
  expect(await anna.hears()).toEqual([MENU, PROMISE, 'Это Ольга, чем помочь?']);
  // A day later Vera, who only never chose, is reminded; Anna is not: she is with a person.
  const vera = await shop.customer('Вера');
  await vera.writes('Здравствуйте');
  await hears(vera, [MENU]);
  shop.aDayPasses();
  // The engine looks at the clock at least three times a minute.
  await hears(vera, [MENU, REMINDER], 60_000);
  await anna.writes('Вы тут?');
  await shop.shown('Вы тут?');
  await shop.state('Ждёт оператора');
  expect(await shop.owner(anna)).toBe('human');
  expect(await anna.hears()).toEqual([MENU, PROMISE, 'Это Ольга, чем помочь?']);
  await shop.page.getByRole('button', { name: 'Вернуть боту' }).click();
  await shop.state('Бот ведёт');
  const talk = [MENU, PROMISE, 'Это Ольга, чем помочь?', 'Снова на связи бот.', MENU];
  await hears(anna, talk);
  // It goes on from there, and the menu was not shown twice.
  await anna.writes('2');
  await hears(anna, [...talk, PROMISE]);
});

test('T-17: an operator who takes the status between two messages of the bot hears at most the one under way', async () => {
  const shop = await openShop();
  const boris = await shop.customer('Борис');
  await boris.writes('Здравствуйте');
  await hears(boris, [MENU]);
  await boris.writes('1');
  await until('the first of three', async () => (await boris.hears()).includes(ROSES[0] ?? ''), 30_000);
  const before = (await boris.hears()).length;
  await boris.movedTo('Диалог с оператором');
  await until('the operator has it', async () => (await shop.owner(boris)) === 'human', 30_000);
  await shop.watch(boris);
  await shop.state('У оператора');
  // What is written now is dealt with after all that was to be said.
  await boris.writes('Спасибо, жду');
  await shop.shown('Спасибо, жду');
  const after = await boris.hears();
  expect(after.length - before).toBeLessThanOrEqual(1);
  expect(after).not.toContain(ROSES[2]);
});

test('T-17: when the status can not be set, nobody is promised to the customer, and Live says why', async () => {
  const shop = await openShop();
  const vera = await shop.customer('Вера');
  await vera.writes('Здравствуйте');
  await hears(vera, [MENU]);
  await shop.account({ statusRefused: true });
  await vera.writes('2');
  await hears(vera, [MENU, SORRY, MENU]);
  expect(await shop.owner(vera)).toBe('bot');
  await shop.watch(vera);
  await shop.state('Бот ведёт');
  await shop.page
    .getByRole('main')
    .getByText(/^Не получилось: /u)
    .first()
    .waitFor();
});
