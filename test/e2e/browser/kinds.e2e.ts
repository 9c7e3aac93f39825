import { describe, test } from 'vitest';
import type { Page } from 'playwright-core';
import { KIND_NAMES } from '../../../engine/nodes/kind.ts';
import type { Language } from '../screens/language.ts';
import { furnishKinds } from '../screens/shopWorld.ts';
import { ENLARGED, type Look, openBot, SMALL, startTour, USUAL } from '../screens/tour.ts';

describe.for<{ language: Language }>([{ language: 'ru' }, { language: 'en' }])('in $language', ({ language }) => {
  test('every kind of block can be read and set up, filled in and fresh', async () => {
    const { serve, visit, end } = await startTour(language);
    const bots = await furnishKinds(serve, language);
    await visit(USUAL, language === 'ru' ? ['dark'] : ['light'], async (page, look) => {
      await openBot(page, bots.filled);
      await everyKind(page, look, '80-filled');
      await choices(page, look);
    });
    await visit(SMALL, ['light'], async (page, look) => {
      await openBot(page, bots.fresh);
      await everyKind(page, look, '81-fresh');
    });
    if (language === 'ru')
      await visit(ENLARGED, ['light'], async (page, look) => {
        await openBot(page, bots.filled);
        await everyKind(page, look, '82-large');
      });
    await end();
  });
});

async function everyKind(page: Page, look: Look, name: string): Promise<void> {
  await look(name);
  for (const kind of KIND_NAMES) {
    await select(page, kind);
    // Everything the block has, also what is folded away at first.
    await page.getByTestId(`inspector-${kind}`).locator(FOLDED).evaluateAll(open);
    await look(`${name}-${kind}`);
  }
}

const FOLDED = 'button[aria-expanded="false"]:not([role="combobox"], [aria-haspopup])';

const open = (folds: (Element & { click?: () => void })[]): void => folds.forEach((fold) => fold.click?.());

/** Blocks beyond the edge are chosen all the same. */
async function select(page: Page, block: string): Promise<void> {
  await page.locator(`.react-flow__node[data-id="${block}"]`).dispatchEvent('click');
  await page.getByTestId(`inspector-${block}`).waitFor();
}

/** The lists that open over the inspector. */
async function choices(page: Page, look: Look): Promise<void> {
  await select(page, 'condition');
  await page.getByTestId('inspector-condition').getByRole('combobox').first().click();
  await page.getByRole('listbox').waitFor();
  await look('83-what-to-compare');
  await page.keyboard.press('Escape');
  await select(page, 'lead');
  await page.locator('[data-field="comment"]').getByRole('button').click();
  await page.getByRole('listbox').waitFor();
  await look('84-variables-of-a-text');
  await page.keyboard.press('Escape');
  await select(page, 'hours');
  await page.locator('[data-field="timeZone"]').getByRole('combobox').click();
  await page.getByRole('listbox').waitFor();
  await look('85-time-zones');
}
