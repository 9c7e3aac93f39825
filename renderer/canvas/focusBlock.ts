import { useEditor } from '../editor/store.ts';
import { showDockTab } from '../inspector/dockStore.ts';
import { editOnCard, useCanvasView } from './view.ts';

/** Frames to wait for a card that was only just added or is being brought into view: React draws it, React Flow measures it. */
const MOST_FRAMES = 60;

/** Brings a block into view. The canvas that is open says how: of a large flow only what is in view is on the page. */
let bring: (id: string) => void = () => undefined;

export function bringBlocksBy(how: (id: string) => void): void {
  bring = how;
}

/** The canvas on the page; it takes the keyboard when no card can. */
export function canvasElement(): HTMLElement | null {
  return document.querySelector<HTMLElement>('[data-testid="canvas"]');
}

export function cardElement(id: string): HTMLElement | null {
  return canvasElement()?.querySelector<HTMLElement>(`.react-flow__node[data-id="${CSS.escape(id)}"]`) ?? null;
}

export interface FocusOptions {
  /** Also the selection moves there; default yes. */
  readonly select?: boolean;
  /** Start with the first text on the card, if it has one and it is empty or fresh. */
  readonly edit?: boolean;
  /** The output inside it that takes the keyboard. */
  readonly exit?: string | undefined;
  /** The view is on its way to it. */
  readonly isComing?: boolean;
  /** Called once it has the focus. */
  readonly then?: () => void;
}

/** Gives a block the keyboard, as soon as it is on the page: its card, or its row while the person works in the list. */
export function focusBlock(
  id: string,
  { select = true, edit = false, exit, isComing = false, then }: FocusOptions = {},
): void {
  if (select) useEditor.getState().select({ nodes: [id] });
  useCanvasView.setState({ current: id });
  if (useCanvasView.getState().surface === 'list') {
    useCanvasView.setState({
      wantedRow: { node: id, ...(exit === undefined ? {} : { exit }), ...(edit ? { quiet: true } : {}) },
    });
    // What is new is written in the dock: rows have no room for texts.
    if (edit) useEditor.getState().inspect();
    then?.();
    return;
  }
  let frames = 0;
  const look = (): void => {
    const card = cardElement(id);
    // Until it is measured it is hidden, and hidden things can't have the focus. A light one becomes whole in a moment.
    if (card && getComputedStyle(card).visibility === 'visible' && card.querySelector('[data-light]') === null) {
      card.focus({ preventScroll: true });
      const field = edit ? card.querySelector<HTMLElement>('[data-edit]')?.dataset['edit'] : undefined;
      if (field !== undefined) editOnCard(id, field);
      // Nothing of it can be written on the card: its settings come on show, whatever the dock had.
      else if (edit) showDockTab('block');
      if (exit !== undefined) card.querySelector<HTMLElement>(`[data-output="${CSS.escape(exit)}"]`)?.focus();
      then?.();
      return;
    }
    if (frames === 0 && !card && !isComing) bring(id);
    frames += 1;
    if (frames < MOST_FRAMES) requestAnimationFrame(look);
  };
  look();
}
