import type { BotNode } from '../../engine/flow/botSchema.ts';
import type { Copy } from '../copy/i18n.ts';
import { blockTitle, kindWord } from '../nodes/blockTitle.ts';

/** What a card without a name is called from afar, where its text is not read: by its kind alone menus look alike. */
export function farTitle(node: BotNode, t: Copy<'nodes'>): string | undefined {
  if ((node.name?.trim() ?? '') !== '') return undefined;
  const title = blockTitle(node, t);
  return title === kindWord(node.kind, t) ? undefined : title;
}
