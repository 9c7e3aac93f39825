import type { KeyboardEvent, MenuItem, MenuItemConstructorOptions } from 'electron';
import { describe, expect, test } from 'vitest';
import { acceleratorOf } from '../../electron/accelerator.ts';
import type { MenuGroup } from '../../electron/contract.ts';
import { type MenuSetting, menuTemplate } from '../../electron/menu.ts';
import { WORDS } from '../../electron/words.ts';

const entry = (id: string, label: string, keys: string | null, enabled = true) => ({ id, label, keys, enabled });
const GROUPS: readonly MenuGroup[] = [
  {
    id: 'app',
    label: 'Приложение',
    entries: [entry('newBot', 'Новый бот', 'Mod+N'), entry('publish', 'Опубликовать', 'Mod+Shift+Enter')],
  },
  { id: 'go', label: 'Перейти', entries: [entry('goLive', 'Диалоги', 'Mod+2')] },
  {
    id: 'edit',
    label: 'Правка',
    entries: [
      entry('undo', 'Отменить', 'Mod+Z'),
      entry('redo', 'Повторить', 'Mod+Shift+Z'),
      entry('copy', 'Копировать', 'Mod+C'),
      entry('duplicate', 'Дублировать', 'Mod+D'),
    ],
  },
  { id: 'blocks', label: 'Блоки', entries: [entry('addBlock', 'Добавить блок', 'N', false)] },
  { id: 'view', label: 'Вид', entries: [entry('fitAll', 'Показать всё', 'Shift+1')] },
  { id: 'test', label: 'Проверка', entries: [entry('test', 'Проверка бота', 'Mod+E')] },
  { id: 'help', label: '', entries: [entry('shortcuts', 'Горячие клавиши', 'F1')] },
];

function menuOf(change: Partial<MenuSetting> = {}) {
  const acted: string[] = [];
  const template = menuTemplate({
    words: WORDS.ru,
    platform: 'linux',
    version: '1.2.3',
    devTools: false,
    groups: GROUPS,
    act: (id) => acted.push(id),
    ...change,
  });
  return { template, acted, items: template.flatMap((menu) => menu.submenu as MenuItemConstructorOptions[]) };
}

describe.each(['linux', 'win32', 'darwin'] as const)('the menu bar on %s', (platform) => {
  test('has its menus in the chosen language before the page has said anything', () => {
    for (const words of [WORDS.ru, WORDS.en]) {
      const { template, items } = menuOf({ words, platform, devTools: true, groups: [] });
      const bars = template.map((menu) => menu.label).filter((label) => label !== undefined);
      expect(bars).toEqual([words.file, words.edit, words.blocks, words.go, words.view, words.test, words.help]);
      for (const { label, type } of items) expect(type === 'separator' || (label ?? '').length > 0).toBe(true);
    }
  });

  test('offers everything that the page can do', () => {
    const labels = menuOf({ platform }).items.map((item) => item.label);
    const roles = menuOf({ platform }).items.map((item) => item.role);
    for (const group of GROUPS) {
      for (const { id, label } of group.entries) {
        const asRole = ['copy', 'undo', 'redo'].includes(id) && roles.includes(id as never);
        expect(asRole || labels.includes(label)).toBe(true);
      }
    }
  });

  test('takes no key away from the page', () => {
    const { items } = menuOf({ platform, devTools: false });
    for (const item of items) {
      if (item.accelerator !== undefined) expect([item.label, item.registerAccelerator]).toEqual([item.label, false]);
    }
    const roles = items.map((item) => item.role);
    const takers = ['reload', 'forceReload', 'toggleDevTools', 'zoomIn', 'zoomOut', 'resetZoom', 'close'] as const;
    for (const role of takers) expect(roles).not.toContain(role);
  });

  test('gives each shortcut to one command', () => {
    const accelerators = menuOf({ platform }).items.flatMap((item) => item.accelerator ?? []);
    expect(new Set(accelerators).size).toBe(accelerators.length);
  });
});

function choose(items: readonly MenuItemConstructorOptions[], label: string, event: KeyboardEvent = {}): void {
  items.find((item) => item.label === label)?.click?.({} as unknown as MenuItem, undefined, event);
}

test('an item chosen by hand is done by the page', () => {
  const { items, acted } = menuOf();
  choose(items, 'Опубликовать');
  expect(acted).toEqual(['publish']);
});

test('one that a key has chosen is not done once more', () => {
  const { items, acted } = menuOf({ platform: 'darwin' });
  choose(items, 'Опубликовать', { triggeredByAccelerator: true });
  expect(acted).toEqual([]);
});

test('what can’t be done now is grey', () => {
  expect(menuOf().items.find((item) => item.label === 'Добавить блок')?.enabled).toBe(false);
});

describe('keys in the menu', () => {
  test.each([
    ['Mod+Shift+Z', 'CommandOrControl+Shift+Z'],
    ['Ctrl+Tab', 'Control+Tab'],
    ['F8', 'F8'],
    ['Mod+.', 'CommandOrControl+.'],
    ['Alt+Shift+Right', 'Alt+Shift+Right'],
  ])('%s is written %s', (keys, accelerator) => {
    expect(acceleratorOf(keys)).toBe(accelerator);
  });

  test.each(['Shift+?', 'Mod+', '', 'Hyper+A', 'Mod+ы', 'Mod+MediaPlay'])('%s is left out', (keys) => {
    expect(acceleratorOf(keys)).toBeUndefined();
  });
});
