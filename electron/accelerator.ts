const MODIFIERS: Readonly<Record<string, string>> = {
  Mod: 'CommandOrControl',
  Ctrl: 'Control',
  Meta: 'Super',
  Alt: 'Alt',
  Shift: 'Shift',
};
/** Keys that Electron knows by these names; with any other it would refuse the whole menu. */
const KEY =
  /^([A-Za-z0-9]|F([1-9]|1\d|2[0-4])|Up|Down|Left|Right|Home|End|PageUp|PageDown|Insert|Delete|Backspace|Tab|Enter|Escape|Space|[,.=-])$/;

/** A shortcut of the page («Mod+Shift+Z») as Electron writes it; undefined = the menu can't show it. */
export function acceleratorOf(keys: string): string | undefined {
  const parts = keys.split('+');
  const key = parts.at(-1) ?? '';
  const modifiers = parts.slice(0, -1).map((name) => MODIFIERS[name]);
  if (!KEY.test(key) || modifiers.includes(undefined)) return undefined;
  return [...modifiers, key].join('+');
}
