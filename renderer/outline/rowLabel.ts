import { blockLabel } from '../canvas/blockLabel.ts';
import { contentOf } from '../canvas/items/itemBoxes.ts';
import { insideWords, problemsIn } from '../canvas/items/insideWords.ts';
import { thingTitle } from '../canvas/items/thingTitle.ts';
import type { BotNode } from '../../engine/flow/botSchema.ts';
import type { Language } from '../copy/copyTypes.ts';
import { copyOf } from '../copy/i18n.ts';
import { factsOf } from '../editor/factsOf.ts';
import { frameAt, itemOf } from '../editor/layoutItem.ts';
import { problemsAt } from '../editor/problemIndex.ts';
import { type EditorState, nodeOf } from '../editor/store.ts';
import { blockTitle } from '../nodes/blockTitle.ts';
import type { OutlineRow } from './outline.ts';
import { outputCaption, rowText } from './rowWords.ts';

/** A row for assistive technology: a block as on the canvas, an output with where it leads. */
export function rowLabel(row: OutlineRow, state: EditorState, language: Language): string {
  const t = copyOf('outline', language);
  if (row.kind === 'group') return t(row.group);
  if (row.kind === 'note') return copyOf('items', language)('noteLabel', { text: rowText(row, language) });
  if (row.kind === 'frame') return frameLabel(row.node, rowText(row, language), state, language);
  if (row.kind === 'held') return t('seeLabel', { target: thingTitle(state, row.target) ?? '' });
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

/** A folded frame also tells what it hides. */
function frameLabel(key: string, title: string, state: EditorState, language: Language): string {
  const t = copyOf('items', language);
  if (frameAt(state.bot, state.flowId, key)?.collapsed !== true) return t('frameLabel', { title });
  const blocks = contentOf(key).filter((held) => itemOf(held) === null);
  const inside = insideWords(blocks.length, problemsIn(state.problems, state.flowId, blocks).length, language);
  return t('frameLabelFolded', { title, inside });
}
