import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Bot } from '../../../engine/flow/botSchema.ts';
import { openBrowser } from '../../support/browser.ts';
import { drawBot } from '../../support/botBuilder.ts';
import { tempFolder } from '../../support/tempFolder.ts';
import { axeFindings, clipped, settled } from '../screens/lookOver.ts';
import { connect, startStudio } from '../screens/shopWorld.ts';

const OUTPUT = resolve(import.meta.dirname, '../../output/browser');

/** One of each kind of finding. */
function badBakery(id: string): Bot {
  return drawBot()
    .variable('name')
    .start('menu')
    .menu(
      'menu',
      'Что вас интересует?',
      { about: 'О нас', cakes: 'Торты', order: 'Заказать' },
      { after: 'repeat' },
      { other: 'unclear' },
    )
    .also({ name: 'Главное меню' })
    .message('about', 'Мы печём торты, {{name}}')
    .message('unclear', 'Не понял вас')
    .message('cakes', 'Медовик 1900', 'pies')
    .message('pies', 'Пироги 900', 'cakes')
    .node(
      'order',
      'http',
      { method: 'POST', url: 'https://shop.example/order', sample: { number: 17 } },
      { ok: 'bye', error: 'lost' },
    )
    .also({ name: 'Оформить в магазине' })
    .menu('lost', 'Магазин не отвечает. Что делать?', { wait: 'Подождать', drop: 'Бросить' }, { after: 'none' })
    .also({ name: 'Сбой магазина' })
    .message('wait', 'Ждём')
    .end('drop', 'До встречи')
    .end('bye', 'Заказ принят')
    .message('stray', 'Скидка 10 %')
    .build({ id, name: 'Пекарня' });
}

test('an author has every path walked beside the window, and plays what was found', async () => {
  mkdirSync(OUTPUT, { recursive: true });
  const serve = await startStudio(tempFolder(), 'ru');
  onTestFinished(() => serve.kill());
  const engine = await connect(serve.first.url);
  const { id } = await engine.call('bots.create', { template: 'empty', language: 'ru' });
  const { revision } = await engine.call('bots.open', { id });
  await engine.call('bots.save', { id, base: revision, bot: badBakery(id) });
  engine.close();

  const browser = await openBrowser();
  onTestFinished(() => browser.close());
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'ru-RU' });
  const page = await context.newPage();
  // The content security policy would say here that it lets no worker in.
  const surprises: string[] = [];
  page.on('pageerror', (error) => surprises.push(error.message));
  page.on('console', (message) => message.type() === 'error' && surprises.push(message.text()));
  const look = async (name: string): Promise<void> => {
    for (const colorScheme of ['dark', 'light'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.locator(`[data-theme="${colorScheme}"]`).waitFor();
      await settled(page);
      await page.screenshot({ path: join(OUTPUT, `paths-${name}-${colorScheme}.png`) });
      surprises.push(...(await axeFindings(page)).map((finding) => `${name} ${colorScheme}: ${finding}`));
    }
    surprises.push(...(await clipped(page)).map((words) => `${name}: does not fit: ${words}`));
  };

  await page.goto(serve.first.url);
  await page.getByTestId(`bot-row-${id}`).waitFor();
  await page.goto(`${new URL(page.url()).origin}/?at=/flow/${id}`);
  await page.getByTestId('block-kind-start').waitFor();
  await page.getByRole('tab', { name: 'Пути' }).click();
  await look('first');
  const workers: string[] = [];
  page.on('worker', (worker) => workers.push(worker.url()));
  await page.getByTestId('paths-walk').click();
  const findings = page.locator('[data-finding]');
  await findings.first().waitFor();
  expect(workers).toEqual([expect.stringContaining('exploreWorker')]);
  await expect.poll(() => page.workers().length).toBe(0);
  const codes = await findings.evaluateAll((rows) => rows.map((row) => row.getAttribute('data-finding')));
  expect(new Set(codes)).toEqual(new Set(['X-END', 'X-LOOP', 'X-MISS', 'X-READ', 'X-REACH']));
  await look('found');

  const stopped = page.locator('li', { has: page.locator('[data-finding="X-END"]') });
  await stopped.locator('[data-finding]').click();
  const card = page.locator('.react-flow__node.selected').getByTestId('block-kind-message');
  await card.getByText('Ждём').waitFor();
  await stopped.getByRole('button', { name: 'Пример' }).click();
  await stopped.getByText('Сервер не отвечает блоку «Оформить в магазине»').waitFor();
  await look('example');
  await stopped.getByRole('button', { name: 'Показать в проверке' }).click();
  await page.getByTestId('chat-log').getByText('Ждём', { exact: true }).first().waitFor();
  await page.locator('.react-flow__node.selected[data-visit]').waitFor();
  await look('played');

  await browser.close();
  expect(await serve.stop()).toBe(0);
  expect(surprises).toEqual([]);
});
