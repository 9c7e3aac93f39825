import type { Problem } from '../../engine/check/problem.ts';
import type { BotFlow, BotNode } from '../../engine/flow/botSchema.ts';
import type { BotFacts } from '../../engine/model/definitions.ts';
import type { Copy } from '../copy/i18n.ts';
import { exitsOf, reading } from '../editor/nodeData.ts';
import { problemsAt } from '../editor/problemIndex.ts';
import { blockTitle, kindWord } from '../nodes/blockTitle.ts';

const SAID = 80;

/** A block for assistive technology: kind, name, what it says, how many outputs, what is wrong. Short; details inside. */
export function blockLabel(
  node: BotNode,
  facts: BotFacts,
  flow: BotFlow,
  problems: readonly Problem[],
  t: Copy<'canvas'>,
  words: Copy<'nodes'>,
): string {
  const kind = kindWord(node.kind, words);
  const title = blockTitle(node, words);
  const known = reading(node);
  const said = known.ok ? (known.kind.texts(known.data).find((text) => text.trim() !== '') ?? '') : '';
  const exits = exitsOf(node, facts).length;
  const wrong = problemsAt(problems, flow.id, node.id).filter((problem) => problem.level !== 'tip').length;
  const parts = [
    kind,
    ...(title === kind || said.startsWith(title.replace(/…$/, '')) ? [] : [title]),
    ...(said === '' ? [] : [said.slice(0, SAID)]),
    ...(node.disabled ? [words('disabled')] : []),
    ...(exits > 0 ? [t('exits', { count: exits })] : []),
    ...(wrong > 0 ? [t('issues', { count: wrong })] : []),
  ];
  return parts.join('. ');
}
