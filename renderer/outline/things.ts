import type { Bot } from '../../engine/flow/botSchema.ts';
import { framesOf, notesOf } from '../../engine/flow/layoutItems.ts';
import { contentOf } from '../canvas/items/itemBoxes.ts';
import { plainNoteText } from '../canvas/items/readNoteText.ts';
import { itemKey } from '../editor/layoutItem.ts';

/** The notes of a flow, and its frames with what each of them holds; all by their keys. */
export interface Things {
  readonly notes: readonly { readonly key: string; readonly text: string }[];
  readonly frames: readonly { readonly key: string; readonly text: string; readonly holds: readonly string[] }[];
}

/** Those of the open flow, in reading order: from top to bottom, then from left to right. `layout`: that of the flow. */
export function openThings(layout: NonNullable<Bot['layout']>[string]): Things {
  return {
    notes: notesOf(layout)
      .toSorted(byPlace)
      .map((note) => ({ key: itemKey('note', note.id), text: plainNoteText(note.text) })),
    frames: framesOf(layout)
      .toSorted(byPlace)
      .map((frame) => ({ key: itemKey('frame', frame.id), text: frame.title.trim() }))
      .map((frame) => ({ ...frame, holds: contentOf(frame.key) })),
  };
}

interface Place {
  readonly x: number;
  readonly y: number;
}

function byPlace(a: Place, b: Place): number {
  return a.y - b.y || a.x - b.x;
}
