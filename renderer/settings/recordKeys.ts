import { isMac, type KeyPress } from '../ui/shortcut.ts';

/** Keys that only accompany another one. */
const BARE = new Set(['control', 'shift', 'alt', 'meta', 'altgraph', 'capslock', 'dead', 'process', 'unidentified']);
const SIGNS: Readonly<Record<string, string>> = { Comma: ',', Period: '.', Equal: '=', Minus: '-' };
const NAMES: Readonly<Record<string, string>> = {
  arrowup: 'Up',
  arrowdown: 'Down',
  arrowleft: 'Left',
  arrowright: 'Right',
  escape: 'Escape',
  ' ': 'Space',
};

/** Without Ctrl or Alt these belong to lists, fields and the canvas itself. */
const TAKEN = new Set(['Tab', 'Shift+Tab', 'Enter', 'Escape', 'Space', 'Up', 'Down', 'Left', 'Right', 'Backspace']);

/**
 * A key press as a shortcut that `matchShortcut` finds again on every layout: letters by their Latin name or, on another
 * alphabet, by their place. Null = not a shortcut (a bare modifier), or one that is needed for typing and walking.
 */
export function recordKeys(event: KeyPress, mac: boolean = isMac()): string | null {
  const key = keyName(event);
  if (key === null) return null;
  const mod = mac ? event.metaKey : event.ctrlKey;
  const parts = [
    ...(mod ? ['Mod'] : []),
    ...(mac && event.ctrlKey ? ['Ctrl'] : []),
    ...(!mac && event.metaKey ? ['Meta'] : []),
    ...(event.altKey ? ['Alt'] : []),
    ...(event.shiftKey ? ['Shift'] : []),
    key,
  ];
  const shortcut = parts.join('+');
  return TAKEN.has(shortcut) ? null : shortcut;
}

function keyName({ key, code }: KeyPress): string | null {
  const lower = key.toLowerCase();
  if (BARE.has(lower)) return null;
  if (/^[a-z]$/.test(lower)) return lower.toUpperCase();
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  if (letter !== undefined) return letter;
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(code)?.[1];
  if (digit !== undefined) return digit;
  const sign = SIGNS[code];
  if (sign !== undefined) return sign;
  const named = NAMES[lower];
  if (named !== undefined) return named;
  // F-keys, Delete, Home, PageUp…; other signs stand elsewhere on another layout.
  return key.length > 1 ? key : null;
}
