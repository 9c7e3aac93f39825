import type { Bot, BotFlow } from '../../../engine/flow/botSchema.ts';
import type { Problem } from '../../../engine/check/problem.ts';
import type { Language } from '../../copy/copyTypes.ts';
import { copyOf, currentLanguage } from '../../copy/i18n.ts';
import { foldedAway } from '../../editor/folded.ts';

type FlowLayout = NonNullable<Bot['layout']>[string];

/** Ids of the blocks that a folded frame hides. */
export function blocksIn(flow: BotFlow | undefined, layout: FlowLayout | undefined, key: string): string[] {
  if (!flow) return [];
  const away = foldedAway(flow, layout);
  return flow.nodes.filter((node) => away.get(node.id) === key).map((node) => node.id);
}

/** The problems of these blocks, tips left out. */
export function problemsIn(problems: readonly Problem[], flow: string, blocks: readonly string[]): readonly Problem[] {
  const inside = new Set<string | null>(blocks);
  return problems.filter((each) => each.flow === flow && each.level !== 'tip' && inside.has(each.node));
}

/** «5 блоков, 2 проблемы». */
export function insideWords(blocks: number, problems: number, language: Language = currentLanguage()): string {
  const t = copyOf('items', language);
  const words = t('blocks', { count: blocks });
  return problems > 0 ? `${words}, ${t('problems', { count: problems })}` : words;
}
