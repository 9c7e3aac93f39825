import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { openBrowser } from '../../support/browser.ts';
import { tempFolder } from '../../support/tempFolder.ts';
import { startServe } from '../../host/serveProcess.ts';
import { meetTheApp } from '../firstRun.ts';

const OUTPUT = resolve(import.meta.dirname, '../../output/browser');

test('T-14: the first answer of a bot is three presses away, an own edit at work fourteen, and nobody outside is asked', async () => {
  mkdirSync(OUTPUT, { recursive: true });
  const serve = await startServe(['--data', tempFolder(), '--webhook-port', '0', '--language', 'ru']);
  const browser = await openBrowser();
  const context = await browser.newContext({
    viewport: { width: 1366, height: 768 },
    locale: 'ru-RU',
    reducedMotion: 'reduce',
  });
  const home = new URL(serve.first.url);
  const outside: string[] = [];
  await context.route(
    (url) => url.host !== home.host,
    (route) => {
      outside.push(route.request().url());
      return route.abort('internetdisconnected');
    },
  );
  const page = await context.newPage();
  const surprises: string[] = [];
  page.on('websocket', (socket) => new URL(socket.url()).host === home.host || outside.push(socket.url()));
  page.on('pageerror', (error) => surprises.push(error.message));
  page.on('console', (message) => message.type() === 'error' && surprises.push(message.text()));
  const shot = async (name: string): Promise<void> => {
    await page.screenshot({ path: join(OUTPUT, `${name}.png`) });
  };
  await page.goto(serve.first.url);
  await meetTheApp({ page, shot }).catch(async (error: unknown) => {
    await shot('first-failed');
    throw error;
  });
  expect(outside).toEqual([]);
  expect(surprises).toEqual([]);
  await browser.close();
  expect(await serve.stop()).toBe(0);
});
