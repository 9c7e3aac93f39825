import { join } from 'node:path';
import { expect } from 'vitest';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { atRest } from './atRest.ts';

/** Everything that moves has come to rest: fonts, transitions, and the frame after them. What loops for ever is let be. */
export async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready;
  });
  await atRest(page);
}

/** Buttons, tabs and heads of tables with words that do not fit. Where the bot's own words are shortened, a `title` has them whole. */
export function clipped(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const controls = 'button, [role="tab"], [role="radio"], [role="menuitem"], th, nav a, legend, dt';
    const content = '[data-testid^="live-row"], .react-flow__node, [data-testid^="problem-"], [data-testid="chat-log"]';
    return [...document.querySelectorAll<HTMLElement>(controls)]
      .filter((control) => control.closest(content) === null && control.offsetParent !== null)
      .filter((control) => control.innerText.trim() !== '' && control.title === '')
      .filter((control) =>
        [control, ...control.querySelectorAll<HTMLElement>('*')].some(
          // An inline box has no width of its own; what has no words may hang over, as a dot on a picture does. A picture
          // is a window on something larger.
          (part) =>
            part.closest('[data-picture]') === null &&
            part.textContent.trim() !== '' &&
            part.clientWidth > 1 &&
            part.scrollWidth > part.clientWidth + 1,
        ),
      )
      .map((control) => `«${control.innerText || (control.ariaLabel ?? control.outerHTML.slice(0, 80))}»`);
  });
}

/** Anything wider than its window: the page must never scroll sideways. */
export function scrollsSideways(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
}

/** Russian words where an English page shows or tells them, with the names of languages left out (`lang`). */
export function russianWords(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const keep = (text: string | null): void => {
      if (text !== null && /[а-яё]/iu.test(text)) found.push(text.trim());
    };
    keep(document.title);
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode())
      if (node.parentElement?.closest('[lang="ru"]') === null) keep(node.textContent);
    for (const name of ['aria-label', 'title', 'placeholder', 'alt', 'aria-roledescription', 'aria-description'])
      for (const element of document.querySelectorAll(`[${name}]`))
        if (element.closest('[lang="ru"]') === null) keep(element.getAttribute(name));
    return found;
  });
}

/** Serious and critical findings of axe, each with the elements it is about. */
export async function axeFindings(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(
      ({ id, nodes }) =>
        `${id}: ${nodes
          .slice(0, 4)
          .map((node) => `${node.target.join(' ')} ${node.html.slice(0, 140)} ${node.any[0]?.message ?? ''}`)
          .join('\n    ')}`,
    );
}

/** A screen in both themes: a picture of each in `folder`, nothing that axe finds, no text cut, nothing that scrolls sideways. */
export async function lookInBothThemes(page: Page, folder: string, name: string): Promise<void> {
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.locator(`[data-theme="${colorScheme}"]`).waitFor();
    await settled(page);
    await page.screenshot({ path: join(folder, `${name}-${colorScheme}.png`) });
    expect(await axeFindings(page)).toEqual([]);
  }
  expect(await clipped(page)).toEqual([]);
  expect(await scrollsSideways(page)).toBe(false);
}
