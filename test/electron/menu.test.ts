import type { KeyboardEvent, KeyboardInputEvent, MenuItem, MenuItemConstructorOptions } from 'electron';
import { describe, expect, test } from 'vitest';
import { keyPresses, type MenuSetting, menuTemplate } from '../../electron/menu.ts';
import { WORDS } from '../../electron/words.ts';

function menuOf(change: Partial<MenuSetting> = {}) {
  const pressed: KeyboardInputEvent[] = [];
  const template = menuTemplate({
    words: WORDS.ru,
    platform: 'linux',
    version: '1.2.3',
    devTools: false,
    press: (keys) => pressed.push(...keys),
    ...change,
  });
  return { template, pressed, items: template.flatMap((menu) => menu.submenu as MenuItemConstructorOptions[]) };
}

describe.each(['linux', 'win32', 'darwin'] as const)('the menu bar on %s', (platform) => {
  test('says everything in the chosen language', () => {
    for (const words of [WORDS.ru, WORDS.en]) {
      const { template, items } = menuOf({ words, platform, devTools: true });
      const bars = template.map((menu) => menu.label).filter((label) => label !== undefined);
      expect(bars).toEqual([words.file, words.edit, words.view, words.flow, words.bot, words.help]);
      for (const { label, type } of items) expect(type === 'separator' || (label ?? '').length > 0).toBe(true);
    }
  });

  test('takes no key away from the page', () => {
    const { items } = menuOf({ platform, devTools: false });
    for (const item of items) {
      if (item.accelerator !== undefined) expect([item.label, item.registerAccelerator]).toEqual([item.label, false]);
    }
    const roles = items.map((item) => item.role);
    for (const role of [
      'reload',
      'forceReload',
      'toggleDevTools',
      'zoomIn',
      'zoomOut',
      'resetZoom',
      'close',
    ] as const) {
      expect(roles).not.toContain(role);
    }
  });

  test('gives each shortcut to one command', () => {
    const accelerators = menuOf({ platform }).items.flatMap((item) => item.accelerator ?? []);
    expect(new Set(accelerators).size).toBe(accelerators.length);
  });
});

function choose(items: readonly MenuItemConstructorOptions[], label: string, event: KeyboardEvent = {}): void {
  items.find((item) => item.label === label)?.click?.({} as unknown as MenuItem, undefined, event);
}

test('an item chosen by hand presses its keys in the page', () => {
  const { items, pressed } = menuOf();
  choose(items, 'Опубликовать…');
  expect(pressed).toEqual([
    { type: 'keyDown', keyCode: 'Enter', modifiers: ['control', 'shift'] },
    { type: 'keyUp', keyCode: 'Enter', modifiers: ['control', 'shift'] },
  ]);
});

test('one that a key has chosen does not press it again', () => {
  const { items, pressed } = menuOf({ platform: 'darwin' });
  choose(items, 'Опубликовать…', { triggeredByAccelerator: true });
  expect(pressed).toEqual([]);
});

test('the command key is ⌘ on a Mac', () => {
  expect(keyPresses('CommandOrControl+,', true)[0]).toEqual({ type: 'keyDown', keyCode: ',', modifiers: ['meta'] });
  expect(keyPresses('F8', true)[0]).toEqual({ type: 'keyDown', keyCode: 'F8', modifiers: [] });
});
