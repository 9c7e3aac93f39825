import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { sandboxDesk, type SandboxCustomer } from '../../../engine/cli/sandboxDesk.ts';
import { loadWorld } from '../../../engine/sandbox/worldFile.ts';
import { until } from '../../host/liveShop.ts';
import { openBrowser } from '../../support/browser.ts';
import { tempFolder } from '../../support/tempFolder.ts';
import { startStudio } from '../screens/shopWorld.ts';
import { SMALL } from '../screens/tour.ts';

const OUTPUT = resolve(import.meta.dirname, '../../output/browser');
const PATIENT = { timeout: 30_000 };

/** ux.md, 4: presses of the mouse it may take. Publishing, a look at who writes, a conversation given back. */
const CLICKS = { published: 4, seen: 4, givenBack: 3 };

test('the owner publishes the example, three customers write, one wants a person and is given back to the bot', async () => {
  mkdirSync(OUTPUT, { recursive: true });
  const folder = tempFolder();
  const serve = await startStudio(folder, 'ru');
  onTestFinished(() => serve.kill());
  const browser = await openBrowser();
  onTestFinished(() => browser.close());
  const context = await browser.newContext({ viewport: SMALL, locale: 'ru-RU', reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.addInitScript(countPresses);
  let before = 0;
  /** Presses since it was asked last. */
  const presses = async (): Promise<number> => {
    const all = await page.evaluate(() => (window as unknown as { presses: number }).presses);
    const since = all - before;
    before = all;
    return since;
  };

  await page.goto(serve.first.url);
  await page.getByRole('button', { name: /Посмотреть пример/u }).click();
  await page.getByTestId('block-menu').waitFor();
  await presses();

  await page.getByTestId('publish').click();
  // Nobody but test contacts, and in the sandbox these are all: nothing is left to choose.
  await page.getByTestId('publish-confirm').click();
  await page.getByText('Бот: тест (v1)').waitFor();
  expect(await presses()).toBeLessThanOrEqual(CLICKS.published);

  const token = await until('the sandbox has kept its world', () => loadWorld(join(folder, 'sandbox.json'))?.token);
  const desk = sandboxDesk({ url: new URL(serve.first.sandboxUrl ?? '').origin, token });
  const people = await Promise.all(['Алия', 'Борис', 'Вера'].map((name) => desk.customer(name)));
  await Promise.all(people.map((customer) => customer.writes('Здравствуйте')));
  await Promise.all(people.map((customer) => hears(customer, /Ответьте цифрой|1 —/u)));
  const [aliya, boris, vera] = people;
  if (!aliya || !boris || !vera) throw new Error('three customers are expected');
  await aliya.writes('2');
  await hears(aliya, /Доставим/u);
  await vera.writes('оператор');
  await hears(vera, /Передаю вас/u);

  await page.getByRole('navigation').getByText('Диалоги').click();
  await page.locator('[data-testid^="live-row-"]', { hasText: 'Вера' }).click();
  await page.getByTestId('conv-state').getByText('Ждёт оператора').waitFor();
  await expect.poll(() => page.locator('[data-testid^="live-row-"]').count()).toBe(3);
  expect(await presses()).toBeLessThanOrEqual(CLICKS.seen);
  await page.screenshot({ path: join(OUTPUT, 'three-customers-1.png') });

  // While a person has the conversation the bot says nothing.
  const heard = (await vera.hears()).length;
  const told = (await boris.hears()).length;
  await vera.writes('Есть кто живой?');
  await page.getByRole('main').getByText('Есть кто живой?').first().waitFor();
  await boris.writes('1');
  await until('the bot has answered somebody else meanwhile', async () => (await boris.hears()).length > told);
  expect((await vera.hears()).length).toBe(heard);

  await page.getByRole('button', { name: 'Вернуть боту' }).first().click();
  await page.getByTestId('conv-state').getByText('Бот ведёт').waitFor();
  expect(await presses()).toBeLessThanOrEqual(CLICKS.givenBack);
  await expect.poll(() => vera.hears().then((said) => said.slice(heard).join('\n')), PATIENT).toMatch(/1 —/u);
  await page.screenshot({ path: join(OUTPUT, 'three-customers-2.png') });

  await page.getByRole('navigation').getByText('Сценарии').click();
  await page.locator('[data-testid="first-step-publish"][data-done="true"]').waitFor();
  await page.locator('[data-testid="first-step-handoff"][data-done="true"]').waitFor();
  await browser.close();
  expect(await serve.stop()).toBe(0);
});

/** In the page, before its own code. */
function countPresses(): void {
  const counted = window as unknown as { presses: number };
  counted.presses = 0;
  window.addEventListener('pointerdown', () => (counted.presses += 1), true);
}

async function hears(customer: SandboxCustomer, words: RegExp): Promise<void> {
  await expect.poll(async () => (await customer.hears()).join('\n'), PATIENT).toMatch(words);
}
