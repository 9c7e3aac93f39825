import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import type { Page } from 'playwright-core';
import type { ServeProcess } from '../../host/serveProcess.ts';
import { openBrowser } from '../../support/browser.ts';
import { tempFolder } from '../../support/tempFolder.ts';
import { axeFindings, clipped, russianWords, scrollsSideways, settled } from './lookOver.ts';
import type { Language } from './language.ts';
import { startStudio } from './shopWorld.ts';

const OUTPUT = resolve(import.meta.dirname, '../../output/screens');

export interface Size {
  readonly width: number;
  readonly height: number;
}
export const USUAL: Size = { width: 1440, height: 900 };
/** The usual one with the interface at 125 %. */
export const LARGER: Size = { width: 1152, height: 720 };
export const SMALL: Size = { width: 1366, height: 768 };
/** The small one with the largest interface, 150 % (ux.md, 6.1): that many pixels of CSS are left. */
export const ENLARGED: Size = { width: 911, height: 512 };
type Theme = 'light' | 'dark';

/** One look at one screen: kept as a picture, and judged. */
export type Look = (name: string) => Promise<void>;

export interface Tour {
  readonly folder: string;
  readonly serve: ServeProcess;
  /** Opens a window of this size and walks; what is wrong on the way is kept. */
  visit(size: Size, themes: readonly Theme[], walk: (page: Page, look: Look) => Promise<void>): Promise<void>;
  /** Closes everything; fails with all that was wrong. */
  end(): Promise<void>;
}

const LOCALES = { ru: 'ru-RU', en: 'en-US' };

/** A studio of its own and a browser, for a walk through the screens in this language. */
export async function startTour(language: Language): Promise<Tour> {
  mkdirSync(OUTPUT, { recursive: true });
  const folder = tempFolder();
  const serve = await startStudio(folder, language);
  onTestFinished(() => serve.kill());
  const browser = await openBrowser();
  onTestFinished(() => browser.close());
  const wrong: string[] = [];

  async function judge(page: Page, size: Size, themes: readonly Theme[], name: string): Promise<void> {
    for (const theme of themes) {
      await page.emulateMedia({ colorScheme: theme });
      await page.locator(`[data-theme="${theme}"]`).waitFor();
      await settled(page);
      const full = `${name}-${language}-${theme}${size === USUAL ? '' : size === LARGER ? '-125' : '-small'}`;
      await page.screenshot({ path: join(OUTPUT, `${full}.png`) });
      // The same page in a smaller window has the same names, roles and colours.
      if (size === USUAL) wrong.push(...(await axeFindings(page)).map((finding) => `${full}: ${finding}`));
    }
    const plain = `${name}-${language}`;
    wrong.push(...(await clipped(page)).map((words) => `${plain}: does not fit: ${words}`));
    if (await scrollsSideways(page)) wrong.push(`${plain}: the page is wider than the window`);
    if (language === 'en')
      wrong.push(...(await russianWords(page)).map((words) => `${plain}: not translated: ${words}`));
  }

  return {
    folder,
    serve,
    async visit(size, themes, walk) {
      const context = await browser.newContext({ viewport: size, locale: LOCALES[language], reducedMotion: 'reduce' });
      const page = await context.newPage();
      page.on('pageerror', (error) => wrong.push(`page error: ${error.message}`));
      page.on('console', (message) => message.type() === 'error' && wrong.push(`console: ${message.text()}`));
      await page.goto(serve.first.url);
      await walk(page, (name) => judge(page, size, themes, name));
      await context.close();
    },
    async end() {
      await browser.close();
      expect(await serve.stop()).toBe(0);
      expect(wrong).toEqual([]);
    },
  };
}

export function at(page: Page, route: string): string {
  return `${new URL(page.url()).origin}/?at=${route}`;
}

export async function openBot(page: Page, bot: string): Promise<void> {
  await page.goto(at(page, `/flow/${bot}`));
  await page.getByTestId('block-kind-start').waitFor();
}
