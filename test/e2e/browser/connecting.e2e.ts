import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Locator } from 'playwright-core';
import { startSandbox } from '../../../engine/sandbox/startSandbox.ts';
import { gate } from '../../host/gate.ts';
import { startServe } from '../../host/serveProcess.ts';
import { openBrowser } from '../../support/browser.ts';
import { drawBot } from '../../support/botBuilder.ts';
import { tempFolder } from '../../support/tempFolder.ts';
import { connect } from '../screens/shopWorld.ts';
import { at } from '../screens/tour.ts';

const OUTPUT = resolve(import.meta.dirname, '../../output/browser');
/** What a person waits for a sentence: longer than the engine waits for an answer of the account. */
const PATIENCE = { timeout: 40_000 };

function hours() {
  return drawBot().start('hours').message('hours', 'Работаем с 9 до 18', 'bye').end('bye').build({ id: 'hours' });
}

/** Every file below a folder, as text. */
function filesUnder(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'));
}

test('T-15: each failure of the account has its sentence and its one button, the token stays where it was put, and a cut line heals by itself', async () => {
  mkdirSync(OUTPUT, { recursive: true });
  const folder = tempFolder();
  const sandbox = await startSandbox({ port: 0, language: 'ru' });
  onTestFinished(() => sandbox.close());
  const road = gate();
  const server = await road.through(sandbox.apiUrl);
  const serve = await startServe(['--data', folder, '--webhook-port', '0', '--language', 'ru']);
  onTestFinished(() => serve.kill());
  let said = '';
  for (const stream of [serve.child.stdout, serve.child.stderr])
    stream?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const engine = await connect(serve.first.url);
  onTestFinished(() => engine.close());
  const { id } = await engine.call('bots.import', { text: JSON.stringify(hours()) });
  const browser = await openBrowser();
  onTestFinished(() => browser.close());
  const context = await browser.newContext({
    viewport: { width: 1366, height: 768 },
    locale: 'ru-RU',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  const shot = (name: string): Promise<unknown> => page.screenshot({ path: join(OUTPUT, `connecting-${name}.png`) });

  await page.goto(serve.first.url);
  await page.getByTestId(`bot-row-${id}`).waitFor();
  await page.goto(at(page, '/connections'));
  const token = page.getByLabel('Токен Umnico', { exact: true });
  await token.waitFor();
  await page.getByText('Дополнительно').first().click();
  await page.getByLabel('Адрес сервера Umnico').fill(server);
  /** It says this, offers this one thing (or nothing), and the token is still in its field. */
  const says = async (words: RegExp, button: string | null): Promise<Locator> => {
    const line = page
      .locator('[role="status"], [role="alert"]')
      .filter({ hasText: words })
      .filter({ has: page.locator('svg') });
    await line.waitFor(PATIENCE);
    expect(await line.getByRole('button').allInnerTexts()).toEqual(button === null ? [] : [button]);
    expect(await token.inputValue()).toBe(sandbox.token);
    return line;
  };

  road.answer(401);
  await token.fill(sandbox.token);
  const refused = await says(/Umnico не принял токен/u, 'Вставить снова');
  await shot('refused');
  await refused.getByRole('button').click();
  await expect.poll(() => token.evaluate((field) => field === document.activeElement)).toBe(true);

  road.answer(500);
  await token.fill('');
  await token.fill(sandbox.token);
  const down = await says(/Umnico сейчас не отвечает/u, 'Повторить сейчас');
  road.answer(null);
  road.hold(true);
  await down.getByRole('button').click();
  await page.getByText('Проверяем токен…').waitFor();
  const silent = await says(/Umnico сейчас не отвечает/u, 'Повторить сейчас');
  await shot('silent');
  road.hold(false);
  await silent.getByRole('button').click();
  await page.getByText('Токен принят').waitFor(PATIENCE);
  expect(await token.inputValue()).toBe(sandbox.token);

  await page.getByRole('button', { name: 'Подключить Umnico' }).click();
  await page.getByText('Токен сохранён').or(page.getByText('токен помним только до перезапуска')).waitFor(PATIENCE);
  const { text } = await engine.call('bots.export', { id });
  expect(text).not.toContain(sandbox.token);
  const kept = await page.evaluate(() =>
    JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage)]),
  );
  expect(kept).not.toContain(sandbox.token);
  expect(await page.locator('body').innerText()).not.toContain(sandbox.token);
  expect(await page.content()).not.toContain(sandbox.token);
  expect(filesUnder(folder).filter((file) => file.includes(sandbox.token))).toEqual([]);

  // The line is cut. The canvas and the test chat go on; a line above them says since when, and goes by itself.
  await engine.call('bots.publish', { id });
  await page.goto(at(page, `/flow/${id}`));
  await page.getByTestId('block-kind-start').waitFor();
  await road.down();
  await page.evaluate(() => window.dispatchEvent(new Event('offline')));
  const banner = page.getByText(/^Нет связи с \d\d:\d\d\./u);
  await banner.waitFor({ timeout: 5_000 });
  await shot('offline');
  await page.getByTestId('tab-test').click();
  await page.getByTestId('chat-input').fill('Здравствуйте');
  await page.getByTestId('chat-input').press('Enter');
  await page.getByTestId('chat-log').getByText('Работаем с 9 до 18').first().waitFor();
  await page.getByTestId('block-hours').click({ position: { x: 100, y: 16 } });
  await page.getByTestId('tab-block').click();
  await page.getByTestId('dock').locator('textarea').first().fill('Работаем с 10 до 19');
  await page.locator('[data-testid="save-state"][data-state="saved"]').waitFor();
  expect(await banner.isVisible()).toBe(true);
  await road.up();
  await banner.waitFor({ state: 'detached', timeout: 40_000 });
  expect(said).not.toContain(sandbox.token);
});
