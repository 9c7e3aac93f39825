import { keysOf } from '../actions/actionKeys.ts';
import { ACTION_GROUPS, ACTION_IDS, type ActionId, isActionId, specOf } from '../actions/actionTable.ts';
import { isProvided, onProvided, runAction } from '../actions/provide.ts';
import type { DesktopBridge, MenuGroup } from '../bridge.ts';
import { copyOf } from '../copy/i18n.ts';
import { isTyping } from '../ui/shortcut.ts';
import { usePreferences } from './preferences.ts';

/** These stand in the Help menu, whatever their group. */
const HELP = new Set<ActionId>(['firstSteps', 'welcome', 'shortcuts', 'palette']);

function menu(): MenuGroup[] {
  const t = copyOf('actions');
  const entry = (id: ActionId) => ({
    id,
    label: t(`name.${id}`),
    keys: keysOf(id)[0] ?? null,
    enabled: isProvided(id),
  });
  const shown = ACTION_IDS.filter((id) => !HELP.has(id) && specOf(id).keysOnly !== true);
  return [
    ...ACTION_GROUPS.map((group) => ({
      id: group,
      label: t(`group.${group}`),
      entries: shown.filter((id) => specOf(id).group === group).map(entry),
    })),
    { id: 'help', label: '', entries: [...HELP].map(entry) },
  ];
}

/** Undo in a field is the field's, also from the menu bar. */
function act(desktop: DesktopBridge, id: string): void {
  if (!isActionId(id)) return;
  if ((id === 'undo' || id === 'redo') && isTyping(document.activeElement)) desktop.editText(id);
  else runAction(id);
}

/** Keeps the native menu bar of the desktop at what can be done now, in the person's language and with their keys. */
export function followMenu(): void {
  const desktop = window.dialogram;
  if (!desktop) return;
  let shown = '';
  const show = (): void => {
    const groups = menu();
    const text = JSON.stringify(groups);
    if (text === shown) return;
    shown = text;
    desktop.setMenu(groups);
  };
  desktop.onAct((id) => act(desktop, id));
  onProvided(show);
  usePreferences.subscribe(show);
  show();
}
