import { useEffect } from 'react';
import { isTyping, matchShortcut } from '../ui/shortcut.ts';
import { stepProblem } from '../problems/stepProblem.ts';
import { stepBack } from './stepWords.ts';

/** Also while typing; in a field Ctrl+Z stays with the field. */
const ANYWHERE: readonly (readonly [string, () => void])[] = [
  ['F8', () => stepProblem(1)],
  ['Shift+F8', () => stepProblem(-1)],
];

const NOT_TYPING: readonly (readonly [string, () => void])[] = [
  ['Mod+Z', () => stepBack('undo')],
  ['Mod+Y', () => stepBack('redo')],
  ['Mod+Shift+Z', () => stepBack('redo')],
];

/** Keys that work wherever the focus is while a flow is open. */
export function useEditorKeys(): void {
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      if (event.defaultPrevented || document.getElementById('root')?.inert === true) return;
      const table = isTyping(event.target) ? ANYWHERE : [...ANYWHERE, ...NOT_TYPING];
      const [, act] = table.find(([shortcut]) => matchShortcut(event, shortcut)) ?? [];
      if (!act) return;
      event.preventDefault();
      act();
    }
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}
