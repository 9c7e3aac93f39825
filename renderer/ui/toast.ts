import { create } from 'zustand';

export interface ToastAction {
  readonly label: string;
  readonly run: () => void;
}

export interface ToastOptions {
  readonly tone?: 'plain' | 'success' | 'danger';
  readonly action?: ToastAction;
  /** Beside it. */
  readonly secondAction?: ToastAction;
  /** How long it stays; 5 s unless told. It waits while it is hovered or has the focus. */
  readonly ms?: number;
  /** It went away unused: by time or by its cross. */
  readonly onGone?: () => void;
}

export interface ToastItem extends ToastOptions {
  readonly id: number;
  readonly text: string;
}

const SHOWN_AT_ONCE = 3;

export const useToasts = create<{ readonly items: readonly ToastItem[] }>(() => ({ items: [] }));

let last = 0;

/** Says the result of what the person just did. Never for problems of a flow, never for failures of the engine (banners). Value: takes it away. */
export function toast(text: string, options: ToastOptions = {}): () => void {
  last += 1;
  const item: ToastItem = { ...options, id: last, text };
  // The same words again: they are said once.
  const all = [...useToasts.getState().items.filter((other) => other.text !== text), item];
  useToasts.setState({ items: all.slice(-SHOWN_AT_ONCE) });
  for (const pushedOut of all.slice(0, -SHOWN_AT_ONCE)) pushedOut.onGone?.();
  return () => dropToast(item.id);
}

/** `used`: its action was taken, so `onGone` is not called. */
export function dropToast(id: number, used = false): void {
  const { items } = useToasts.getState();
  const item = items.find((each) => each.id === id);
  if (item === undefined) return;
  useToasts.setState({ items: items.filter((each) => each.id !== id) });
  if (!used) item.onGone?.();
}
