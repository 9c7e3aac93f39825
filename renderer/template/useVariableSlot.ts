import { type KeyboardEvent, type RefObject, useLayoutEffect, useRef, useState } from 'react';
import { chipMove } from './slots.ts';

export interface VariableSlot {
  readonly isOpen: boolean;
  /** At the caret, in the place of what is selected. */
  readonly open: () => void;
  readonly close: () => void;
  readonly insert: (name: string) => void;
  /** «{» was meant as a brace after all. */
  readonly insertPlain: () => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLTextAreaElement>) => void;
}

/** Variables in a text field: «{» asks which, a chip is passed and deleted as one sign. */
export function useVariableSlot(
  area: RefObject<HTMLTextAreaElement | null>,
  value: string,
  onChange: (value: string) => void,
): VariableSlot {
  /** Where the choice goes; null = the list is closed. */
  const [asked, setAsked] = useState<{ from: number; to: number } | null>(null);
  const caret = useRef<number | null>(null);

  useLayoutEffect(() => {
    if (caret.current === null) return;
    area.current?.focus();
    area.current?.setSelectionRange(caret.current, caret.current);
    caret.current = null;
  }, [area, value]);

  function open(): void {
    const at = area.current?.selectionStart ?? value.length;
    setAsked({ from: at, to: area.current?.selectionEnd ?? at });
  }

  function put(text: string): void {
    if (asked === null) return;
    caret.current = asked.from + text.length;
    setAsked(null);
    onChange(value.slice(0, asked.from) + text + value.slice(asked.to));
  }

  return {
    isOpen: asked !== null,
    open,
    close: () => setAsked(null),
    insert: (name) => put(`{{${name}}}`),
    insertPlain: () => put('{'),
    onKeyDown(event) {
      const field = event.currentTarget;
      if (event.key === '{' && !event.ctrlKey && !event.metaKey) {
        event.preventDefault();
        open();
        return;
      }
      if (field.selectionStart !== field.selectionEnd) return;
      const move = chipMove(field.value, field.selectionStart, event);
      if (!move) return;
      field.setSelectionRange(move.select.from, move.select.to);
      // Deleting is left to the field: it stays in its own undo.
      if (move.isWhole) event.preventDefault();
    },
  };
}
