import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { openBrowser } from '../../support/browser.ts';
import { openDesktop, screenshotPath } from '../../support/desktop.ts';
import { tempFolder } from '../../support/tempFolder.ts';
import { doMainJob } from '../mainJob.ts';

test('in a desktop window an author draws a menu, tries it, publishes it, and a customer of the sandbox is answered', async () => {
  mkdirSync(dirname(screenshotPath('x')), { recursive: true });
  const app = await openDesktop(['--lang=ru'], {
    DIALOGRAM_DATA: tempFolder(),
    LANGUAGE: 'ru',
    LANG: 'ru_RU.UTF-8',
    LC_ALL: 'ru_RU.UTF-8',
  });
  const page = await app.firstWindow();
  const surprises: string[] = [];
  page.on('pageerror', (error) => surprises.push(error.message));
  const browser = await openBrowser();
  const shot = async (name: string, shown: Page = page): Promise<void> => {
    await shown.screenshot({ path: screenshotPath(name) });
  };
  await doMainJob({
    page,
    shot,
    sandbox: async () => {
      const phone = await browser.newPage({ viewport: { width: 1366, height: 768 }, locale: 'ru-RU' });
      await phone.goto(await sandboxAddress(page));
      return phone;
    },
  }).catch(async (error: unknown) => {
    await shot('failed');
    throw error;
  });
  expect(surprises).toEqual([]);
  await browser.close();
  await app.close();
});

/** What «open the sandbox» would open, asked through the window's own bridge. */
async function sandboxAddress(page: Page): Promise<string> {
  const reply = await page.evaluate(async () => {
    const bridge = (window as unknown as { dialogram: { request(envelope: unknown): Promise<unknown> } }).dialogram;
    return bridge.request({ id: 1_000_000, method: 'engine.status', params: {} });
  });
  return (reply as { value: { connection: { sandboxUrl: string } } }).value.connection.sandboxUrl;
}
