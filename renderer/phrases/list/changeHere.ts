import type { Intent } from '../../../engine/model/definitions.ts';
import { copyOf } from '../../copy/i18n.ts';
import { readPaste } from '../readPaste.ts';
import { addPhrases, movePhrases, removePhrases } from '../topicActions.ts';
import { undoToast } from '../../editor/undoToast.ts';
import { tellPaste } from './tellPaste.ts';
import type { PhraseGrid } from './useGrid.ts';

/** What is done with lines of the list; the keyboard stays where the work goes on. */
export interface ChangeHere {
  readonly remove: (places: readonly number[]) => void;
  readonly move: (places: readonly number[], to: string, name: string) => void;
  /** Many lines, after this place or at the end. */
  readonly paste: (text: string, after?: number) => void;
}

export function changeHere({ id, phrases }: Intent, grid: PhraseGrid): ChangeHere {
  const stay = (gone: number): void => grid.focusRow(Math.min(grid.active, phrases.length - gone - 1));
  return {
    remove(places) {
      if (!removePhrases(id, places)) return;
      stay(places.length);
      undoToast(copyOf('phrases')('list.removed', { count: places.length }));
    },
    move(places, to, name) {
      if (!movePhrases(id, places, to)) return;
      stay(places.length);
      undoToast(copyOf('phrases')('list.moved', { count: places.length, name }));
    },
    paste(text, after) {
      const pasted = readPaste(text, phrases);
      addPhrases(id, pasted.phrases, after === undefined ? undefined : after + 1);
      tellPaste(pasted);
    },
  };
}
