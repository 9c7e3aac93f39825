import type { Bot } from '../../../engine/flow/botSchema.ts';
import type { KindData } from '../../../engine/nodes/registry.ts';
import { findNode } from '../../editor/draft.ts';
import { reading } from '../../editor/nodeData.ts';

type MenuData = KindData<'menu'>;

/** The options of a menu; null where there is no menu (any more). */
export function menuOptions(
  bot: Bot,
  { flow, node }: { readonly flow: string; readonly node: string },
): NonNullable<MenuData['options']> | null {
  const found = findNode(bot, flow, node);
  const read = found?.kind === 'menu' ? reading(found) : null;
  // A node of this kind that could be read has data of this kind.
  return read?.ok === true ? ((read.data as MenuData).options ?? []) : null;
}
