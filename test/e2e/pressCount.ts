import type { Page } from 'playwright-core';

/** What ux.md, 4, counts: a press of the mouse, or of a key that is no character. Typing is free. */
export interface PressCount {
  /** Presses since it was asked last. */
  since(): Promise<number>;
}

interface Counting {
  presses: number;
}

export async function countPresses(page: Page): Promise<PressCount> {
  await page.evaluate(() => {
    const counting = { presses: 0 };
    (window as unknown as { counting: Counting }).counting = counting;
    window.addEventListener('pointerdown', () => (counting.presses += 1), true);
    window.addEventListener(
      'keydown',
      ({ key, ctrlKey, metaKey, repeat }) => {
        const isChord = key.length > 1 || ctrlKey || metaKey;
        if (isChord && !repeat && !['Control', 'Shift', 'Alt', 'Meta'].includes(key)) counting.presses += 1;
      },
      true,
    );
  });
  let before = 0;
  return {
    async since() {
      const all = await page.evaluate(() => (window as unknown as { counting: Counting }).counting.presses);
      const since = all - before;
      before = all;
      return since;
    },
  };
}
