import { createContext, use } from 'react';

/** What a card's texts need to be edited where they stand. `canvas/BlockCard.tsx` provides it. */
export interface CardEditing {
  readonly canEdit: boolean;
  /** The card is the one in the tab order: its texts can be gone through. */
  readonly isTabStop: boolean;
  /** The text of the card that is being edited: a field, or an output. */
  readonly field: string | null;
  readonly start: (field: string) => void;
  /** `next`: on to the next text of the card (Enter in a caption, Tab in a text). */
  readonly stop: (how: 'next' | 'done') => void;
  /** Lays a patch over the block's data; edits of one field are one step. */
  readonly update: (patch: Readonly<Record<string, unknown>>, field: string) => void;
}

export const CardEditingContext = createContext<CardEditing>({
  canEdit: false,
  isTabStop: false,
  field: null,
  start: () => undefined,
  stop: () => undefined,
  update: () => undefined,
});

export function useCardEditing(): CardEditing {
  return use(CardEditingContext);
}
