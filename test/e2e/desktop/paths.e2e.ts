import { expect, onTestFinished, test } from 'vitest';
import { screenshotPath } from '../../support/desktop.ts';
import { ask, openWindow } from './openedWindow.ts';

test('the walk over all paths runs in a thread of its own, which the window’s policy lets in', async () => {
  const opened = await openWindow();
  onTestFinished(() => opened.close());
  const { page } = opened;
  const made = await ask(page, 'bots.create', { template: 'menu', language: 'ru' });
  const { id } = (made as { readonly value: { readonly id: string } }).value;
  await page.reload();
  await page.getByTestId(`bot-row-${id}`).getByRole('button').first().click();
  await page.getByTestId('block-kind-start').waitFor();
  await page.getByTestId('paths-title').click();
  const workers: string[] = [];
  page.on('worker', (worker) => workers.push(worker.url()));
  await page.getByTestId('paths-walk').click();
  await page.getByTestId('paths-fine').waitFor();
  await page.screenshot({ path: screenshotPath('paths') });
  expect(workers).toEqual([expect.stringMatching(/^app:\/\/dialogram\/assets\/exploreWorker-.*\.js$/u)]);
  expect(opened.complaints).toEqual([]);
});
