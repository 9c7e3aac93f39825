import type { Command } from '../command.ts';
import { frameAt, type ItemEntry, itemOf, withItem } from '../layoutItem.ts';

export interface SetItemArgs {
  readonly flow: string;
  readonly key: string;
  /** Fields of its entry; `undefined` takes one away. */
  readonly patch: ItemEntry;
  readonly mergeKey?: string;
}

/** Text, colour and size of a note; title, colour, size and fold of a frame. */
export const setItem: Command<SetItemArgs> = {
  capture: 'later',
  apply: (bot, { flow, key, patch }) => withItem(bot, flow, key, patch),
  label(bot, { flow, key, patch }) {
    if (itemOf(key)?.kind === 'note') return { key: 'editNote' };
    const name = frameAt(bot, flow, key)?.title ?? '';
    if ('collapsed' in patch) return { key: patch['collapsed'] === true ? 'foldFrame' : 'unfoldFrame', name };
    return { key: 'editFrame', name };
  },
  touched: (_, { flow, key }) => ({ flow, nodes: [key] }),
  mergeKey: ({ mergeKey }) => mergeKey,
};
