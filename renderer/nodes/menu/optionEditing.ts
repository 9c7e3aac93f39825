import type { KindData } from '../../../engine/nodes/registry.ts';
import { newId } from '../../editor/newId.ts';
import type { ExitEditing } from '../face.ts';
import { moveById } from '../moveById.ts';

/** Captions of options are edited on their output rows; Enter goes to the next one and makes it at the end. */
export const optionEditing: ExitEditing<KindData<'menu'>> = {
  rename(data, exit, label) {
    const options = data.options ?? [];
    const at = options.findIndex((option) => option.id === exit);
    const old = options[at];
    return old ? { options: options.with(at, { ...old, label }) } : null;
  },
  next(data, exit) {
    const options = data.options ?? [];
    const at = options.findIndex((option) => option.id === exit);
    const follower = options[at + 1];
    if (at < 0) return null;
    if (follower) return { exit: follower.id, patch: {} };
    if ((options[at]?.label ?? '').trim() === '') return null;
    const id = newId('o', (wanted) => options.some((option) => option.id === wanted));
    return { exit: id, patch: { options: [...options, { id, label: '' }] } };
  },
  move(data, exit, by) {
    const options = moveById(data.options ?? [], exit, by);
    return options && { options };
  },
  leave(data, exit, connected) {
    const options = data.options ?? [];
    const last = options.at(-1);
    const isSpare = last?.id === exit && last.label.trim() === '' && !connected && options.length > 1;
    return isSpare ? { options: options.slice(0, -1) } : null;
  },
};
