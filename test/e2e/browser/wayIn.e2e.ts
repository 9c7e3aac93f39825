import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Page } from 'playwright-core';
import { startSandbox } from '../../../engine/sandbox/startSandbox.ts';
import { connectionsCopy } from '../../../renderer/copy/connections.ts';
import { wayInCopy } from '../../../renderer/copy/wayIn.ts';
import { type Sshd, startSshd } from '../../tunnel/sshd.ts';
import { freePort } from '../../support/freePort.ts';
import { tempFolder } from '../../support/tempFolder.ts';
import type { Language } from '../screens/language.ts';
import { at, type Look, SMALL, startTour, USUAL } from '../screens/tour.ts';

describe.for<{ language: Language }>([{ language: 'ru' }, { language: 'en' }])('in $language', ({ language }) => {
  test('the ways in can be read by everyone; one’s own server is set up, works, is down, and is back', async () => {
    const sandbox = await startSandbox({ port: 0, language });
    onTestFinished(() => sandbox.close());
    const sshd = await startSshd(join(tempFolder(), 'sshd'));
    onTestFinished(() => sshd.kill());
    const { visit, end } = await startTour(language);
    await visit(USUAL, ['light', 'dark'], async (page, look) => {
      await pasteToken(page, sandbox, language);
      await ways(page, look, language);
      await ownServer(page, look, sshd, language);
    });
    await visit(SMALL, ['light'], async (page, look) => {
      await page.goto(at(page, '/connections'));
      await page.getByTestId('way-status').scrollIntoViewIfNeeded();
      await look('83-way-in');
    });
    await end();
  });
});

async function pasteToken(page: Page, account: { apiUrl: string; token: string }, language: Language): Promise<void> {
  const t = connectionsCopy[language];
  await page.goto(at(page, '/connections'));
  await page.getByText(t.token.advanced).click();
  await page.getByLabel(t.token.server).fill(account.apiUrl);
  await page.getByLabel(t.token.label).fill(account.token);
  await page.getByTestId('way-own').waitFor();
}

async function ways(page: Page, look: Look, language: Language): Promise<void> {
  const w = wayInCopy[language];
  // By keyboard: the group is one stop, arrows walk through it.
  await page.getByTestId('way-own').focus();
  for (const way of ['ssh', 'service', 'ngrok', 'cloudflared'] as const) {
    await page.keyboard.down('ArrowDown');
    await expect.poll(() => page.getByTestId(`way-${way}`).getAttribute('aria-checked')).toBe('true');
    await page.keyboard.up('ArrowDown');
    if (way === 'cloudflared') await page.getByRole('radio', { name: w.named }).click();
    await page.getByTestId(`way-${way}`).scrollIntoViewIfNeeded();
    await look(`80-way-${way}`);
  }
}

async function ownServer(page: Page, look: Look, sshd: Sshd, language: Language): Promise<void> {
  const t = connectionsCopy[language];
  const w = wayInCopy[language];
  const port = String(await freePort());
  await page.getByTestId('way-ssh').click();
  await page.getByLabel(w.serverHost, { exact: true }).fill('127.0.0.1');
  await page.getByLabel(w.serverPort, { exact: true }).fill(String(sshd.port));
  await page.getByLabel(w.user, { exact: true }).fill(sshd.user);
  await page.getByLabel(w.keyFile, { exact: true }).fill(sshd.keyFile);
  await page.getByLabel(w.remotePort, { exact: true }).fill(port);
  await page.getByLabel(w.publicUrl, { exact: true }).fill(`http://127.0.0.1:${port}`);
  await page.getByRole('button', { name: t.umnico.connect }).click();
  const card = page.getByTestId('way-status');
  await card.getByText(w.state.up, { exact: true }).waitFor();
  await page.locator('[data-testid="way-step-register"][data-state="done"]').waitFor();
  await card.scrollIntoViewIfNeeded();
  await look('81-way-up');
  await sshd.kill();
  await page.getByTestId('way-in-down').waitFor({ timeout: 30_000 });
  await card.scrollIntoViewIfNeeded();
  await look('82-way-down');
  await sshd.start();
  await card.getByRole('button', { name: w.check }).click();
  await page.getByTestId('way-in-down').waitFor({ state: 'detached', timeout: 60_000 });
}
