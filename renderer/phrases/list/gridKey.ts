import type { KeyboardEvent } from 'react';
import { matchShortcut } from '../../ui/shortcut.ts';
import type { ChangeHere } from './changeHere.ts';
import type { PhraseGrid } from './useGrid.ts';

interface Place {
  readonly rows: readonly number[];
  readonly grid: PhraseGrid;
  readonly here: ChangeHere;
  readonly readOnly: boolean;
}

/** A page of lines. */
const PAGE = 12;

/** The keys of the list while no line is typed into. */
export function gridKey(event: KeyboardEvent<HTMLElement>, { rows, grid, here, readOnly }: Place): void {
  const { active } = grid;
  const last = rows.length - 1;
  const key = (keys: string): boolean => matchShortcut(event, keys);
  const walks: Readonly<Record<string, number>> = {
    ArrowUp: active - 1,
    ArrowDown: active + 1,
    PageUp: Math.max(0, active - PAGE),
    PageDown: Math.min(last, active + PAGE),
    Home: 0,
    End: last,
  };
  const to = walks[event.key];
  const isBare = !event.ctrlKey && !event.metaKey && !event.altKey;
  const acts: readonly [boolean, () => void][] = [
    [to !== undefined && isBare && event.shiftKey, () => grid.extend(to ?? active)],
    [to !== undefined && isBare && !event.shiftKey, () => grid.focusRow(Math.max(0, to ?? active))],
    [key('Mod+A'), () => grid.choose(rows)],
    [key('Space'), () => grid.toggle(active)],
    [key('Esc') && grid.chosen.size > 0, () => grid.choose([])],
    [!readOnly && (key('F2') || key('Enter')), () => grid.edit(active)],
    [!readOnly && (key('Delete') || key('Backspace')), () => here.remove(grid.acted())],
    [
      !readOnly && (key('M') || key('Shift+F10') || key('ContextMenu')),
      () => openMenu(event.currentTarget, active, key('M')),
    ],
  ];
  const found = acts.find(([means]) => means);
  if (!found) return;
  event.preventDefault();
  event.stopPropagation();
  found[1]();
}

/** The menu of the chosen lines is in their bar, that of one line at its end. */
function openMenu(list: HTMLElement, row: number, isMove: boolean): void {
  const bar = list.parentElement?.querySelector<HTMLElement>('[data-move-chosen]');
  const own = list.querySelector<HTMLElement>(`[data-row="${String(row)}"] [data-row-menu]`);
  const button = isMove && bar ? bar : own;
  button?.focus();
  button?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
}
