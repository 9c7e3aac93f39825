import type { BotNode } from '../../engine/flow/botSchema.ts';
import type { BotFacts } from '../../engine/model/definitions.ts';
import type { Language } from '../copy/copyTypes.ts';
import { copyOf } from '../copy/i18n.ts';
import { exitsOf } from '../editor/nodeData.ts';
import { blockTitle } from '../nodes/blockTitle.ts';
import { exitTitle } from '../nodes/exitTitle.ts';

/** A connection for assistive technology: «Связь: Главное меню, выход „2 Доставка“, к Доставка». */
export function edgeWords(
  node: BotNode,
  exit: string,
  target: BotNode | undefined,
  facts: BotFacts,
  language: Language,
): string {
  const t = copyOf('canvas', language);
  const words = copyOf('nodes', language);
  const specs = exitsOf(node, facts);
  const at = specs.findIndex((spec) => spec.id === exit);
  const spec = specs[at];
  const caption = spec ? exitTitle(spec, at, words) : exit;
  return t('edge', {
    from: blockTitle(node, words),
    exit: spec?.code === undefined ? caption : `${spec.code} ${caption}`,
    to: target ? blockTitle(target, words) : t('lost'),
  });
}
