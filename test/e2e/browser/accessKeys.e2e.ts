import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, onTestFinished, test } from 'vitest';
import { pinoLog } from '../../../engine/host/pinoLog.ts';
import { serveInterface } from '../../../engine/host/server.ts';
import { openShop, unwrap, until } from '../../host/liveShop.ts';
import { json, openTrap } from '../../host/trap.ts';
import { drawBot } from '../../support/botBuilder.ts';
import { openBrowser } from '../../support/browser.ts';
import { tempFolder } from '../../support/tempFolder.ts';
import { lookInBothThemes } from '../screens/lookOver.ts';
import { SMALL } from '../screens/tour.ts';

const OUTPUT = resolve(import.meta.dirname, '../../output/accessKeys');

const look = (page: Page, name: string): Promise<void> => lookInBothThemes(page, OUTPUT, name);

test('an author makes an access key where a header needs it, and a customer’s order goes to the shop with it', async () => {
  mkdirSync(OUTPUT, { recursive: true });
  const server = await openTrap();
  server.answers(json({ number: 17 }));
  const host = `127.0.0.1:${String(server.port)}`;
  const bot = drawBot()
    .settings({ burstSeconds: 0 })
    .start('order')
    .node(
      'order',
      'http',
      {
        method: 'POST',
        url: `${server.url}/orders`,
        headers: [{ name: 'Authorization', value: 'Bearer ' }],
        sample: '{}',
      },
      { ok: 'bye', error: 'lost' },
    )
    .end('bye', 'Заказ принят')
    .end('lost', 'Магазин не отвечает')
    .build({ id: 'flowers', name: 'Цветы' });
  const shop = await openShop(tempFolder(), bot);
  onTestFinished(() => shop.close());
  const served = unwrap(await serveInterface(shop.engine, { port: 0, host: '127.0.0.1', log: pinoLog('silent') }));
  onTestFinished(() => served.close());
  const browser = await openBrowser();
  onTestFinished(() => browser.close());
  const context = await browser.newContext({ viewport: SMALL, locale: 'ru-RU', reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.goto(served.url);
  await page.getByTestId('status-bar').waitFor();

  // The shop's server is on this very computer: its owner allows that.
  await page.goto(`${new URL(page.url()).origin}/?at=/settings/requests`);
  await page.getByText('Ключей пока нет').waitFor();
  await look(page, 'settings-empty');
  await page.getByLabel('Разрешённые адреса').fill(host);
  await page.keyboard.press('Enter');
  await page.getByText('Сохранено').waitFor();

  await page.goto(`${new URL(page.url()).origin}/?at=/flow/flowers`);
  await page.getByTestId('block-kind-http').click();
  const value = page.getByLabel('Значение заголовка 1');
  await value.click();
  await page.keyboard.press('End');
  await page.keyboard.press('{');
  await page.getByRole('option', { name: 'Новый ключ…' }).click();
  await page.getByLabel('Название', { exact: true }).fill('магазин');
  await page.getByLabel('Значение', { exact: true }).fill('sk-Q7vN2xLw9');
  await page.getByText(host, { exact: true }).waitFor();
  await look(page, 'new-key');
  await page.getByRole('button', { name: 'Сохранить' }).click();
  await expect.poll(() => value.inputValue()).toBe('Bearer {{secret.магазин}}');
  await look(page, 'header');

  await page.getByTestId('publish').click();
  await page.getByTestId('publish-confirm').click();
  await page.getByTestId('publish-confirm').waitFor({ state: 'detached' });
  const customer = await shop.customer('Анна');
  await customer.writes('Здравствуйте');
  await until('answered', async () => (await customer.hears()).includes('Заказ принят'));
  expect(server.requests.map(({ headers }) => headers.authorization)).toEqual(['Bearer sk-Q7vN2xLw9']);

  await page.goto(`${new URL(page.url()).origin}/?at=/settings/requests`);
  await page.getByText(`Для ${host}`).waitFor();
  await look(page, 'settings');
  await page.getByRole('button', { name: 'Удалить ключ «магазин»' }).click();
  await page.getByRole('button', { name: 'Удалить', exact: true }).click();
  await page.getByText('Ключей пока нет').waitFor();

  await page.goto(`${new URL(page.url()).origin}/?at=/flow/flowers`);
  await page.getByTestId('publish').click();
  await page.getByText('Ключа «магазин» нет на этом компьютере').waitFor();
  await look(page, 'missing');
});
