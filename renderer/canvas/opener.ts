import { canvasElement, cardElement } from './focusBlock.ts';
import { useCanvasView } from './view.ts';

/** What had the keyboard when the picker was asked for. */
let opener: Element | null = null;

export function rememberOpener(): void {
  opener = document.activeElement;
}

/** The keyboard goes back to where the picker was opened from; if that is gone, to the block, else to the canvas. */
export function backToOpener(): void {
  const { current } = useCanvasView.getState();
  const known = opener instanceof HTMLElement && opener.isConnected && opener !== document.body ? opener : null;
  (known ?? cardElement(current ?? '') ?? canvasElement())?.focus({ preventScroll: true });
}

/** The row of the block list with the keyboard, or the one the picker was opened from. */
export function focusedRow(): Element | null {
  const row = (from: Element | null): Element | null => from?.closest('[role="treeitem"]') ?? null;
  return row(document.activeElement) ?? row(opener);
}

/** While what was asked for is being drawn, the keyboard waits in the place it came from, never on the page itself. */
export function keepFocus(): void {
  const tree = focusedRow()?.closest<HTMLElement>('[role="tree"]');
  const place = useCanvasView.getState().surface === 'list' ? tree : null;
  (place ?? canvasElement())?.focus({ preventScroll: true });
}
