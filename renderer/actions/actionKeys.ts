import { usePreferences } from '../app/preferences.ts';
import { isTyping, type KeyPress, matchShortcut } from '../ui/shortcut.ts';
import { ACTION_IDS, type ActionId, type ActionScope, specOf } from './actionTable.ts';
import { isProvided } from './provide.ts';

/** The keys of an action as the person has them. Empty = none. */
export function keysOf(id: ActionId, own = usePreferences.getState().keys): readonly string[] {
  return own[id] ?? specOf(id).keys;
}

/** The one that is printed in menus and tooltips. */
export function useKeyOf(id: ActionId): string | undefined {
  return usePreferences((state) => keysOf(id, state.keys)[0]);
}

/** The printed keys of any action. */
export function useKeys(): (id: ActionId) => string | undefined {
  const own = usePreferences((state) => state.keys);
  return (id) => keysOf(id, own)[0];
}

/** N, Shift+N, «?»: what a slip of the hand could press (WCAG 2.1.4), so they can be switched off together. */
export function isSingleCharacter(shortcut: string): boolean {
  return /^(shift\+)?.$/i.test(shortcut);
}

const REACH: Readonly<Record<'field' | 'page' | 'canvas' | 'testField' | 'test', readonly ActionScope[]>> = {
  field: ['anywhere'],
  page: ['page', 'anywhere'],
  canvas: ['canvas', 'page', 'anywhere'],
  testField: ['test', 'anywhere'],
  test: ['test', 'page', 'anywhere'],
};

function placeOf(target: EventTarget | null): keyof typeof REACH {
  const part = target instanceof Element ? target.closest<HTMLElement>('[data-keys]')?.dataset['keys'] : undefined;
  if (part === 'test') return isTyping(target) ? 'testField' : 'test';
  if (isTyping(target)) return 'field';
  return part === 'canvas' ? 'canvas' : 'page';
}

/** Which action a key press means where it was pressed; the nearest scope wins. */
export function actionOf(event: KeyPress & { readonly target: EventTarget | null }): ActionId | undefined {
  const { keys: own, singleLetters } = usePreferences.getState();
  const place = placeOf(event.target);
  const hasSingles = singleLetters && place === 'canvas';
  const means = (id: ActionId): boolean =>
    keysOf(id, own).some((keys) => (hasSingles || !isSingleCharacter(keys)) && matchShortcut(event, keys));
  for (const scope of REACH[place]) {
    const found = ACTION_IDS.find((id) => specOf(id).scope === scope && means(id) && isProvided(id));
    if (found) return found;
  }
  return undefined;
}
