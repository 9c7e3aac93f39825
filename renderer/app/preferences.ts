import { create } from 'zustand';
import { call } from '../bridge.ts';
import type { Language } from '../copy/copyTypes.ts';
import { setLanguage } from '../copy/i18n.ts';
import { isMac } from '../ui/shortcut.ts';

export type Theme = 'system' | 'light' | 'dark';
export const SCALES = [90, 100, 110, 125, 150] as const;
export type Scale = (typeof SCALES)[number];

/** What a plain drag does on the canvas: with a mouse it moves the view, on a trackpad it selects. */
export type PointerPreset = 'mouse' | 'trackpad';

export interface Preferences {
  readonly language: Language;
  readonly theme: Theme;
  /** Percent, on the desktop: in a browser it is the browser's own zoom. */
  readonly scale: Scale;
  /** Keys of actions that the person has changed, by id; an empty list = no key. */
  readonly keys: Readonly<Record<string, readonly string[]>>;
  /** Keys without Ctrl or Alt act on the canvas. */
  readonly singleLetters: boolean;
  readonly pointer: PointerPreset;
}

const KEPT_AS = 'dialogram.preferences';
const SETTING = 'preferences';

/** Kept in the page for the first paint, and in the engine so that another window and a new profile know them too. */
export const usePreferences = create<Preferences>(() => readPreferences(localStorage.getItem(KEPT_AS)));

/** Anything that is not a known choice falls back to the default of this computer. */
function readPreferences(text: string | null, before: Preferences = defaults()): Preferences {
  const kept = parse(text);
  return {
    language: kept['language'] === 'ru' || kept['language'] === 'en' ? kept['language'] : before.language,
    theme:
      kept['theme'] === 'light' || kept['theme'] === 'dark' || kept['theme'] === 'system'
        ? kept['theme']
        : before.theme,
    scale: SCALES.find((scale) => scale === kept['scale']) ?? before.scale,
    keys: readKeys(kept['keys']) ?? before.keys,
    pointer: kept['pointer'] === 'mouse' || kept['pointer'] === 'trackpad' ? kept['pointer'] : before.pointer,
    singleLetters: typeof kept['singleLetters'] === 'boolean' ? kept['singleLetters'] : before.singleLetters,
  };
}

/** Only lists of words under words: what it means is for the reader of the keys to know. */
function readKeys(value: unknown): Preferences['keys'] | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  const rows = Object.entries(value).flatMap(([id, keys]): [string, string[]][] =>
    Array.isArray(keys) ? [[id, keys.filter((key) => typeof key === 'string')]] : [],
  );
  return Object.fromEntries(rows);
}

function defaults(): Preferences {
  const language = /^(ru|be|kk|ky)\b/i.test(navigator.language) ? 'ru' : 'en';
  const pointer = isMac() ? 'trackpad' : 'mouse';
  return { language, theme: 'system', scale: 100, keys: {}, singleLetters: true, pointer };
}

function parse(text: string | null): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text ?? '{}');
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}

export function setPreferences(change: Partial<Preferences>): void {
  usePreferences.setState(change);
  void call('settings.set', { key: SETTING, value: usePreferences.getState() });
}

/** Takes what the engine has kept; a person's choice made in this window meanwhile is already there. */
export async function loadPreferences(): Promise<void> {
  const reply = await call('settings.get', { key: SETTING });
  if (!reply.ok || reply.value.value === null || reply.value.value === undefined) return;
  usePreferences.setState(readPreferences(JSON.stringify(reply.value.value), usePreferences.getState()));
}

const dark = window.matchMedia('(prefers-color-scheme: dark)');

function apply(preferences: Preferences): void {
  const page = document.documentElement;
  const isDark = preferences.theme === 'dark' || (preferences.theme === 'system' && dark.matches);
  page.dataset['theme'] = isDark ? 'dark' : 'light';
  window.dialogram?.setZoom(preferences.scale / 100);
  window.dialogram?.setLook({ theme: preferences.theme, language: preferences.language });
  setLanguage(preferences.language);
  localStorage.setItem(KEPT_AS, JSON.stringify(preferences));
}

/** Puts the preferences on the page, now and whenever they or the system's theme change. */
export function followPreferences(): void {
  apply(usePreferences.getState());
  usePreferences.subscribe(apply);
  dark.addEventListener('change', () => apply(usePreferences.getState()));
}
