import { create } from 'zustand';

/** At most one message in this time (ms): a burst is told in one breath. */
const PAUSE_MS = 500;

/** What the live region says now. */
export const useAnnouncer = create<{ readonly text: string }>(() => ({ text: '' }));

/** What interrupts (ux.md, 7: a stopped bot, a customer who waits too long, a failed save). */
export const useAlarm = create<{ readonly text: string }>(() => ({ text: '' }));

export function alarm(text: string): void {
  useAlarm.setState({ text });
}

/** Of a longer burst only the newest are told. */
const MOST = 4;

let waiting: string[] = [];
let timer: ReturnType<typeof setTimeout> | null = null;

function speak(): void {
  if (waiting.length === 0) {
    timer = null;
    return;
  }
  const text = waiting.join('. ');
  // A live region is silent when the same text is set again; a trailing space makes it a change.
  useAnnouncer.setState(({ text: before }) => ({ text: before === text ? `${text}\u00A0` : text }));
  waiting = [];
  timer = setTimeout(speak, PAUSE_MS);
}

/** Tells screen readers what has just happened. Polite: waits for what is being said. */
export function announce(text: string): void {
  if (waiting.at(-1) !== text) waiting = [...waiting.slice(1 - MOST), text];
  if (timer === null) speak();
}
