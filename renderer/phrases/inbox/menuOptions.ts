import type { Bot } from '../../../engine/flow/botSchema.ts';
import { menuSchema, type MenuOption } from '../../../engine/nodes/menu/schema.ts';
import { findNode } from '../../editor/draft.ts';

/** The options of a menu; null where there is no menu (any more). */
export function menuOptions(
  bot: Bot,
  { flow, node }: { readonly flow: string; readonly node: string },
): readonly MenuOption[] | null {
  const found = findNode(bot, flow, node);
  if (found?.kind !== 'menu') return null;
  const read = menuSchema.safeParse(found.data ?? {});
  return read.success ? (read.data.options ?? []) : null;
}
