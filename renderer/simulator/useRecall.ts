import { useRef } from 'react';
import { useSimulator } from './store.ts';

export interface Recall {
  /** The line before the one in the field; null = leave the field alone. */
  older(text: string): string | null;
  newer(text: string): string | null;
  forget(): void;
}

/** Walks back through what was written in this conversation. Only from an empty field or a line it has put there. */
export function useRecall(): Recall {
  const at = useRef(-1);

  function lines(): string[] {
    const items = useSimulator.getState().conversation?.items ?? [];
    return items.flatMap((item) => (item.from === 'customer' && item.text !== '' ? [item.text] : [])).toReversed();
  }

  function step(text: string, by: 1 | -1): string | null {
    const written = lines();
    if (text === '') at.current = -1;
    else if (written[at.current] !== text) return null;
    const next = at.current + by;
    if (next < -1 || next >= written.length) return null;
    at.current = next;
    return written[next] ?? '';
  }

  return {
    older: (text) => step(text, 1),
    newer: (text) => step(text, -1),
    forget: () => {
      at.current = -1;
    },
  };
}
