import type { Bot } from '../../../engine/flow/botSchema.ts';
import type { Copy } from '../../copy/i18n.ts';
import { findNode } from '../../editor/draft.ts';
import { blockTitle } from '../../nodes/blockTitle.ts';
import type { Said } from './sortTexts.ts';

const MOST = 3;

/** Where a group was said: «Меню „Что вас интересует?“», the commonest places first. */
export function placeWords(texts: readonly Said[], bot: Bot, t: Copy<'inbox'>): string[] {
  const counts = new Map<string, number>();
  for (const { places } of texts)
    for (const { flow, node, why, count } of places) {
      const found = findNode(bot, flow, node);
      const words = t(`where.${why}`, { place: found === undefined ? t('where.gone') : blockTitle(found) });
      counts.set(words, (counts.get(words) ?? 0) + count);
    }
  return [...counts]
    .sort(([, one], [, other]) => other - one)
    .slice(0, MOST)
    .map(([words]) => words);
}
