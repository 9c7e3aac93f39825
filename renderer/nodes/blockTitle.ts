import type { BotNode } from '../../engine/flow/botSchema.ts';
import { copyOf, type Copy } from '../copy/i18n.ts';
import { isKind } from './isKind.ts';
import { reading } from '../editor/nodeData.ts';

const LONGEST = 40;

/** The word for a kind; an unknown one by its own name. */
export function kindWord(kind: string, t: Copy<'nodes'> = copyOf('nodes')): string {
  return isKind(kind) ? t(`kind.${kind}`) : t('unknownKind', { kind });
}

/** What to call a block in a sentence: its name, else the beginning of what it says, else its kind. */
export function blockTitle(node: BotNode, t: Copy<'nodes'> = copyOf('nodes')): string {
  const name = node.name?.trim() ?? '';
  if (name !== '') return name;
  const known = reading(node);
  const said = known.ok ? (known.kind.texts(known.data).find((text) => text.trim() !== '') ?? '') : '';
  const [line = ''] = said.trim().split('\n');
  if (line === '') return kindWord(node.kind, t);
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 1).trimEnd()}…` : line;
}
