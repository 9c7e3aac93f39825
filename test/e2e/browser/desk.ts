import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import type { BrowserContext, Locator, Page } from 'playwright-core';
import type { Bot } from '../../../engine/flow/botSchema.ts';
import { connect } from '../screens/shopWorld.ts';
import { atRest } from '../screens/atRest.ts';
import { clipped, settled } from '../screens/lookOver.ts';
import { ENLARGED } from '../screens/tour.ts';
import { startServe, type ServeProcess } from '../../host/serveProcess.ts';
import { openBrowser } from '../../support/browser.ts';
import { tempFolder } from '../../support/tempFolder.ts';

const OUTPUT = resolve(import.meta.dirname, '../../output/browser');

export interface Desk {
  readonly context: BrowserContext;
  readonly serve: ServeProcess;
  /** The bot as it is stored. */
  stored(): Promise<Bot>;
  /** One request of another window to the engine. */
  ask: Awaited<ReturnType<typeof connect>>['call'];
  /** A window on the bot, its blocks drawn. */
  open(): Promise<Page>;
  /** The engine dies as in a power cut, and is started again on the same port and folder. */
  killEngine(): Promise<void>;
  restartEngine(): Promise<void>;
  shot(page: Page, name: string): Promise<void>;
}

/** An author's browser and an engine of its own with this one bot. */
export async function openDesk(text: string, id: string): Promise<Desk> {
  mkdirSync(OUTPUT, { recursive: true });
  const folder = tempFolder();
  const start = (port: string): Promise<ServeProcess> =>
    startServe(['--sandbox', '--data', folder, '--webhook-port', '0', '--language', 'ru', '--port', port]);
  let serve = await start('0');
  let engine = await connect(serve.first.url);
  onTestFinished(() => serve.kill());
  await engine.call('bots.import', { text });
  const browser = await openBrowser();
  onTestFinished(() => browser.close());
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'ru-RU' });
  const { port } = new URL(serve.first.url);

  return {
    context,
    get serve() {
      return serve;
    },
    async stored() {
      return (await engine.call('bots.open', { id })).bot;
    },
    ask: (method, params) => engine.call(method, params),
    async open() {
      const page = await context.newPage();
      await page.goto(serve.first.url);
      await page.getByTestId(`bot-row-${id}`).waitFor();
      await page.goto(`${new URL(page.url()).origin}/?at=/flow/${id}`);
      await page.getByTestId('block-kind-start').waitFor();
      return page;
    },
    killEngine: () => serve.kill(),
    async restartEngine() {
      serve = await start(port);
      engine = await connect(serve.first.url);
    },
    async shot(page, name) {
      for (const colorScheme of ['dark', 'light'] as const) {
        await page.emulateMedia({ colorScheme });
        await page.locator(`[data-theme="${colorScheme}"]`).waitFor();
        await settled(page);
        await page.screenshot({ path: join(OUTPUT, `${name}-${colorScheme}.png`) });
      }
      const usual = page.viewportSize();
      await page.setViewportSize(ENLARGED);
      await settled(page);
      await page.screenshot({ path: join(OUTPUT, `${name}-small.png`) });
      expect(await clipped(page)).toEqual([]);
      if (usual) await page.setViewportSize(usual);
    },
  };
}

/** The lines over a screen that interrupt; not the region that is there for screen readers alone, mostly empty. */
export function banners(page: Page): Locator {
  return page.locator('[role="alert"]:not(#alarm)');
}

/** Until the status bar says that everything is stored. */
export async function saved(page: Page): Promise<void> {
  // What was done a moment ago may not be on the bar yet, which then still says so of what was before.
  await atRest(page);
  await page.locator('[data-testid="save-state"][data-state="saved"]').waitFor();
}

export async function undoBy(page: Page, key: 'Control+z' | 'Control+y', said: RegExp): Promise<void> {
  await page.keyboard.press(key);
  await expect.poll(() => page.locator('#announcer').textContent()).toMatch(said);
}
