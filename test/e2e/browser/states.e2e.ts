import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Page } from 'playwright-core';
import { appCopy } from '../../../renderer/copy/app.ts';
import { editorCopy } from '../../../renderer/copy/editor.ts';
import { openBrowser } from '../../support/browser.ts';
import { tempFolder } from '../../support/tempFolder.ts';
import { axeFindings, clipped, russianWords, scrollsSideways, settled } from '../screens/lookOver.ts';
import type { Language } from '../screens/language.ts';
import { furnish, startStudio } from '../screens/shopWorld.ts';
import { at } from '../screens/tour.ts';

const OUTPUT = resolve(import.meta.dirname, '../../output/states');
const LOCALES = { ru: 'ru-RU', en: 'en-US' };

test.each<{ language: Language }>([{ language: 'ru' }, { language: 'en' }])(
  'in $language every screen says that it waits for a slow engine, and that the engine is gone',
  async ({ language }) => {
    mkdirSync(OUTPUT, { recursive: true });
    const t = appCopy[language];
    const folder = tempFolder();
    const serve = await startStudio(folder, language);
    onTestFinished(() => serve.kill());
    const { bots, leads } = await furnish(serve, folder, language);
    const browser = await openBrowser();
    onTestFinished(() => browser.close());
    const context = await browser.newContext({
      viewport: { width: 1366, height: 768 },
      locale: LOCALES[language],
      reducedMotion: 'reduce',
      colorScheme: language === 'ru' ? 'light' : 'dark',
    });
    const page = await context.newPage();
    const wrong: string[] = [];
    page.on('pageerror', (error) => wrong.push(`page error: ${error.message}`));

    async function look(name: string): Promise<void> {
      await settled(page);
      await page.screenshot({ path: join(OUTPUT, `${name}-${language}.png`) });
      wrong.push(...(await axeFindings(page)).map((finding) => `${name}: ${finding}`));
      wrong.push(...(await clipped(page)).map((words) => `${name}: does not fit: ${words}`));
      if (await scrollsSideways(page)) wrong.push(`${name}: wider than the window`);
      if (language === 'en')
        wrong.push(...(await russianWords(page)).map((words) => `${name}: not translated: ${words}`));
    }

    const engine = await holdEngine(page);
    await page.goto(serve.first.url);
    const waiting = page.getByRole('status', { name: t.loading });
    const screens: readonly (readonly [name: string, route: string, sign: string])[] = [
      ['flows', '/flows', `[data-testid="bot-row-${bots.menu}"]`],
      ['canvas', `/flow/${bots.menu}`, '[data-testid="block-kind-start"]'],
      ['live', `/live/${leads.bot}`, '[data-testid="conv-state"]'],
      ['connections', '/connections', 'h2'],
    ];
    for (const [name, route, sign] of screens) {
      engine.hold();
      await page.goto(at(page, route));
      await waiting.first().waitFor();
      await page.getByText(t.slow).first().waitFor(); // seen, not only there: its colour comes with the wait
      await look(`slow-${name}`);
      engine.release();
      await page.locator(sign).first().waitFor();
      await waiting.first().waitFor({ state: 'detached' });
    }
    engine.release();

    await page.goto(at(page, '/flows'));
    const row = page.getByTestId(`bot-row-${bots.menu}`);
    await row.getByTestId('sparkline').waitFor();
    await serve.kill();
    const banner = page.getByRole('alert').filter({ hasText: t.banner.lost.split('{{')[0] ?? '' });
    await banner.waitFor();
    await row.getByText('—').waitFor(); // the list stays, only the last day is not known
    await look('gone-flows');
    const rail = page.getByRole('navigation');
    for (const [name, section] of [
      ['live', t.live],
      ['connections', t.connections],
      ['settings', t.settings],
    ] as const) {
      await rail.getByText(section, { exact: true }).click();
      await page.locator(`[aria-current="page"]`, { hasText: section }).waitFor();
      expect(await banner.isVisible()).toBe(true);
      await look(`gone-${name}`);
    }
    await rail.getByText(t.flows, { exact: true }).click();
    await row.getByRole('button').first().click();
    await page.getByRole('button', { name: editorCopy[language].retry }).waitFor();
    await look('gone-canvas');
    await page.getByRole('button', { name: editorCopy[language].backToList }).click();
    await row.waitFor();
    expect(wrong).toEqual([]);
  },
);

/** The engine as it is on a bad day: its answers come when the test lets them through. */
async function holdEngine(page: Page): Promise<{ hold(): void; release(): void }> {
  let isHeld = false;
  let kept: (() => void)[] = [];
  await page.routeWebSocket(/\/ws$/u, (socket) => {
    const server = socket.connectToServer();
    socket.onMessage((message) => server.send(message));
    server.onMessage((message) => {
      const say = (): void => socket.send(message);
      // The greeting comes at once: the engine is there, only slow.
      if (isHeld && !String(message).includes('"ready"')) kept.push(say);
      else say();
    });
  });
  return {
    hold() {
      isHeld = true;
      kept = [];
    },
    release() {
      isHeld = false;
      for (const say of kept) say();
      kept = [];
    },
  };
}
