import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { openBrowser } from '../../support/browser.ts';
import { tempFolder } from '../../support/tempFolder.ts';
import { startServe } from '../../host/serveProcess.ts';
import { doMainJob } from '../mainJob.ts';

const OUTPUT = resolve(import.meta.dirname, '../../output/browser');

test('an author draws a menu, tries it, publishes it, and a customer of the sandbox is answered', async () => {
  mkdirSync(OUTPUT, { recursive: true });
  const serve = await startServe(['--sandbox', '--data', tempFolder(), '--webhook-port', '0', '--language', 'ru']);
  const browser = await openBrowser();
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'ru-RU' });
  const page = await context.newPage();
  const surprises: string[] = [];
  page.on('pageerror', (error) => surprises.push(error.message));
  page.on('console', (message) => message.type() === 'error' && surprises.push(message.text()));
  await page.goto(serve.first.url);
  const shot = async (name: string, shown: Page = page): Promise<void> => {
    await shown.screenshot({ path: join(OUTPUT, `${name}.png`) });
  };
  await doMainJob({
    page,
    shot,
    sandbox: async () => {
      const phone = await context.newPage();
      await phone.goto(serve.first.sandboxUrl ?? '');
      return phone;
    },
  }).catch(async (error: unknown) => {
    await shot('failed');
    throw error;
  });
  expect(surprises).toEqual([]);
  await browser.close();
  expect(await serve.stop()).toBe(0);
});
