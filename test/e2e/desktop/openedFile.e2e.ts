import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { templateBot } from '../../../engine/flow/templates/templateBot.ts';
import { writeBot } from '../../../engine/flow/writeBot.ts';
import { openDesktop, screenshotPath } from '../../support/desktop.ts';
import { tempFolder } from '../../support/tempFolder.ts';

const RUSSIAN = { LANGUAGE: 'ru', LANG: 'ru_RU.UTF-8', LC_ALL: 'ru_RU.UTF-8' };

test('a file opens by double-click: at the start, and in the window that is there; a newer one says what to do', async () => {
  mkdirSync(dirname(screenshotPath('x')), { recursive: true });
  const folder = tempFolder();
  const file = (name: string, text: string): string => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  };
  const flowers = file('Лавка.dialogram.json', writeBot(templateBot('flowers', 'ru')));
  const menu = file('Торты.dialogram.json', writeBot(templateBot('menu', 'ru')));
  const newer = file('Из будущего.dialogram.json', '{"format": 99, "flows": []}');
  const env = { ...RUSSIAN, DIALOGRAM_DATA: tempFolder() };

  const app = await openDesktop(['--lang=ru', flowers], env);
  const page = await app.firstWindow();
  await page.getByText('Цветочная лавка').first().waitFor();
  await page.getByTestId('block-menu').waitFor();

  // What a double-click does while the app runs: a second start, which hands the file over and ends.
  const again = async (path: string): Promise<void> => {
    const second = await openDesktop(['--lang=ru', path], env).catch(() => null);
    await second?.close().catch(() => undefined);
  };
  await again(menu);
  await page.getByText('Торты на заказ').first().waitFor();
  await page.getByTestId('block-catalogue').waitFor();
  expect(app.windows()).toHaveLength(1);

  await again(newer);
  const fault = page.getByTestId('import-fault');
  await fault.waitFor();
  expect(await fault.getAttribute('data-reason')).toBe('newer');
  expect(await page.getByRole('dialog').innerText()).toContain('Обновите программу');
  await page.screenshot({ path: screenshotPath('opened-newer') });
  await app.close();
});
