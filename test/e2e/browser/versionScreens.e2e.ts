import { describe, test } from 'vitest';
import type { Page } from 'playwright-core';
import { audienceCopy } from '../../../renderer/copy/audience.ts';
import { publishCopy } from '../../../renderer/copy/publish.ts';
import { versionsCopy } from '../../../renderer/copy/versions.ts';
import type { Language } from '../screens/language.ts';
import { connect } from '../screens/shopWorld.ts';
import { type Look, openBot, startTour, USUAL } from '../screens/tour.ts';

const NOTES = { ru: 'Первая', en: 'The first one' };

describe.for<{ language: Language }>([{ language: 'ru' }, { language: 'en' }])('in $language', ({ language }) => {
  test('test contacts, the comparison, an older version and the way back can be read by everyone', async () => {
    const { serve, visit, end } = await startTour(language);
    const engine = await connect(serve.first.url);
    const { id } = await engine.call('bots.create', { template: 'menu', language });
    await engine.call('bots.publish', { id, note: NOTES[language] });
    await engine.call('bots.publish', { id });
    engine.close();
    await visit(USUAL, ['light', 'dark'], async (page, look) => {
      await openBot(page, id);
      await comparing(page, look, language);
      await testers(page, look, language);
      await goingBack(page, look, language);
    });
    await end();
  });
});

/** The draft beside the version that customers meet, and an older version alone. */
async function comparing(page: Page, look: Look, language: Language): Promise<void> {
  await page.getByTestId('block-menu').click({ position: { x: 120, y: 18 } });
  await page.getByTestId('tab-block').click();
  await page.getByTestId('dock').locator('textarea').first().fill('2 + 2 = 4');
  await page.locator('[data-testid="draft-pill"][data-changes="1"]').waitFor();
  await page.getByTestId('draft-pill').click();
  await page.getByTestId('show-on-canvas').click();
  await page.getByTestId('change-block-changed').first().waitFor();
  await look('45-compare');
  await versionsOf(page, language);
  const lookAt = versionsCopy[language].list.lookAt.replace('{{number}}', '1');
  await page.getByTestId('version-1').getByRole('button', { name: lookAt }).click();
  await page.getByTestId('version-bar').waitFor();
  await look('46-version');
  await page.getByTestId('version-close').click();
}

async function testers(page: Page, look: Look, language: Language): Promise<void> {
  await page.getByTestId('publish').click();
  await page.getByTestId('audience-test').click();
  const picker = page.getByTestId('testers');
  await picker.getByRole('switch').click();
  await picker.getByRole('textbox').fill('+7 999 123-45-67');
  await page.keyboard.press('Enter');
  await picker.getByRole('listitem').waitFor();
  await picker.getByRole('button', { name: audienceCopy[language].wait }).click();
  await page.getByTestId('tester-word').waitFor();
  await look('44-testers');
  await page.keyboard.press('Escape');
}

async function goingBack(page: Page, look: Look, language: Language): Promise<void> {
  await versionsOf(page, language);
  const rollBack = versionsCopy[language].list.rollbackTo.replace('{{number}}', '1');
  await page.getByTestId('version-1').getByRole('button', { name: rollBack }).click();
  await page.getByTestId('publish-waiting').waitFor();
  await look('43-rollback');
}

async function versionsOf(page: Page, language: Language): Promise<void> {
  await page.getByTestId('draft-pill').click();
  await page.getByRole('tab', { name: publishCopy[language].tabVersions }).click();
  await page.getByTestId('version-1').waitFor();
}
