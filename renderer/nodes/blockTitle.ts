import type { BotNode } from '../../engine/flow/botSchema.ts';
import type { KindData } from '../../engine/nodes/registry.ts';
import type { KindName } from '../../engine/nodes/kind.ts';
import { copyOf, type Copy } from '../copy/i18n.ts';
import { isKind } from './isKind.ts';
import { reading } from '../editor/nodeData.ts';
import { lineInWords } from './set/lineInWords.ts';
import { tagsInWords } from './tags/tagsInWords.ts';

const LONGEST = 40;

/** The word for a kind; an unknown one by its own name. */
export function kindWord(kind: string, t: Copy<'nodes'> = copyOf('nodes')): string {
  return isKind(kind) ? t(`kind.${kind}`) : t('unknownKind', { kind });
}

/** What stands for blocks that say nothing to the customer; the others go by the first of their texts. */
const CONTENT: { readonly [K in KindName]?: (data: KindData<K>) => string } = {
  set: ({ assignments = [] }) => {
    const line = assignments.find(({ variable }) => (variable ?? '') !== '');
    return line === undefined ? '' : lineInWords(line, copyOf('logic'));
  },
  // What is said only to those who write meanwhile is not what it is about.
  wait: () => '',
  tags: tagsInWords,
  http: ({ url = '' }) => url.trim().replace(/^https?:\/\//iu, ''),
  goal: ({ name = '' }) => name,
};

/** What to call a block in a sentence: its name, else the beginning of what it says or does, else its kind. */
export function blockTitle(node: BotNode, t: Copy<'nodes'> = copyOf('nodes')): string {
  const name = node.name?.trim() ?? '';
  if (name !== '') return name;
  const [line = ''] = contentOf(node).trim().split('\n');
  if (line === '') return kindWord(node.kind, t);
  // Variables as cards have them: «{сумма}».
  const shown = line.replace(/\{\{\s*(.*?)\s*\}\}/gu, '{$1}');
  return shown.length > LONGEST ? `${shown.slice(0, LONGEST - 1).trimEnd()}…` : shown;
}

function contentOf(node: BotNode): string {
  const known = reading(node);
  if (!known.ok) return '';
  const content = isKind(node.kind) ? (CONTENT[node.kind] as ((data: unknown) => string) | undefined) : undefined;
  if (content !== undefined) return content(known.data);
  return known.kind.texts(known.data).find((text) => text.trim() !== '') ?? '';
}
