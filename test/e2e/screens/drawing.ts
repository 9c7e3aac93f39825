import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { expect, onTestFinished } from 'vitest';
import type { Bot, BotNode } from '../../../engine/flow/botSchema.ts';
import { until } from '../../host/liveShop.ts';
import { openBrowser } from '../../support/browser.ts';
import { tempFolder } from '../../support/tempFolder.ts';
import { connect, startStudio } from './shopWorld.ts';
import { atRest } from './atRest.ts';
import { openBot, type Size, SMALL } from './tour.ts';

const OUTPUT = resolve(import.meta.dirname, '../../output/drawing');

/** A bot on the canvas of a real window, and the file it is kept in. */
export interface Drawing {
  readonly page: Page;
  /** The bot as it is on disk now. */
  saved(): Promise<Bot>;
  /** Waits until the file says so. */
  savedAs(what: string, holds: (bot: Bot) => boolean): Promise<Bot>;
  shot(name: string): Promise<void>;
  /** Nothing went wrong in the window. */
  end(): Promise<void>;
}

/** `beforeOpened` runs in the window before anything of the product does. */
export async function startDrawing(
  bot: Bot,
  size: Size = SMALL,
  motion: 'reduce' | 'no-preference' = 'reduce',
  beforeOpened: () => void = () => undefined,
): Promise<Drawing> {
  mkdirSync(OUTPUT, { recursive: true });
  const serve = await startStudio(tempFolder(), 'ru');
  onTestFinished(() => serve.kill());
  const engine = await connect(serve.first.url);
  onTestFinished(() => engine.close());
  const { id } = await engine.call('bots.import', { text: JSON.stringify(bot) });
  const browser = await openBrowser();
  onTestFinished(() => browser.close());
  const context = await browser.newContext({ viewport: size, locale: 'ru-RU', reducedMotion: motion });
  const page = await context.newPage();
  await page.addInitScript(beforeOpened);
  const surprises: string[] = [];
  page.on('pageerror', (error) => surprises.push(error.message));
  page.on('console', (message) => message.type() === 'error' && surprises.push(message.text()));
  await page.goto(serve.first.url);
  await openBot(page, id);
  const saved = async (): Promise<Bot> => (await engine.call('bots.open', { id })).bot;
  return {
    page,
    saved,
    savedAs: (what, holds) =>
      until(
        what,
        async () => {
          const now = await saved();
          return holds(now) && now;
        },
        30_000,
      ),
    async shot(name) {
      await page.screenshot({ path: join(OUTPUT, `${name}.png`) });
    },
    async end() {
      expect(surprises).toEqual([]);
      await browser.close();
      expect(await serve.stop()).toBe(0);
    },
  };
}

/** Letters of a Russian board, as its keys send them: the driver itself knows only the keys of a Latin one. */
export async function typeRussian(page: Page, text: string): Promise<void> {
  await page.evaluate((letters) => {
    for (const key of letters) {
      const target = document.activeElement ?? document.body;
      target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    }
  }, text);
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where it is on the screen, once nothing on the canvas is on its way. */
export async function boxOf(thing: Locator): Promise<Box> {
  await thing.waitFor();
  await atRest(thing.page());
  const box = await thing.boundingBox();
  if (box === null) throw new Error('it is not on the screen');
  return box;
}

export async function middleOf(thing: Locator): Promise<{ readonly x: number; readonly y: number }> {
  const box = await boxOf(thing);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Presses, travels in steps as a hand does, and lets go. */
export async function drag(page: Page, from: { x: number; y: number }, to: { x: number; y: number }): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 12 });
  await page.mouse.up();
}

export function nodeIn(bot: Bot, id: string): BotNode {
  const node = bot.flows[0]?.nodes.find((each) => each.id === id);
  if (!node) throw new Error(`no block ${id}`);
  return node;
}

export function placeIn(bot: Bot, id: string): { readonly x: number; readonly y: number } {
  const place = bot.layout?.['main']?.nodes[id];
  if (!place) throw new Error(`no place for ${id}`);
  return { x: place.x, y: place.y };
}

export async function undo(page: Page): Promise<void> {
  await page.keyboard.press('Control+z');
}
