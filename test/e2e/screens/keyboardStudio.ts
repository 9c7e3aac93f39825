import { onTestFinished, expect } from 'vitest';
import type { Page } from 'playwright-core';
import { type Bot, type BotNode, FORMAT } from '../../../engine/flow/botSchema.ts';
import { openBrowser } from '../../support/browser.ts';
import { tempFolder } from '../../support/tempFolder.ts';
import type { Language } from './language.ts';
import { connect, startStudio } from './shopWorld.ts';
import { openBot, SMALL } from './tour.ts';

/** A window on one bot, driven by keys alone. */
export interface KeyboardStudio {
  readonly page: Page;
  /** The bot as it is saved, once `isSo` holds for it. */
  saved(isSo: (bot: Bot) => boolean): Promise<Bot>;
  /** Presses these keys, one after the other; after each, something has the focus. */
  press(...keys: readonly string[]): Promise<void>;
  type(text: string): Promise<void>;
  /** How many keys were pressed besides typed text. */
  pressed(): number;
  /** What has the focus: the id of a block, `output of block`, else its test id or tag. */
  focused(): Promise<string>;
  /** What the live region has said since the last time it was asked. */
  heard(): Promise<readonly string[]>;
}

const LOCALES = { ru: 'ru-RU', en: 'en-US' };

export async function openStudio(bot: Bot, language: Language = 'ru'): Promise<KeyboardStudio> {
  const serve = await startStudio(tempFolder(), language);
  onTestFinished(() => serve.kill());
  const engine = await connect(serve.first.url);
  onTestFinished(() => engine.close());
  const { id } = await engine.call('bots.import', { text: JSON.stringify(bot) });
  const browser = await openBrowser();
  onTestFinished(() => browser.close());
  const context = await browser.newContext({ viewport: SMALL, locale: LOCALES[language], reducedMotion: 'reduce' });
  const page = await context.newPage();
  const wrong: string[] = [];
  page.on('pageerror', (error) => wrong.push(error.message));
  onTestFinished(() => expect(wrong).toEqual([]));
  await page.addInitScript(watchPage);
  await page.goto(serve.first.url);
  await openBot(page, id);
  return drive(page, async () => (await engine.call('bots.open', { id })).bot);
}

interface Watched extends Window {
  pointers: number;
  said: string[];
}

/** In the page, before its own code: counts presses of the pointer, writes down what the live region says. */
export function watchPage(): void {
  const watched = window as unknown as Watched;
  watched.pointers = 0;
  watched.said = [];
  window.addEventListener('pointerdown', () => (watched.pointers += 1), true);
  new MutationObserver(() => {
    const text = document.getElementById('announcer')?.textContent.trim() ?? '';
    if (text !== '' && watched.said.at(-1) !== text) watched.said.push(text);
  }).observe(document, { subtree: true, childList: true, characterData: true });
}

/** A window that is open already, driven by keys alone; `open` gives the bot as it is kept. */
export function drive(page: Page, open: () => Promise<Bot>): KeyboardStudio {
  let count = 0;
  let heard = 0;
  return {
    page,
    async saved(isSo) {
      await expect.poll(async () => isSo(await open())).toBe(true);
      return open();
    },
    async press(...keys) {
      for (const key of keys) {
        await page.keyboard.press(key);
        count += 1;
        // For a moment the page may have it, between what goes and what comes in its place.
        await expect
          .poll(() => page.evaluate(() => document.activeElement?.tagName), { message: `after ${key}` })
          .not.toBe('BODY');
      }
    },
    type: (text) => page.keyboard.type(text),
    pressed: () => count,
    focused: () =>
      page.evaluate(() => {
        const at = document.activeElement as HTMLElement | null;
        const block = at?.closest<HTMLElement>('.react-flow__node')?.dataset['id'];
        const output = at?.closest<HTMLElement>('[data-row]')?.dataset['row'];
        if (block !== undefined) return output === undefined ? block : `${output} of ${block}`;
        return at?.dataset['testid'] ?? at?.tagName ?? '';
      }),
    async heard() {
      const all = await page.evaluate(() => (window as unknown as Watched).said);
      const fresh = all.slice(heard);
      heard = all.length;
      return fresh;
    },
  };
}

/** How often the pointer was pressed. */
export function pointerPresses(page: Page): Promise<number> {
  return page.evaluate(() => (window as unknown as Watched).pointers);
}

/** A bot of one flow; blocks stand where they are put. */
export function flowOf(nodes: readonly (BotNode & { readonly at: readonly [number, number] })[]): Bot {
  return {
    format: FORMAT,
    id: 'bot_keys',
    name: 'Торты',
    language: 'ru',
    flows: [{ id: 'main', name: 'Главный', main: true, nodes: nodes.map(({ at: _, ...node }) => node) }],
    layout: { main: { nodes: Object.fromEntries(nodes.map(({ id, at: [x, y] }) => [id, { x, y }])) } },
  };
}
