import { useEffect } from 'react';
import { SECTIONS } from './Rail.tsx';
import { rememberFocus, stepRegion } from './regions.ts';
import { navigate } from './route.ts';
import { matchShortcut } from '../ui/shortcut.ts';

/** Keys that work everywhere, also while typing (ux.md, 3.2). */
export function useAppShortcuts(): void {
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      const action = actionOf(event);
      if (action === undefined || event.defaultPrevented || document.getElementById('root')?.inert === true) return;
      event.preventDefault();
      action();
    }
    window.addEventListener('keydown', onKeyDown);
    window.addEventListener('focusin', rememberFocus);
    return () => {
      window.removeEventListener('keydown', onKeyDown);
      window.removeEventListener('focusin', rememberFocus);
    };
  }, []);
}

function actionOf(event: KeyboardEvent): (() => void) | undefined {
  if (matchShortcut(event, 'F6')) return () => stepRegion(1);
  if (matchShortcut(event, 'Shift+F6')) return () => stepRegion(-1);
  if (matchShortcut(event, 'Mod+,')) return () => navigate({ screen: 'settings' });
  const section = SECTIONS.find((_, index) => matchShortcut(event, `Mod+${String(index + 1)}`));
  return section && (() => navigate({ screen: section.screen }));
}
