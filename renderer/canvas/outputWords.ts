import type { BotNode } from '../../engine/flow/botSchema.ts';
import type { BotFacts } from '../../engine/model/definitions.ts';
import type { Language } from '../copy/copyTypes.ts';
import { copyOf, currentLanguage } from '../copy/i18n.ts';
import { exitsOf } from '../editor/nodeData.ts';
import { blockTitle } from '../nodes/blockTitle.ts';
import { exitTitle } from '../nodes/exitTitle.ts';

/** Every output in words with where it leads: «1 Каталог — нет связи», «2 Доставка — к блоку „Доставка“». */
export function outputWords(
  node: BotNode,
  facts: BotFacts,
  nodeBy: (id: string) => BotNode | undefined,
  language: Language = currentLanguage(),
): string[] {
  const t = copyOf('canvas', language);
  const nodes = copyOf('nodes', language);
  return exitsOf(node, facts).map((spec, at) => {
    const caption = exitTitle(spec, at, nodes);
    const exit = spec.code === undefined ? caption : `${spec.code} ${caption}`;
    const id = node.exits?.[spec.id];
    if (id === undefined) return t('leadsNowhere', { exit });
    const target = nodeBy(id);
    return t('leadsTo', { exit, target: target ? blockTitle(target, nodes) : t('lost') });
  });
}
