import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { connect } from '../e2e/screens/shopWorld.ts';
import { startServe } from '../host/serveProcess.ts';
import { openBrowser } from '../support/browser.ts';
import { type Figure, quantile, round } from './figure.ts';

const ROUNDS = 7;
/** What an author takes to read the empty chat and type a word; the phrases are learned meanwhile. */
const TYPING_MS = 3_000;

/** The test chat in Chromium, a fresh window each time: from Enter to the first words of the bot on the screen. */
export async function benchFirstReply(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'dialogram-bench-chat-'));
  const serve = await startServe(['--sandbox', '--data', folder, '--webhook-port', '0']);
  const engine = await connect(serve.first.url);
  const { id } = await engine.call('bots.create', { template: 'nlp', language: 'ru' });
  const browser = await openBrowser();
  const url = serve.first.url.replace('/#', `/?at=/flow/${id}#`);
  const figures: Figure[] = [];
  for (const [name, typing] of [
    ['after a few seconds of typing', TYPING_MS],
    ['at once, the phrases not learned yet', 0],
  ] as const) {
    const times: number[] = [];
    for (let turn = 0; turn < ROUNDS; turn += 1) times.push(await firstReply(browser, url, typing));
    times.sort((a, b) => a - b);
    figures.push({ name: `test chat: first reply ${name}, p50`, value: round(quantile(times, 0.5)), unit: 'ms' });
    figures.push({
      name: `test chat: first reply ${name}, longest`,
      value: round(times.at(-1) ?? Number.NaN),
      unit: 'ms',
    });
  }
  await browser.close();
  engine.close();
  await serve.stop();
  rmSync(folder, { recursive: true, force: true });
  return figures;
}

async function firstReply(browser: Browser, url: string, typing: number): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.goto(url);
  await page.getByTestId('block-kind-start').waitFor();
  await page.getByTestId('tab-test').click();
  await page.getByTestId('chat-input').fill('Здравствуйте');
  await page.waitForTimeout(typing);
  await watch(page);
  await page.getByTestId('chat-input').press('Enter');
  const took = await page.waitForFunction(() => performance.getEntriesByName('reply')[0]?.duration);
  const value = (await took.jsonValue()) ?? Number.NaN;
  await context.close();
  return value;
}

/** In the page itself, so that the way to this process is not counted: until the frame after the words have come. */
function watch(page: Page): Promise<void> {
  return page.evaluate(() => {
    addEventListener('keydown', () => performance.mark('enter'), { capture: true, once: true });
    const observer = new MutationObserver(() => {
      if (document.querySelector('[data-testid="chat-log"] [data-from="bot"]') === null) return;
      observer.disconnect();
      requestAnimationFrame(() => setTimeout(() => performance.measure('reply', 'enter')));
    });
    observer.observe(document.body, { childList: true, subtree: true });
  });
}
