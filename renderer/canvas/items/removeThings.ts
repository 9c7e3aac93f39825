import { copyOf } from '../../copy/i18n.ts';
import { announce } from '../../editor/announcer.ts';
import { frameAt, itemOf } from '../../editor/layoutItem.ts';
import { useEditor } from '../../editor/store.ts';
import { focusBlock } from '../focusBlock.ts';
import { ungroup } from './itemActions.ts';
import { visibleBoxes } from './itemBoxes.ts';

/** Deletes notes and frames alone. What a frame holds stays; the keyboard goes to the nearest thing. */
export function removeThings(keys: readonly string[], cut: boolean): void {
  const [first] = keys;
  if (first === undefined) return;
  if (keys.length === 1 && !cut && itemOf(first)?.kind === 'frame') return ungroup(first);
  const boxes = visibleBoxes();
  const here = boxes.get(first);
  const { bot, flowId, run } = useEditor.getState();
  const frame = frameAt(bot, flowId, first);
  if (!run('removeSelection', { flow: flowId, nodes: keys, edges: [], ...(cut ? { cut } : {}) })) return;
  const t = copyOf('items');
  if (keys.length > 1) announce(t('saidThingsRemoved', { count: keys.length }));
  else announce(frame ? t('saidFrameCut', { title: frame.title }) : t('saidNoteRemoved'));
  const far = (key: string): number => {
    const box = boxes.get(key);
    return box && here ? Math.hypot(box.x - here.x, box.y - here.y) : Infinity;
  };
  const [next] = [...boxes.keys()].filter((key) => !keys.includes(key)).toSorted((a, b) => far(a) - far(b));
  if (next !== undefined) focusBlock(next);
}
