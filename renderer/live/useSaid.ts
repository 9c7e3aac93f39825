import { useState } from 'react';
import type { ConversationItem } from './conversationItems.ts';

interface Said {
  readonly text: string;
  /** Of a person's messages with this text, how many stood there before. */
  readonly before: number;
}

/** What a person sent from here and the CRM has not told of yet, oldest first. */
export function useSaid(items: readonly ConversationItem[]): {
  readonly said: readonly Said[];
  /** Asked before it goes out, for the CRM may tell of it before the sending is known to be over. Value: it went out. */
  readonly begin: (text: string) => () => void;
} {
  const [all, setAll] = useState<readonly Said[]>([]);
  const here = (text: string): number =>
    items.filter((item) => item.type === 'message' && item.from === 'operator' && item.text.trim() === text).length;
  const said = all.filter(({ text, before }) => here(text) <= before);
  return {
    said,
    begin(text) {
      const before = here(text) + said.filter((other) => other.text === text).length;
      return () => setAll((known) => [...known, { text, before }]);
    },
  };
}
