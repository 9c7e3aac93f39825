import { useEffect } from 'react';
import { isKeepingKeys } from '../ui/earlyKeys.ts';
import { isPageHeld } from '../ui/holdPage.ts';
import { actionOf } from './actionKeys.ts';
import type { ActionId } from './actionTable.ts';
import { isTakenByMode } from './modeKeys.ts';
import { runAction } from './provide.ts';

/** A button that takes down the keys pressed on it (Settings → Keys). */
function isRecording(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[data-records-keys]') !== null;
}

const REPEATING: ReadonlySet<ActionId> = new Set<ActionId>([
  'zoomIn',
  'zoomOut',
  'panUp',
  'panDown',
  'panLeft',
  'panRight',
  'nextProblem',
  'previousProblem',
  'nextRegion',
  'previousRegion',
  'previousPlace',
]);

/** The one listener for the keys of actions. It comes before the canvas library's own, which would move cards by arrows. */
export function useActionKeys(): void {
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      if (event.isComposing || event.defaultPrevented || isPageHeld() || isRecording(event.target)) return;
      if (isKeepingKeys()) return;
      const isMode = isTakenByMode(event);
      const id = isMode ? undefined : actionOf(event);
      if (!isMode && id === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      // Held keys repeat for going about only (ux.md, 3.1).
      if (id !== undefined && (!event.repeat || REPEATING.has(id))) runAction(id);
    }
    window.addEventListener('keydown', onKeyDown, true);
    return () => window.removeEventListener('keydown', onKeyDown, true);
  }, []);
}
