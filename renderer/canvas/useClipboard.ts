import { useEffect } from 'react';
import { isTyping, matchShortcut } from '../ui/shortcut.ts';
import type { CanvasActions } from './canvasActions.ts';

/** The browser's own paste event follows the key within this time (ms), and brings the clipboard without asking. */
const EVENT_MS = 60;

/** Ctrl+V. The event of the browser is best; where the key comes without one, what was copied in this window is pasted. */
export function useClipboard(actions: CanvasActions): void {
  useEffect(() => {
    let waiting: ReturnType<typeof setTimeout> | null = null;
    const isOurs = (target: EventTarget | null): boolean =>
      !isTyping(target) && document.activeElement?.closest('[data-keys="canvas"]') != null;

    function onKeyDown(event: KeyboardEvent): void {
      if (!matchShortcut(event, 'Mod+V') || !isOurs(event.target)) return;
      if (waiting) clearTimeout(waiting);
      waiting = setTimeout(() => {
        waiting = null;
        actions.paste(null);
      }, EVENT_MS);
    }

    function onPaste(event: ClipboardEvent): void {
      if (!isOurs(event.target)) return;
      event.preventDefault();
      if (waiting) clearTimeout(waiting);
      waiting = null;
      actions.paste(event.clipboardData?.getData('text/plain') ?? '');
    }

    /** From the menu bar: the keys themselves are actions and bring no event. */
    function onTake(event: ClipboardEvent): void {
      if (!isOurs(event.target)) return;
      event.preventDefault();
      if (event.type === 'cut') actions.cut();
      else actions.copy();
    }

    window.addEventListener('keydown', onKeyDown);
    window.addEventListener('copy', onTake);
    window.addEventListener('cut', onTake);
    window.addEventListener('paste', onPaste);
    return () => {
      if (waiting) clearTimeout(waiting);
      window.removeEventListener('keydown', onKeyDown);
      window.removeEventListener('copy', onTake);
      window.removeEventListener('cut', onTake);
      window.removeEventListener('paste', onPaste);
    };
  }, [actions]);
}
