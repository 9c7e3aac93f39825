import { copyOf } from '../copy/i18n.ts';
import { announce } from '../editor/announcer.ts';
import { nodeOf, useEditor } from '../editor/store.ts';
import { blockTitle } from '../nodes/blockTitle.ts';
import { openBoxes } from './boxes.ts';

/** Tells where a moved card stands now: by its nearest neighbour, never in coordinates. */
export function sayWhere(ids: readonly string[]): void {
  const t = copyOf('canvas');
  const state = useEditor.getState();
  const id = ids.at(-1);
  const node = id === undefined ? undefined : nodeOf(state, id);
  const boxes = openBoxes();
  const here = id === undefined ? undefined : boxes.get(id);
  if (!node || !here) return;
  const name = blockTitle(node);
  const others = [...boxes].filter(([other]) => !ids.includes(other));
  const distance = ([, box]: (typeof others)[number]): number => Math.hypot(box.x - here.x, box.y - here.y);
  const [nearest] = others.toSorted((a, b) => distance(a) - distance(b));
  const near = nearest && nodeOf(state, nearest[0]);
  if (!nearest || !near) return announce(t('saidMoved', { name }));
  const dx = here.x - nearest[1].x;
  const dy = here.y - nearest[1].y;
  const where = Math.abs(dx) >= Math.abs(dy) ? (dx > 0 ? 'right' : 'left') : dy > 0 ? 'below' : 'above';
  announce(t('saidMovedNear', { name, where: t(`where.${where}`), near: blockTitle(near) }));
}
