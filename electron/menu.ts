import type { KeyboardInputEvent, MenuItemConstructorOptions } from 'electron';
import type { Words } from './words.ts';

export interface MenuSetting {
  readonly words: Words;
  readonly platform: NodeJS.Platform;
  readonly version: string;
  readonly devTools: boolean;
  /** Presses keys in the window's page, as the person would. */
  readonly press: (keys: readonly KeyboardInputEvent[]) => void;
}

/**
 * The native menu bar. The page owns every shortcut (by layout rules that a menu can't keep, ux.md 3.1), so the menu only shows
 * them, and an item chosen by hand presses its keys in the page: each command has one implementation.
 */
export function menuTemplate(setting: MenuSetting): MenuItemConstructorOptions[] {
  const { words, platform, version, devTools, press } = setting;
  const mac = platform === 'darwin';
  const separator: MenuItemConstructorOptions = { type: 'separator' };

  const command = (label: string, accelerator: string): MenuItemConstructorOptions => ({
    label,
    accelerator,
    registerAccelerator: false,
    click(_item, _window, event) {
      // macOS takes a key that the page left alone to the menu: pressing it once more would go round for ever.
      if (event.triggeredByAccelerator !== true) press(keyPresses(accelerator, mac));
    },
  });
  type Role = NonNullable<MenuItemConstructorOptions['role']>;
  const role = (label: string, name: Role): MenuItemConstructorOptions => ({
    label,
    role: name,
    registerAccelerator: false,
  });
  // On a Mac the text commands of a field come from the menu's roles alone.
  const undo = mac ? role(words.undo, 'undo') : command(words.undo, 'CommandOrControl+Z');
  const redo = mac ? role(words.redo, 'redo') : command(words.redo, 'CommandOrControl+Shift+Z');
  const settings = command(words.settings, 'CommandOrControl+,');
  const about: MenuItemConstructorOptions = { label: words.about, role: 'about' };
  const quit: MenuItemConstructorOptions = { label: words.quit, role: 'quit' };

  return [
    ...(mac ? [{ role: 'appMenu' as const, submenu: [about, separator, settings, separator, quit] }] : []),
    {
      label: words.file,
      submenu: [command(words.newBot, 'CommandOrControl+N'), ...(mac ? [] : [separator, settings, separator, quit])],
    },
    {
      label: words.edit,
      submenu: [
        undo,
        redo,
        separator,
        role(words.cut, 'cut'),
        role(words.copy, 'copy'),
        role(words.paste, 'paste'),
        command(words.remove, 'Delete'),
        separator,
        role(words.selectAll, 'selectAll'),
      ],
    },
    {
      label: words.view,
      submenu: [
        command(words.flows, 'CommandOrControl+1'),
        command(words.live, 'CommandOrControl+2'),
        command(words.connections, 'CommandOrControl+3'),
        separator,
        command(words.nextRegion, 'F6'),
        separator,
        { label: words.fullScreen, role: 'togglefullscreen' },
        { label: words.minimize, role: 'minimize' },
        ...(devTools ? [{ label: words.developer, role: 'toggleDevTools' as const }] : []),
      ],
    },
    {
      label: words.flow,
      submenu: [
        command(words.addBlock, 'N'),
        separator,
        command(words.nextProblem, 'F8'),
        command(words.previousProblem, 'Shift+F8'),
      ],
    },
    {
      label: words.bot,
      submenu: [command(words.test, 'CommandOrControl+E'), command(words.publish, 'CommandOrControl+Shift+Enter')],
    },
    {
      label: words.help,
      role: 'help',
      submenu: [...(mac ? [] : [about]), { label: words.version(version), enabled: false }],
    },
  ];
}

type Modifier = NonNullable<KeyboardInputEvent['modifiers']>[number];
const MODIFIERS: Readonly<Record<string, Modifier>> = { Shift: 'shift', Alt: 'alt', Control: 'control' };

/** An accelerator as the key presses a keyboard would send. */
export function keyPresses(accelerator: string, mac: boolean): readonly KeyboardInputEvent[] {
  const parts = accelerator.split('+');
  const keyCode = parts.at(-1) ?? '';
  const modifiers = parts
    .slice(0, -1)
    .map((name) => (name === 'CommandOrControl' ? (mac ? 'meta' : 'control') : MODIFIERS[name]))
    .filter((modifier) => modifier !== undefined);
  return [
    { type: 'keyDown', keyCode, modifiers },
    { type: 'keyUp', keyCode, modifiers },
  ];
}
