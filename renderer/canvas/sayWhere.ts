import { copyOf } from '../copy/i18n.ts';
import { announce } from '../editor/announcer.ts';
import { frameAt } from '../editor/layoutItem.ts';
import { useEditor } from '../editor/store.ts';
import { visibleBoxes } from './items/itemBoxes.ts';
import { thingTitle } from './items/thingTitle.ts';

/** Tells where a moved card stands now: by its nearest neighbour, never in coordinates. */
export function sayWhere(ids: readonly string[]): void {
  const t = copyOf('canvas');
  const state = useEditor.getState();
  const id = ids.at(-1);
  const name = id === undefined ? undefined : thingTitle(state, id);
  const boxes = visibleBoxes();
  const here = id === undefined ? undefined : boxes.get(id);
  if (name === undefined || !here) return;
  // A frame says little about where something is: it may lie around it.
  const isOther = (other: string): boolean => !ids.includes(other) && !frameAt(state.bot, state.flowId, other);
  const others = [...boxes].filter(([other]) => isOther(other));
  const distance = ([, box]: (typeof others)[number]): number => Math.hypot(box.x - here.x, box.y - here.y);
  const [nearest] = others.toSorted((a, b) => distance(a) - distance(b));
  const near = nearest && thingTitle(state, nearest[0]);
  if (!nearest || near === undefined) return announce(t('saidMoved', { name }));
  const dx = here.x - nearest[1].x;
  const dy = here.y - nearest[1].y;
  const where = Math.abs(dx) >= Math.abs(dy) ? (dx > 0 ? 'right' : 'left') : dy > 0 ? 'below' : 'above';
  announce(t('saidMovedNear', { name, where: t(`where.${where}`), near }));
}
