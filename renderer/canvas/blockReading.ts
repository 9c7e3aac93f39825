import { problemWords } from '../../engine/check/problemWords.ts';
import type { BotNode } from '../../engine/flow/botSchema.ts';
import { copyOf, currentLanguage } from '../copy/i18n.ts';
import { factsOf } from '../editor/factsOf.ts';
import { reading } from '../editor/nodeData.ts';
import { problemsAt } from '../editor/problemIndex.ts';
import { type EditorState, nodeOf } from '../editor/store.ts';
import { blockTitle, kindWord } from '../nodes/blockTitle.ts';
import { outputWords } from './outputWords.ts';

/** Everything about a block, read aloud on request (Shift+F1): all it says, every output, every problem in full. */
export function blockReading(node: BotNode, state: EditorState): string {
  const t = copyOf('canvas');
  const nodes = copyOf('nodes');
  const kind = kindWord(node.kind, nodes);
  const title = blockTitle(node, nodes);
  const known = reading(node);
  const texts = known.ok ? known.kind.texts(known.data).filter((text) => text.trim() !== '') : [];
  const outputs = outputWords(node, factsOf(state.bot), (id) => nodeOf(state, id));
  const problems = problemsAt(state.problems, state.flowId, node.id);
  return [
    kind,
    ...(title === kind || texts[0]?.startsWith(title.replace(/…$/u, '')) ? [] : [title]),
    ...(node.disabled ? [nodes('disabled')] : []),
    ...texts,
    ...(outputs.length > 0 ? [`${t('exits', { count: outputs.length })}: ${outputs.join('; ')}`] : []),
    ...problems.map((problem) => problemWords(problem, currentLanguage())),
    ...(node.note === undefined ? [] : [node.note]),
  ].join('. ');
}
