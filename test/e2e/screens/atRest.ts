import type { Page } from 'playwright-core';

/**
 * Until the picture is the one that what was done has led to: nothing is left to be drawn, the canvas and its cards stand where
 * they stood the frame before, and nothing that ends is still moving. An attribute or a request can be ahead of the picture;
 * whoever takes a place from the screen waits for this first.
 */
export async function atRest(page: Page): Promise<void> {
  const ms = 20_000;
  const isAtRest = await page.evaluate(async (limit) => {
    const began = performance.now();
    const looks = (): string =>
      ['.react-flow__viewport', '[data-testid="canvas"]', '.react-flow__node', '[data-radix-popper-content-wrapper]']
        .flatMap((place) => [...document.querySelectorAll<HTMLElement>(place)])
        .map(({ style, dataset, offsetWidth, offsetHeight, offsetLeft, offsetTop }) =>
          [style.transform, dataset['density'], offsetWidth, offsetHeight, offsetLeft, offsetTop].join(),
        )
        .join(';');
    /** A frame was drawn, and the page has nothing more to do: React's own tasks come before what is done in idle time. */
    const turn = async (): Promise<void> => {
      await new Promise((next) => requestAnimationFrame(next));
      await new Promise((next) => requestIdleCallback(next, { timeout: 2_000 }));
    };
    const moves = (): boolean =>
      document
        .getAnimations()
        .some(
          ({ effect, playState }) => playState === 'running' && effect?.getComputedTiming().iterations !== Infinity,
        );
    let before = '';
    for (let same = 0; same < 2;) {
      if (performance.now() - began > limit) return false;
      await turn();
      const now = looks();
      same = now === before && !moves() ? same + 1 : 0;
      before = now;
    }
    return true;
  }, ms);
  if (!isAtRest) throw new Error(`the picture did not come to rest within ${String(ms)} ms`);
}
