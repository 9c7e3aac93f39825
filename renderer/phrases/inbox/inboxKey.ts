/** What a key asks for in the inbox. Letters by their place on the keyboard: a Russian layout has the same keys. */
export type InboxKey =
  | { readonly do: 'move'; readonly by: 1 | -1 }
  | { readonly do: 'offer'; readonly index: number }
  | { readonly do: 'new' | 'ignore' };

interface Pressed {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

export function inboxKey({ key, code, ctrlKey, metaKey, altKey }: Pressed): InboxKey | null {
  if (ctrlKey || metaKey || altKey) return null;
  if (key === 'ArrowDown') return { do: 'move', by: 1 };
  if (key === 'ArrowUp') return { do: 'move', by: -1 };
  if (/^[1-9]$/u.test(key)) return { do: 'offer', index: Number(key) - 1 };
  if (code === 'KeyN' || code === 'KeyT') return { do: 'new' };
  if (code === 'KeyX' || key === 'Delete') return { do: 'ignore' };
  return null;
}
