/** What was typed since a search field was asked for; null = none is on its way. */
let typed: string | null = null;

/**
 * A search field was asked for and may still be loading. Until it takes them, letters are kept for it: on the page they
 * would be lost, or be shortcuts. `onEscape`: the person does not want it any more.
 */
export function keepEarlyKeys(onEscape: () => void): void {
  if (typed !== null) return;
  typed = '';
  window.addEventListener('keydown', keep, true);

  function keep(event: KeyboardEvent): void {
    if (typed === null) return window.removeEventListener('keydown', keep, true);
    if (event.key === 'Escape') onEscape();
    else if (event.key === 'Backspace') typed = typed.slice(0, -1);
    else if (event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey) typed += event.key;
    event.preventDefault();
    event.stopImmediatePropagation();
  }
}

/** A search field is on its way: no key is a shortcut. */
export function isKeepingKeys(): boolean {
  return typed !== null;
}

/** The field is there, or will not come: what was typed for it. */
export function takeEarlyKeys(): string {
  const text = typed ?? '';
  typed = null;
  return text;
}
