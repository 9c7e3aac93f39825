import { useEffect } from 'react';
import { canvasElement } from '../canvas/focusBlock.ts';

/** The keyboard goes to what there is to see, not back to what opened the dialog. */
export function useCanvasFocus(isShown: boolean): void {
  useEffect(() => {
    if (!isShown) return undefined;
    // After the dialog has given the page back, and the focus to its opener: it does that a turn later.
    let timer = setTimeout(() => {
      timer = setTimeout(() => canvasElement()?.focus({ preventScroll: true }));
    });
    return () => clearTimeout(timer);
  }, [isShown]);
}
