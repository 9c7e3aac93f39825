import { blockLabel } from '../canvas/blockLabel.ts';
import type { BotNode } from '../../engine/flow/botSchema.ts';
import type { Language } from '../copy/copyTypes.ts';
import { copyOf } from '../copy/i18n.ts';
import { factsOf } from '../editor/factsOf.ts';
import { problemsAt } from '../editor/problemIndex.ts';
import { type EditorState, nodeOf } from '../editor/store.ts';
import { blockTitle } from '../nodes/blockTitle.ts';
import type { OutlineRow } from './outline.ts';
import { outputCaption } from './rowWords.ts';

/** A row for assistive technology: a block as on the canvas, an output with where it leads. */
export function rowLabel(row: OutlineRow, state: EditorState, language: Language): string {
  const t = copyOf('outline', language);
  if (row.kind === 'group') return t(row.group);
  if (row.kind === 'note') return t('note', { text: row.text });
  const nodeBy = (id: string): BotNode | undefined => nodeOf(state, id);
  const node = nodeBy(row.node);
  if (!node) return '';
  const facts = factsOf(state.bot);
  if (row.kind === 'block')
    return blockLabel(node, { facts, problems: problemsAt(state.problems, state.flowId, node.id), language, nodeBy });
  const target = row.target === undefined ? undefined : nodeBy(row.target);
  if (row.kind === 'link') return t('seeLabel', { target: target ? blockTitle(target) : '' });
  const { code, caption } = outputCaption(node, row.exit, facts);
  const exit = code === undefined ? caption : `${code} ${caption}`;
  return target ? t('outTo', { exit, target: blockTitle(target) }) : t('outFree', { exit });
}
