import { NOTE_WIDTH, type Tint } from '../../../engine/flow/layoutItems.ts';
import { copyOf } from '../../copy/i18n.ts';
import { announce } from '../../editor/announcer.ts';
import { type Point, snap } from '../../editor/draft.ts';
import { frameAround } from '../../editor/frameContent.ts';
import { frameAt, itemKey, itemOf, newItemId } from '../../editor/layoutItem.ts';
import { CARD_HEIGHT, freeSpot } from '../../editor/place.ts';
import { useEditor } from '../../editor/store.ts';
import { toast } from '../../ui/toast.ts';
import { focusBlock } from '../focusBlock.ts';
import { insideWords, problemsIn } from './insideWords.ts';
import { contentOf, takenBoxes, visibleBoxes } from './itemBoxes.ts';

/** A note near this place, ready to be written. */
export function addNote(at: Point): void {
  const { bot, flowId, run } = useEditor.getState();
  const width = NOTE_WIDTH.usual;
  const id = newItemId(bot, 'note');
  const spot = freeSpot({ ...snap(at), width, height: CARD_HEIGHT }, takenBoxes());
  if (!run('addItem', { flow: flowId, kind: 'note', item: { id, text: '', ...spot, width } })) return;
  announce(copyOf('items')('saidNoteAdded'));
  startEditing(itemKey('note', id));
}

/** Brought into view first: the title of a large frame may lie beyond the edge. */
function startEditing(key: string): void {
  const { flowId, goTo } = useEditor.getState();
  goTo(flowId, key, { field: 'name', view: 'ifHidden' });
}

/** A frame around the selection, its title ready to be written. */
export function frameSelection(): void {
  const t = copyOf('items');
  const { bot, flowId, selection, run, readOnly } = useEditor.getState();
  if (readOnly) return;
  const boxes = visibleBoxes();
  const around = selection.nodes.flatMap((key) => boxes.get(key) ?? []);
  if (around.length === 0) return say(t('saidNothingToFrame'));
  const id = newItemId(bot, 'frame');
  const item = { id, title: t('newFrame'), ...frameAround(around) };
  if (!run('addItem', { flow: flowId, kind: 'frame', item })) return;
  announce(t('saidFrameAdded'));
  startEditing(itemKey('frame', id));
}

/** Folds an open frame and unfolds a folded one. Folded, it remembers what it holds. */
export function foldFrame(key: string): void {
  const t = copyOf('items');
  const { bot, flowId, problems, run } = useEditor.getState();
  const frame = frameAt(bot, flowId, key);
  if (!frame) return;
  const held = contentOf(key);
  const blocks = held.filter((one) => !itemOf(one));
  const inside = insideWords(blocks.length, problemsIn(problems, flowId, blocks).length);
  const patch = frame.collapsed ? { collapsed: undefined, nodes: undefined } : { collapsed: true, nodes: held };
  if (!run('setItem', { flow: flowId, key, patch })) return;
  announce(
    frame.collapsed ? t('saidUnfolded', { title: frame.title }) : t('saidFolded', { title: frame.title, inside }),
  );
  focusBlock(key);
}

/** The frame that is meant: selected, or around what is selected. */
function framesMeant(): string[] {
  const { selection } = useEditor.getState();
  const chosen = selection.nodes.filter((key) => itemOf(key)?.kind === 'frame');
  if (chosen.length > 0 || selection.nodes.length === 0) return chosen;
  const frames = [...visibleBoxes()].filter(([key]) => itemOf(key)?.kind === 'frame');
  const around = frames.filter(([key]) => {
    const held = new Set(contentOf(key));
    return selection.nodes.every((one) => held.has(one));
  });
  // Of frames in frames the nearest one.
  const [nearest] = around.toSorted(([, a], [, b]) => a.width * a.height - b.width * b.height);
  return nearest ? [nearest[0]] : [];
}

/** Alt+G. */
export function foldSelected(): void {
  const frames = framesMeant();
  if (frames.length === 0) say(copyOf('items')('saidNoFrame'));
  for (const key of frames) foldFrame(key);
}

/** Ctrl+Shift+G: the frame goes, what it held stays and is selected. */
export function ungroupSelected(): void {
  const frames = framesMeant();
  const [first] = frames;
  if (first === undefined) return say(copyOf('items')('saidNoFrame'));
  ungroup(first);
}

export function ungroup(key: string): void {
  const { bot, flowId, run, select } = useEditor.getState();
  const frame = frameAt(bot, flowId, key);
  const held = contentOf(key);
  if (!frame || !run('removeSelection', { flow: flowId, nodes: [key], edges: [] })) return;
  say(copyOf('items')('saidFrameRemoved', { title: frame.title }));
  select({ nodes: held });
  const [first] = held;
  if (first !== undefined) focusBlock(first, { select: false });
}

export function setTint(key: string, color: Tint): void {
  const { flowId, run } = useEditor.getState();
  run('setItem', { flow: flowId, key, patch: { color } });
}

/** As large as what it holds wants it. */
export function fitFrame(key: string): void {
  const { flowId, run } = useEditor.getState();
  const boxes = visibleBoxes();
  const held = contentOf(key).flatMap((one) => boxes.get(one) ?? []);
  if (held.length > 0) run('setItem', { flow: flowId, key, patch: { ...frameAround(held) } });
}

/** For eyes and for screen readers alike: the toaster is read out too. */
function say(text: string): void {
  toast(text);
}
