import { join, resolve } from 'node:path';
import { mkdirSync } from 'node:fs';
import { expect, onTestFinished, test } from 'vitest';
import type { Page } from 'playwright-core';
import { startSandbox } from '../../../engine/sandbox/startSandbox.ts';
import { startServe } from '../../host/serveProcess.ts';
import { openBrowser } from '../../support/browser.ts';
import { drawBot } from '../../support/botBuilder.ts';
import { tempFolder } from '../../support/tempFolder.ts';
import { connect } from '../screens/shopWorld.ts';
import { at, openBot } from '../screens/tour.ts';

const OUTPUT = resolve(import.meta.dirname, '../../output/browser');
const THERE = ['Первичное касание', 'Думает', 'Хочу заказать', 'Ждёт оплату', 'Собираем', 'Доставлено', 'Закрыто'];
const OPERATOR = 'Диалог с оператором';

/** Uses three statuses of the account, the last of which closes the conversation; nobody is the operator's. */
function flowers() {
  const bot = drawBot()
    .start('order')
    .status('order', 'st_order', { next: 'shut', failed: 'shut' })
    .status('shut', 'st_closed', { next: 'call', failed: 'call' })
    .handoff('call', { status: '' })
    .build({ id: 'flowers' });
  const statuses = [
    { id: 'st_first', name: ' первичное КАСАНИЕ ', role: 'bot' as const },
    { id: 'st_order', name: 'Хочу заказать', role: 'none' as const },
    { id: 'st_closed', name: 'Закрыто', role: 'closed' as const },
    { id: 'st_gift', name: 'Подарок', role: 'none' as const },
  ];
  return { ...bot, statuses };
}

/** Rows of the preview: the status of the bot, and what would become of it. */
async function preview(page: Page): Promise<readonly (readonly [string, string])[]> {
  const rows = await page.locator('table tbody tr').all();
  return Promise.all(
    rows.map(async (row) => {
      const cells = await row.locator('td').allInnerTexts();
      return [(cells[0] ?? '').trim(), (cells.at(-1) ?? '').trim()] as const;
    }),
  );
}

test('T-16: statuses are matched by name before the eyes, nothing is made in the account, and the operator’s is asked for', async () => {
  mkdirSync(OUTPUT, { recursive: true });
  const sandbox = await startSandbox({ port: 0, language: 'ru', statuses: THERE });
  onTestFinished(() => sandbox.close());
  const serve = await startServe(['--data', tempFolder(), '--webhook-port', '0', '--language', 'ru']);
  onTestFinished(() => serve.kill());
  const engine = await connect(serve.first.url);
  onTestFinished(() => engine.close());
  const { id } = await engine.call('bots.import', { text: JSON.stringify(flowers()) });
  const account = await engine.call('connection.checkToken', { token: sandbox.token, baseUrl: sandbox.apiUrl });
  const manager = account.managers.find((person) => person.owner)?.id ?? '';
  await engine.call('connection.umnico', {
    token: sandbox.token,
    baseUrl: sandbox.apiUrl,
    manager,
    sources: [],
    publicUrl: new URL(serve.first.webhookUrl).origin,
  });
  const names = (): readonly string[] => [...sandbox.world.statuses.values()].map(({ name }) => name);
  const change = async (method: 'POST' | 'PUT', path: string, name: string): Promise<void> => {
    const reply = await fetch(`${sandbox.url}/sandbox/statuses${path}`, {
      method,
      headers: { authorization: `Bearer ${sandbox.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ name }),
    });
    expect(reply.status).toBe(200);
  };

  const browser = await openBrowser();
  onTestFinished(() => browser.close());
  const context = await browser.newContext({
    viewport: { width: 1366, height: 768 },
    locale: 'ru-RU',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  const shot = (name: string): Promise<unknown> =>
    page.screenshot({ path: join(OUTPUT, `statuses-${name}.png`), fullPage: true });
  const match = async (): Promise<void> => {
    await page.goto(at(page, '/connections'));
    await page.getByRole('button', { name: 'Сопоставить', exact: true }).click();
    await page.locator('table tbody tr').first().waitFor();
  };
  await page.goto(serve.first.url);
  await page.getByTestId(`bot-row-${id}`).waitFor();

  // By names, whatever their case and spaces; what is only here and only there is said.
  await match();
  await expect
    .poll(() => preview(page))
    .toEqual([
      ['первичное КАСАНИЕ', 'Совпали'],
      ['Хочу заказать', 'Совпали'],
      ['Закрыто', 'Совпали'],
      ['Подарок', 'Только в боте'],
    ]);
  await page.getByText('Есть только в CRM: Думает, Ждёт оплату, Собираем, Доставлено.').waitFor();
  await shot('preview');
  expect(names()).toEqual(THERE);
  await page.getByRole('button', { name: 'Применить', exact: true }).click();
  await page.getByText('Связано: 3 из 4').waitFor();

  // Renamed in the account: known by its number.
  const [renamed] = [...sandbox.world.statuses.values()].filter(({ name }) => name === 'Хочу заказать');
  await change('PUT', `/${String(renamed?.id)}`, 'Хочу купить');
  await match();
  await expect.poll(() => preview(page)).toContainEqual(['Хочу заказать', 'Переименован']);
  await page.getByRole('button', { name: 'Применить', exact: true }).click();
  await page.getByText('Связано: 3 из 4').waitFor();

  // The hand-off lacks a status of the operator's: one button leads to where it is made.
  await openBot(page, id);
  await page.getByTestId('problem-W-ARCH').first().waitFor();
  await page.getByTestId('problem-E-NOOP').first().waitFor();
  await page.getByTestId('block-call').click({ position: { x: 120, y: 18 } });
  await page.getByTestId('tab-block').click();
  await page.getByTestId('dock').getByRole('button', { name: 'Настроить статусы' }).click();
  const settings = page.getByTestId('settings-statuses');
  await settings.getByRole('button', { name: 'Добавить статус' }).click();
  await expect.poll(() => settings.getByRole('textbox').last().inputValue()).toBe(OPERATOR);
  await page.getByTestId('block-call').click({ position: { x: 120, y: 18 } });
  await page
    .getByTestId('dock')
    .getByRole('button', { name: `Поставить «${OPERATOR}»` })
    .click();
  await page.getByTestId('problem-E-NOOP').waitFor({ state: 'detached' });
  await page.locator('[data-testid="save-state"][data-state="saved"]').waitFor();

  // The account has no such status: it is said by name; once it is there, «Обновить» finds it.
  await match();
  await expect.poll(() => preview(page)).toContainEqual([OPERATOR, 'Только в боте']);
  await change('POST', '', OPERATOR);
  await page.getByRole('button', { name: 'Обновить', exact: true }).last().click();
  await expect.poll(() => preview(page)).toContainEqual([OPERATOR, 'Совпали']);
  await page.getByRole('button', { name: 'Применить', exact: true }).click();
  await page.getByText('Связано: 4 из 5').waitFor();
  await shot('linked');
  expect(names()).toEqual([...THERE.map((name) => (name === 'Хочу заказать' ? 'Хочу купить' : name)), OPERATOR]);
  // All of it was read only.
  const wrote = sandbox.requests.since(0).filter(({ method, path }) => method !== 'GET' && path.includes('status'));
  expect(wrote).toEqual([]);
});
