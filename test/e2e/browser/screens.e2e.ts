import { describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { SETTINGS_PAGES } from '../../../renderer/app/settingsPages.ts';
import { checksCopy } from '../../../renderer/copy/checks.ts';
import { connectionsCopy } from '../../../renderer/copy/connections.ts';
import { flowsCopy } from '../../../renderer/copy/flows.ts';
import { publishCopy } from '../../../renderer/copy/publish.ts';
import type { Language } from '../screens/language.ts';
import { isWholeInView } from '../screens/isWholeInView.ts';
import { furnish, type ShopWorld } from '../screens/shopWorld.ts';
import { at, ENLARGED, LARGER, type Look, openBot as open, SMALL, startTour, USUAL } from '../screens/tour.ts';

const IS_ALL = process.env['ALL_SCREENS'] !== undefined;
/** Every screen once more at 125 %: on a busy machine that takes twice as long. */
const TIME = IS_ALL ? 1_200_000 : 360_000;

describe.for<{ language: Language }>([{ language: 'ru' }, { language: 'en' }])('in $language', ({ language }) => {
  test(
    'every screen can be read by everyone, in both themes and on a small laptop',
    async () => {
      const { folder, serve, visit, end } = await startTour(language);
      await visit(USUAL, ['light', 'dark'], (page, look) => welcome(page, look, language));
      if (language === 'ru') await visit(SMALL, ['light'], (page, look) => welcome(page, look, language));
      const world = await furnish(serve, folder, language);
      await visit(USUAL, ['light', 'dark'], (page, look) => everything(page, look, world, language));
      if (IS_ALL) await visit(LARGER, ['light', 'dark'], (page, look) => everything(page, look, world, language));
      if (language === 'ru') {
        await visit(SMALL, ['light'], (page, look) => everything(page, look, world, language));
        await visit(ENLARGED, ['light'], (page, look) => enlarged(page, look, world));
      }
      await end();
    },
    TIME,
  );
});

async function welcome(page: Page, look: Look, language: Language): Promise<void> {
  await page.getByRole('heading', { name: flowsCopy[language].welcome.title }).waitFor();
  await look('01-welcome');
  await page.getByText(flowsCopy[language].welcome.template, { exact: true }).click();
  await page.getByRole('dialog').waitFor();
  await look('02-templates');
}

async function everything(page: Page, look: Look, world: ShopWorld, language: Language): Promise<void> {
  await list(page, look, world, language);
  await drawing(page, look, world);
  await testing(page, look, world, language);
  await publishing(page, look, world, language);
  await live(page, look, world, language);
  await connections(page, look, world, language);
  await settings(page, look);
}

async function settings(page: Page, look: Look): Promise<void> {
  for (const name of SETTINGS_PAGES) {
    await page.goto(at(page, `/settings/${name}`));
    await page.getByRole('heading', { level: 2 }).first().waitFor();
    await look(`60-settings-${name}`);
  }
  await page.keyboard.press('F1');
  await page.getByRole('dialog').waitFor();
  await look('61-keys');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+k');
  await page.getByTestId('palette').waitFor();
  await look('62-palette');
  await page.keyboard.press('Escape');
}

async function list(page: Page, look: Look, { bots }: ShopWorld, language: Language): Promise<void> {
  const row = page.getByTestId(`bot-row-${bots.draft}`);
  await row.waitFor();
  await look('10-flows');
  await row.getByRole('button').last().click();
  await page.getByRole('menu').waitFor();
  await look('11-flows-menu');
  await page.getByRole('menuitem', { name: flowsCopy[language].delete }).click();
  await row.waitFor({ state: 'detached' });
  await look('12-toast');
  await page.getByRole('button', { name: flowsCopy[language].undo }).click();
  await row.waitFor();
}

async function drawing(page: Page, look: Look, { bots }: ShopWorld): Promise<void> {
  await open(page, bots.menu);
  await page.getByTestId('bot-settings').waitFor();
  await look('20-editor');
  await page.getByTestId('block-menu').click({ position: { x: 90, y: 14 } });
  await page.getByTestId('tab-block').click();
  await page.getByTestId('inspector-menu').waitFor();
  await look('21-block');
  await page.getByTestId('add-block').click();
  await page.getByTestId('picker').waitFor();
  await look('22-picker');
  await page.getByTestId('picker-item-message').click();
  const added = page.locator('.react-flow__node.selected').getByTestId('block-kind-message');
  await added.waitFor();
  await expect.poll(() => added.evaluate(isWholeInView)).toBe(true);
  await look('26-added');
  await page.getByTestId('undo').click();
  await added.waitFor({ state: 'detached' });
  await page.getByTestId('tab-variables').click();
  await look('23-variables');
  await open(page, bots.nlp);
  for (const part of ['settings-statuses', 'settings-topics'])
    await page.getByTestId(part).getByRole('button', { expanded: false }).first().click();
  await look('24-settings-of-bot');
  await open(page, bots.draft);
  await page.locator('[data-testid^="problem-"]').first().waitFor();
  await look('25-problems');
}

const SAID = { ru: ['Здравствуйте', 'каталог', '1'], en: ['Hello', 'catalogue', '1'] };

async function testing(page: Page, look: Look, { bots }: ShopWorld, language: Language): Promise<void> {
  await open(page, bots.menu);
  await page.getByTestId('tab-test').click();
  await page.getByTestId('chat-input').waitFor();
  await look('30-test-empty');
  for (const text of SAID[language]) {
    const before = await page.getByTestId('chat-path').count();
    await page.getByTestId('chat-input').fill(text);
    await page.getByTestId('chat-input').press('Enter');
    await page.getByTestId('chat-path').nth(before).waitFor();
  }
  const current = page.getByTestId('block-catalogue');
  await current.and(page.locator('[data-visit]')).waitFor();
  await expect.poll(() => current.evaluate(isWholeInView)).toBe(true);
  await look('31-test');
}

async function publishing(page: Page, look: Look, { bots }: ShopWorld, language: Language): Promise<void> {
  await open(page, bots.draft);
  await page.locator('[data-testid^="problem-"]').first().waitFor();
  await page.getByTestId('publish').click();
  await page.getByTestId('publish-confirm').waitFor();
  await look('40-publish-blocked');
  await open(page, bots.menu);
  await page.getByTestId('publish').click();
  await page.getByTestId('publish-confirm').and(page.locator(':enabled')).waitFor();
  await look('41-publish');
  await page.getByRole('tab', { name: publishCopy[language].tabVersions }).click();
  await page.getByTestId('version-1').waitFor();
  await look('42-versions');
}

async function live(page: Page, look: Look, { leads }: ShopWorld, language: Language): Promise<void> {
  await page.goto(at(page, '/live'));
  await page.getByTestId(`live-row-${leads.bot}`).waitFor();
  await look('50-live');
  for (const view of ['away', 'queues']) {
    await page.getByTestId(`live-${view}`).click();
    await page.getByRole('tabpanel').getByRole('heading').waitFor();
    await look(`53-live-${view}`);
  }
  await page.getByTestId('live-talks').click();
  for (const [state, lead] of Object.entries(leads)) {
    await page.getByTestId(`live-row-${lead}`).click();
    await page.getByTestId('conv-state').waitFor();
    await page.locator(`[data-testid="live-row-${lead}"][aria-current="true"]`).waitFor();
    await look(`51-live-${state}`);
  }
  await page.getByTestId('conv-more').click();
  await page.getByRole('menuitem', { name: checksCopy[language].replay }).click();
  await page.getByRole('dialog').getByRole('status').waitFor();
  await look('52-replay');
}

async function connections(page: Page, look: Look, world: ShopWorld, language: Language): Promise<void> {
  const t = connectionsCopy[language];
  await page.goto(at(page, '/connections'));
  const preview = page.getByRole('button', { name: t.statuses.preview });
  await preview.waitFor();
  await look('55-connections');
  await preview.click();
  await page.getByRole('button', { name: t.statuses.apply }).scrollIntoViewIfNeeded();
  await look('56-statuses');
  await page.getByRole('button', { name: t.statuses.cancel }).click();
  await page.getByText(t.token.advanced).click();
  await page.getByLabel(t.token.server).fill(world.sandboxApi);
  await page.getByLabel(t.token.label).fill('not-the-token-of-anybody');
  await page.getByText(t.fault.badToken).scrollIntoViewIfNeeded();
  await look('57-wrong-token');
}

async function enlarged(page: Page, look: Look, { bots, leads }: ShopWorld): Promise<void> {
  await page.goto(at(page, '/settings'));
  await page.getByRole('heading', { level: 2 }).first().waitFor();
  await look('70-large-settings');
  await page.goto(at(page, `/live/${leads.bot}`));
  await page.getByTestId('conv-state').waitFor();
  await look('71-large-live');
  await open(page, bots.menu);
  await look('72-large-editor');
  await page.goto(at(page, '/connections'));
  await page.getByRole('heading', { level: 2 }).first().waitFor();
  await look('73-large-connections');
}
