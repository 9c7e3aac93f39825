import { framesOf, notesOf } from '../../../engine/flow/layoutItems.ts';
import { foldedAway } from '../../editor/folded.ts';
import { heldBy } from '../../editor/frameContent.ts';
import { frameAt, itemKey, itemOf } from '../../editor/layoutItem.ts';
import type { Box } from '../../editor/boxMath.ts';
import { CARD_HEIGHT, CARD_WIDTH } from '../../editor/place.ts';
import { type EditorState, openFlowOf, useEditor } from '../../editor/store.ts';
import { openBoxes } from '../boxes.ts';
import { useCanvasView } from '../view.ts';

const NO_FLOW = { id: '', name: '', nodes: [] };

/** Frame of the open flow that a thing is folded away in; undefined = it can be seen. */
export function foldedIn(state: EditorState, key: string): string | undefined {
  return foldedAway(openFlowOf(state) ?? NO_FLOW, state.bot.layout?.[state.flowId]).get(key);
}

function noteBoxes(state: EditorState): Map<string, Box> {
  const { sizes } = useCanvasView.getState();
  return new Map(
    notesOf(state.bot.layout?.[state.flowId]).map((note) => {
      const key = itemKey('note', note.id);
      return [
        key,
        { x: note.x, y: note.y, width: note.width, height: sizes[key]?.height ?? note.height ?? CARD_HEIGHT },
      ];
    }),
  );
}

/** Frames as large as they are open; a folded one as large as it is drawn. */
function frameBoxes(state: EditorState): Map<string, Box> {
  const { sizes } = useCanvasView.getState();
  return new Map(
    framesOf(state.bot.layout?.[state.flowId]).map((frame) => {
      const key = itemKey('frame', frame.id);
      const { x, y, width, height } = frame;
      const card = sizes[key] ?? { width: CARD_WIDTH, height: CARD_HEIGHT };
      return [key, { x, y, ...(frame.collapsed ? card : { width, height }) }];
    }),
  );
}

/** Everything that can be seen of the open flow: blocks, notes, frames. */
export function visibleBoxes(): Map<string, Box> {
  const state = useEditor.getState();
  const all = [...frameBoxes(state), ...openBoxes(), ...noteBoxes(state)];
  const folded = foldedAway(openFlowOf(state) ?? NO_FLOW, state.bot.layout?.[state.flowId]);
  return new Map(all.filter(([key]) => !folded.has(key)));
}

/** What stands in the way of something new: an open frame does not, one may stand in it. */
export function takenBoxes(): Box[] {
  const { bot, flowId } = useEditor.getState();
  return [...visibleBoxes()].flatMap(([key, box]) => (frameAt(bot, flowId, key)?.collapsed === false ? [] : [box]));
}

/** Keys of what a frame holds now. */
export function contentOf(key: string): string[] {
  const state = useEditor.getState();
  const frame = frameAt(state.bot, state.flowId, key);
  if (!frame) return [];
  if (frame.collapsed) {
    const all = foldedAway(openFlowOf(state) ?? NO_FLOW, state.bot.layout?.[state.flowId]);
    return [...all].filter(([, holder]) => holder === key).map(([held]) => held);
  }
  const isFree = ([other]: readonly [string, Box]): boolean => foldedIn(state, other) === undefined && other !== key;
  const things = new Map([...openBoxes(), ...noteBoxes(state)].filter(isFree));
  const frames = new Map([...frameBoxes(state)].filter(isFree));
  const held = heldBy(frame, things, frames);
  // What a folded frame in it holds comes along.
  return [...new Set([...held, ...held.flatMap((one) => (itemOf(one)?.kind === 'frame' ? contentOf(one) : []))])];
}

/** These, and what the frames among them hold. */
export function withContent(keys: readonly string[]): string[] {
  return [...new Set([...keys, ...keys.flatMap(contentOf)])];
}
