import { create } from 'zustand';

interface PhrasesView {
  /** A phrase that the list is asked to show and focus. A new object each time. */
  readonly reveal: { readonly topic: string; readonly phrase: string } | null;
  /** The name of this topic is to be typed: it was just made, or F2 was pressed. A new object each time. */
  readonly naming: { readonly topic: string } | null;
  /** The row of this topic takes the keyboard: it was just added, and what added it is gone. A new object each time. */
  readonly landing: { readonly topic: string } | null;
}

/** What one part of the screen asks of another. */
export const usePhrasesView = create<PhrasesView>(() => ({ reveal: null, naming: null, landing: null }));

export function revealPhrase(topic: string, phrase: string): void {
  usePhrasesView.setState({ reveal: { topic, phrase } });
}

export function nameTopic(topic: string): void {
  usePhrasesView.setState({ naming: { topic } });
}

export function landOnTopic(topic: string): void {
  usePhrasesView.setState({ landing: { topic } });
}
