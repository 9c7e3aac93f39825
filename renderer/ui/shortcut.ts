/** What a matcher looks at; a DOM `KeyboardEvent` and React's are both of this shape. */
export interface KeyPress {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

const CODES_BY_SIGN: Readonly<Record<string, readonly string[]>> = {
  ',': ['Comma'],
  '.': ['Period'],
  '=': ['Equal', 'NumpadAdd'],
  '-': ['Minus', 'NumpadSubtract'],
};

const NAMED: Readonly<Record<string, string>> = {
  esc: 'escape',
  del: 'delete',
  space: ' ',
  up: 'arrowup',
  down: 'arrowdown',
  left: 'arrowleft',
  right: 'arrowright',
};

export function isMac(): boolean {
  return /^(mac|darwin)/i.test(window.dialogram?.platform ?? navigator.platform);
}

/**
 * Does this key press mean `shortcut` («Mod+Shift+Z», «F8», «N», «Shift+1»)? Mod = Ctrl, or ⌘ on a Mac.
 * A letter goes by what the layout types when that is Latin (QWERTZ, AZERTY stay right) and by its place on the board
 * when it is not (ЙЦУКЕН, Greek, Hebrew). Digits and `, . = -` go by place. (ux.md, 3.1)
 */
export function matchShortcut(event: KeyPress, shortcut: string, mac: boolean = isMac()): boolean {
  const { modifiers, key } = splitShortcut(shortcut);
  const ctrl = modifiers.has('ctrl') || (!mac && modifiers.has('mod'));
  const meta = modifiers.has('meta') || (mac && modifiers.has('mod'));
  if (event.ctrlKey !== ctrl || event.metaKey !== meta) return false;
  if (event.altKey !== modifiers.has('alt') || event.shiftKey !== modifiers.has('shift')) return false;
  return matchKey(event, key);
}

function matchKey(event: KeyPress, key: string): boolean {
  if (/^[a-z]$/.test(key)) {
    const typed = event.key.toLowerCase();
    return /^[a-z]$/.test(typed) ? typed === key : event.code === `Key${key.toUpperCase()}`;
  }
  if (/^\d$/.test(key)) return event.code === `Digit${key}` || event.code === `Numpad${key}`;
  const codes = CODES_BY_SIGN[key];
  if (codes !== undefined) return codes.includes(event.code);
  return event.key.toLowerCase() === (NAMED[key] ?? key);
}

function splitShortcut(shortcut: string): { modifiers: ReadonlySet<string>; key: string } {
  const parts = shortcut.toLowerCase().split('+');
  return { key: parts.at(-1) ?? '', modifiers: new Set(parts.slice(0, -1)) };
}

/** Is the person typing into a field? Then only a few app-wide shortcuts act. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !['checkbox', 'radio', 'button', 'range'].includes(target.type);
  return (
    target instanceof HTMLTextAreaElement || target.closest('[contenteditable]:not([contenteditable="false"])') !== null
  );
}

const MAC_SIGNS: Readonly<Record<string, string>> = {
  mod: '⌘',
  ctrl: '⌃',
  alt: '⌥',
  shift: '⇧',
  meta: '⌘',
  delete: '⌫',
};
const PLAIN_SIGNS: Readonly<Record<string, string>> = { mod: 'Ctrl', delete: 'Del' };
const SHARED_SIGNS: Readonly<Record<string, string>> = {
  up: '↑',
  down: '↓',
  left: '←',
  right: '→',
  enter: '↵',
  escape: 'Esc',
  contextmenu: 'Menu',
  '-': '−',
};

/** The keys of a shortcut as they are printed on the board. */
export function shortcutKeys(shortcut: string, mac: boolean = isMac()): string[] {
  const signs = { ...SHARED_SIGNS, ...(mac ? MAC_SIGNS : PLAIN_SIGNS) };
  return shortcut
    .split('+')
    .map((part) => signs[part.toLowerCase()] ?? (part.length === 1 ? part.toUpperCase() : part));
}
