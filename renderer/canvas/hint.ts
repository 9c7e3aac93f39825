import { create } from 'zustand';
import { announce } from '../editor/announcer.ts';

/** How long a sentence stays on the canvas (ms). */
const STAYS_MS = 5_000;

/** A sentence above the canvas: why something can't be done. It is said aloud too. */
export const useHint = create<{ readonly text: string | null }>(() => ({ text: null }));

let timer: ReturnType<typeof setTimeout> | undefined;

export function hint(text: string): void {
  clearTimeout(timer);
  useHint.setState({ text });
  announce(text);
  timer = setTimeout(() => useHint.setState({ text: null }), STAYS_MS);
}

export function dropHint(): void {
  clearTimeout(timer);
  useHint.setState({ text: null });
}
