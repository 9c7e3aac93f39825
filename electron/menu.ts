import type { MenuItemConstructorOptions } from 'electron';
import { acceleratorOf } from './accelerator.ts';
import type { MenuEntry, MenuGroup } from './contract.ts';
import type { Words } from './words.ts';

export interface MenuSetting {
  readonly words: Words;
  readonly platform: NodeJS.Platform;
  readonly version: string;
  readonly devTools: boolean;
  /** What the page can do, in its own words; none until it has said so. */
  readonly groups: readonly MenuGroup[];
  /** Has the page do it. */
  readonly act: (id: string) => void;
}

const SEPARATOR: MenuItemConstructorOptions = { type: 'separator' };
/** In the Edit menu these are roles, which also work in fields; the canvas hears them as the page's own events. */
const ROLES = new Set(['cut', 'copy', 'selectAll']);

/**
 * The native menu bar: the page's actions in its words and with the person's keys, and what only the system can do. The
 * page owns every shortcut (by layout rules that a menu can't keep, ux.md 3.1), so the menu only shows them.
 */
export function menuTemplate(setting: MenuSetting): MenuItemConstructorOptions[] {
  const { words, platform, version, devTools, groups, act } = setting;
  const mac = platform === 'darwin';

  const item = ({ id, label, keys, enabled }: MenuEntry): MenuItemConstructorOptions => {
    const accelerator = keys === null ? undefined : acceleratorOf(keys);
    return {
      label,
      enabled,
      ...(accelerator !== undefined && { accelerator, registerAccelerator: false }),
      click(_item, _window, event) {
        // macOS takes a key that the page left alone to the menu: doing it now would be for the second time.
        if (event.triggeredByAccelerator !== true) act(id);
      },
    };
  };
  const entries = (...wanted: readonly MenuGroup['id'][]): MenuItemConstructorOptions[] =>
    wanted.flatMap((id, at) => {
      const own = groups.find((group) => group.id === id)?.entries ?? [];
      return own.length === 0 ? [] : [...(at > 0 ? [SEPARATOR] : []), ...own.map(item)];
    });
  type Role = NonNullable<MenuItemConstructorOptions['role']>;
  const role = (label: string, name: Role): MenuItemConstructorOptions => ({
    label,
    role: name,
    registerAccelerator: false,
  });
  const labelled = (id: MenuGroup['id'], fallback: string): string =>
    groups.find((group) => group.id === id)?.label ?? fallback;

  const edit = groups.find((group) => group.id === 'edit')?.entries ?? [];
  const steps = edit.filter(({ id }) => id === 'undo' || id === 'redo');
  const others = edit.filter(({ id }) => !ROLES.has(id) && id !== 'undo' && id !== 'redo');
  const about: MenuItemConstructorOptions = { label: words.about, role: 'about' };
  const quit: MenuItemConstructorOptions = { label: words.quit, role: 'quit' };

  return [
    ...(mac ? [{ role: 'appMenu' as const, submenu: [about, SEPARATOR, quit] }] : []),
    { label: words.file, submenu: [...entries('app'), ...(mac ? [] : [SEPARATOR, quit])] },
    {
      label: words.edit,
      submenu: [
        // On a Mac the text commands of a field come from the menu's roles alone.
        ...(mac ? [role(words.undo, 'undo'), role(words.redo, 'redo')] : steps.map(item)),
        SEPARATOR,
        role(words.cut, 'cut'),
        role(words.copy, 'copy'),
        role(words.paste, 'paste'),
        role(words.selectAll, 'selectAll'),
        ...(others.length > 0 ? [SEPARATOR, ...others.map(item)] : []),
      ],
    },
    ...(['blocks', 'go'] as const).map((id) => ({ label: labelled(id, words[id]), submenu: entries(id) })),
    {
      label: words.view,
      submenu: [
        ...entries('view'),
        SEPARATOR,
        { label: words.fullScreen, role: 'togglefullscreen' },
        { label: words.minimize, role: 'minimize' },
        ...(devTools ? [{ label: words.developer, role: 'toggleDevTools' as const }] : []),
      ],
    },
    { label: labelled('test', words.test), submenu: entries('test') },
    {
      label: words.help,
      role: 'help',
      submenu: [...entries('help'), ...(mac ? [] : [about]), { label: words.version(version), enabled: false }],
    },
  ];
}
