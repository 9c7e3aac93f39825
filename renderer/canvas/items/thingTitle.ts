import { copyOf } from '../../copy/i18n.ts';
import { frameAt, noteAt } from '../../editor/layoutItem.ts';
import { type EditorState, nodeOf } from '../../editor/store.ts';
import { blockTitle } from '../../nodes/blockTitle.ts';
import { plainNoteText } from './readNoteText.ts';

const LONGEST = 40;

/** What to call a block, a note or a frame in a sentence; undefined = it is not there. */
export function thingTitle(state: EditorState, key: string): string | undefined {
  const node = nodeOf(state, key);
  if (node) return blockTitle(node);
  const frame = frameAt(state.bot, state.flowId, key);
  if (frame) return frame.title;
  const note = noteAt(state.bot, state.flowId, key);
  if (!note) return undefined;
  const text = plainNoteText(note.text);
  if (text === '') return copyOf('items')('emptyNote');
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1).trimEnd()}…` : text;
}
