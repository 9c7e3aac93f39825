import type { Problem } from '../../engine/check/problem.ts';
import type { BotNode } from '../../engine/flow/botSchema.ts';
import type { BotFacts } from '../../engine/model/definitions.ts';
import type { Language } from '../copy/copyTypes.ts';
import { copyOf } from '../copy/i18n.ts';
import { exitsOf, reading } from '../editor/nodeData.ts';
import { blockTitle, kindWord } from '../nodes/blockTitle.ts';

const SAID = 80;

interface Said {
  readonly facts: BotFacts;
  readonly problems: readonly Problem[];
  readonly language: Language;
  readonly label: string;
}

const labels = new WeakMap<BotNode, Said>();

/**
 * A block for assistive technology: kind, name, what it says, how many outputs, what is wrong. Short; details inside.
 * Kept per block: every frame of a drag asks for all of them.
 */
export function blockLabel(node: BotNode, facts: BotFacts, problems: readonly Problem[], language: Language): string {
  const kept = labels.get(node);
  if (kept?.facts === facts && kept.problems === problems && kept.language === language) return kept.label;
  const label = write(node, facts, problems, language);
  labels.set(node, { facts, problems, language, label });
  return label;
}

function write(node: BotNode, facts: BotFacts, problems: readonly Problem[], language: Language): string {
  const t = copyOf('canvas', language);
  const words = copyOf('nodes', language);
  const kind = kindWord(node.kind, words);
  const title = blockTitle(node, words);
  const known = reading(node);
  const said = known.ok ? (known.kind.texts(known.data).find((text) => text.trim() !== '') ?? '') : '';
  const exits = exitsOf(node, facts).length;
  const wrong = problems.filter((problem) => problem.level !== 'tip').length;
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
