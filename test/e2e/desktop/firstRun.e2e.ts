import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect, test } from 'vitest';
import { openDesktop, screenshotPath } from '../../support/desktop.ts';
import { tempFolder } from '../../support/tempFolder.ts';
import { meetTheApp } from '../firstRun.ts';
import { APP_ORIGIN } from '../../../electron/scheme.ts';

test('T-14 in a desktop window: first answer, own edit, six steps, and nothing asked of the network', async () => {
  mkdirSync(dirname(screenshotPath('x')), { recursive: true });
  const app = await openDesktop(['--lang=ru'], {
    DIALOGRAM_DATA: tempFolder(),
    LANGUAGE: 'ru',
    LANG: 'ru_RU.UTF-8',
    LC_ALL: 'ru_RU.UTF-8',
  });
  const page = await app.firstWindow();
  const outside: string[] = [];
  page.on('request', (request) => /^(app|data|blob):/u.test(request.url()) || outside.push(request.url()));
  expect(page.url().startsWith(APP_ORIGIN)).toBe(true);
  const shot = async (name: string): Promise<void> => {
    await page.screenshot({ path: screenshotPath(name) });
  };
  await meetTheApp({ page, shot }).catch(async (error: unknown) => {
    await shot('first-failed');
    throw error;
  });
  expect(outside).toEqual([]);
  await app.close();
});
