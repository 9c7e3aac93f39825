import { expect, onTestFinished, test } from 'vitest';
import type { CDPSession } from 'playwright-core';
import { flowOf, openStudio } from '../screens/keyboardStudio.ts';

const SHOP = flowOf([
  { id: 'start', kind: 'start', at: [0, 0] },
  { id: 'lost', kind: 'message', name: 'Витрина', data: { parts: [{ text: 'Торты' }] }, at: [360, 0] },
]);

interface Key {
  readonly key: string;
  readonly code: string;
  readonly modifiers?: number;
}

const CTRL = 2;
const letters = (text: string): Key[] =>
  [...text].map((key) => ({ key, code: /[a-z]/u.test(key) ? `Key${key.toUpperCase()}` : 'KeyA' }));

/** All keys are on their way before the page has dealt with the first: a quick person on a slow computer. */
async function atOnce(cdp: CDPSession, keys: readonly Key[]): Promise<void> {
  const sent = keys.flatMap(({ key, code, modifiers = 0 }) => {
    const text = modifiers === 0 && key.length === 1 ? { text: key } : {};
    return [
      cdp.send('Input.dispatchKeyEvent', { type: 'keyDown', key, code, modifiers, ...text }),
      cdp.send('Input.dispatchKeyEvent', { type: 'keyUp', key, code, modifiers }),
    ];
  });
  await Promise.all(sent);
}

test('letters typed right after a list was asked for are looked for in it: the picker, the palette, where an output leads', async () => {
  const { page, press, focused } = await openStudio(SHOP);
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: 8 });
  onTestFinished(() => cdp.send('Emulation.setCPUThrottlingRate', { rate: 1 }).then(() => undefined));
  await expect.poll(focused).toBe('start');

  await atOnce(cdp, [{ key: 'n', code: 'KeyN' }, ...letters('menu')]);
  const picker = page.getByTestId('picker');
  await picker.waitFor();
  await expect.poll(() => picker.locator('input').inputValue()).toBe('menu');
  await press('Escape');
  await picker.waitFor({ state: 'detached' });
  expect(await page.locator('.react-flow__node-block').count()).toBe(2);

  await expect.poll(focused).toBe('start');
  await atOnce(cdp, [{ key: 'k', code: 'KeyK', modifiers: CTRL }, ...letters('витрина')]);
  const palette = page.getByTestId('palette');
  await palette.waitFor();
  await expect.poll(() => palette.locator('input').inputValue()).toBe('витрина');
  await press('Escape');
  await palette.waitFor({ state: 'detached' });

  await press('Control+l');
  await expect
    .poll(() => page.evaluate(() => (document.activeElement as HTMLElement | null)?.dataset['key']))
    .toBe('block/start');
  await atOnce(cdp, [{ key: 'c', code: 'KeyC' }, ...letters('витрина')]);
  const target = page.getByTestId('target-picker');
  await target.waitFor();
  await expect.poll(() => target.locator('input').inputValue()).toBe('витрина');
});
