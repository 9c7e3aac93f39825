import type { Command } from '../command.ts';
import { hasItem, type ItemEntry, itemKey, type ItemKind, withItems } from '../layoutItem.ts';

export interface AddItemArgs {
  readonly flow: string;
  readonly kind: ItemKind;
  /** Its entry in the bot file. */
  readonly item: ItemEntry & { readonly id: string };
}

/** A note or a frame. */
export const addItem: Command<AddItemArgs> = {
  capture: 'now',
  apply: (bot, { flow, kind, item }) =>
    hasItem(bot, flow, itemKey(kind, item.id)) ? bot : withItems(bot, flow, kind, [item]),
  label: (_, { kind }) => ({ key: kind === 'note' ? 'addNote' : 'addFrame' }),
  touched: (_, { flow, kind, item }) => ({ flow, nodes: [itemKey(kind, item.id)] }),
};
