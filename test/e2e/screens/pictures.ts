// usage: node test/e2e/screens/pictures.ts     the pictures of the README, from the app itself, into renderer/pictures
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { sandboxDesk } from '../../../engine/cli/sandboxDesk.ts';
import { loadWorld } from '../../../engine/sandbox/worldFile.ts';
import { until } from '../../host/liveShop.ts';
import { connect, furnish, startStudio } from './shopWorld.ts';
import { at, openBot } from './tour.ts';
import { openBrowser } from '../../support/browser.ts';
import { ROOT } from '../../../.ci/tools/targets.ts';
import { apng, type Frame } from '../../../.ci/tools/apng.ts';

const OUT = join(ROOT, 'renderer/pictures');
const SIZE = { width: 1280, height: 760 };
const SMALL = { width: 960, height: 600 };
const ASKED = [
  ['Olivia', 'can I pay by card', 'when do you open'],
  ['Noah', 'do you take cash', 'how do I pay'],
  ['Emma', 'when are you open', 'can I pay by card'],
] as const;

const folder = mkdtempSync(join(tmpdir(), 'dialogram-pictures-'));
const serve = await startStudio(folder, 'en');
const browser = await openBrowser();
try {
  const world = await furnish(serve, folder, 'en');
  const context = await browser.newContext({ viewport: SIZE, locale: 'en-US', reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.goto(serve.first.url);
  const shot = (name: string): Promise<unknown> => page.screenshot({ path: join(OUT, `${name}.png`) });

  await page.getByTestId(`bot-row-${world.bots.menu}`).waitFor();
  await shot('flows');
  await openBot(page, world.bots.menu);
  await page.getByTestId('tab-test').click();
  for (const words of ['hello', '3']) await say(page, words);
  await shot('editor');
  await page.keyboard.press('Control+k');
  await page.getByTestId('palette').waitFor();
  await shot('palette');
  await page.keyboard.press('Escape');
  await openBot(page, world.bots.draft);
  await page.getByTestId('problems-title').click();
  await page.getByTestId('problem-E-OUT').first().click();
  await shot('problems');
  await openBot(page, world.bots.menu);
  await page.getByTestId('publish').click();
  await page.getByTestId('publish-confirm').waitFor();
  await shot('publish');
  await page.goto(at(page, `/live/${world.leads.bot}`));
  await page.getByTestId(`live-row-${world.leads.bot}`).waitFor();
  await shot('live');
  await askAround(world.bots.nlp);
  // The topics of a bot that has been spoken to: what customers mean, and how often.
  await page.goto(at(page, `/phrases/${world.bots.nlp}/payment`));
  await page.locator('[data-testid="quality-known"]').waitFor();
  await page.getByTestId('try-phrase').fill('can I pay by card?');
  await page.getByTestId('try-result').waitFor();
  await shot('phrases');
  await context.close();

  const small = await browser.newContext({ viewport: SMALL, locale: 'en-US', reducedMotion: 'reduce' });
  writeFileSync(join(OUT, 'building.png'), apng(await building(await small.newPage())));
} finally {
  await browser.close();
  await serve.stop();
  rmSync(folder, { recursive: true, force: true });
}

/** Customers write to this bot in their own words. */
async function askAround(bot: string): Promise<void> {
  const engine = await connect(serve.first.url);
  await engine.call('bots.publish', { id: bot });
  engine.close();
  const token = loadWorld(join(folder, 'sandbox.json'))?.token ?? '';
  const desk = sandboxDesk({ url: new URL(serve.first.sandboxUrl ?? '').origin, token });
  for (const [name, ...texts] of ASKED) {
    const customer = await desk.customer(name);
    for (const text of ['hello', ...texts]) {
      const heard = (await customer.hears()).length;
      await customer.writes(text);
      await until(`${name} is answered`, async () => (await customer.hears()).length > heard + 1);
    }
  }
}

async function say(page: Page, words: string): Promise<void> {
  const bubbles = page.getByTestId('chat-log').getByRole('paragraph');
  const before = await bubbles.count();
  await page.getByTestId('chat-input').fill(words);
  await page.keyboard.press('Enter');
  await bubbles.nth(before + 1).waitFor();
}

/** A menu is drawn from nothing and tried: by keys, as the block list and the canvas take them. */
async function building(page: Page): Promise<Frame[]> {
  const frames: Frame[] = [];
  const keep = async (ms: number): Promise<void> => {
    frames.push({ png: await page.screenshot(), ms });
  };
  const type = async (words: string): Promise<void> => {
    for (const part of words.split(/(?<= )/u)) {
      await page.keyboard.type(part);
      await keep(160);
    }
  };
  const add = async (kind: string, query: string): Promise<Locator> => {
    const cards = page.getByTestId(`block-kind-${kind}`);
    const before = await cards.count();
    await page.keyboard.press('n');
    await page.getByTestId('picker').waitFor();
    await keep(500);
    await page.keyboard.type(query);
    await keep(500);
    await page.keyboard.press('Enter');
    // It opens with its text ready to be written.
    await cards.nth(before).locator('textarea').waitFor();
    return cards.nth(before);
  };

  await page.goto(serve.first.url);
  await page.getByRole('button', { name: 'New bot' }).click();
  await page.getByRole('dialog').getByText('Empty', { exact: false }).first().click();
  const start = page.getByTestId('block-kind-start');
  await start.waitFor();
  await keep(900);
  await start.click({ position: { x: 120, y: 16 } });
  const menu = await add('menu', 'menu');
  await type('How can we help?');
  await page.keyboard.press('Tab');
  await type('Delivery');
  await page.keyboard.press('Enter');
  await type('Opening hours');
  await keep(500);
  await page.keyboard.press('Escape');
  for (const [index, text] of ['We deliver in a day.', 'Every day, 9 to 8.'].entries()) {
    await menu.locator('[data-output]').nth(index).focus();
    await add('message', 'message');
    await type(text);
    await page.keyboard.press('Escape');
    await keep(400);
  }
  await page.keyboard.press('Control+e');
  await page.getByTestId('chat-input').waitFor();
  await type('hello');
  for (const words of ['', '1']) {
    if (words !== '') await type(words);
    const bubbles = page.getByTestId('chat-log').getByRole('paragraph');
    const before = await bubbles.count();
    await page.keyboard.press('Enter');
    await bubbles.nth(before + 1).waitFor();
    await keep(1400);
  }
  await keep(2200);
  return frames;
}
