import type { Problem } from '../../engine/check/problem.ts';
import type { BotNode } from '../../engine/flow/botSchema.ts';
import type { BotFacts } from '../../engine/model/definitions.ts';
import type { Language } from '../copy/copyTypes.ts';
import { copyOf } from '../copy/i18n.ts';
import { reading } from '../editor/nodeData.ts';
import { blockTitle, kindWord } from '../nodes/blockTitle.ts';
import { outputWords } from './outputWords.ts';

const SAID = 80;
/** More outputs than these are only counted: all of them are read on request (`blockReading.ts`). */
const OUTPUTS = 3;

/** What a block's name is made of, besides the block itself. */
interface LabelFacts {
  readonly facts: BotFacts;
  readonly problems: readonly Problem[];
  readonly language: Language;
  readonly nodeBy: (id: string) => BotNode | undefined;
}

interface Said extends LabelFacts {
  readonly targets: readonly (BotNode | undefined)[];
  readonly label: string;
}

const labels = new WeakMap<BotNode, Said>();

/**
 * A block for assistive technology: kind, name, what it says, where its outputs lead, what is wrong. Short; the rest on
 * request. Kept per block: every frame of a drag asks for all of them.
 */
export function blockLabel(node: BotNode, given: LabelFacts): string {
  const { facts, problems, language, nodeBy } = given;
  const kept = labels.get(node);
  const targets = Object.values(node.exits ?? {}).map(nodeBy);
  const isSame =
    kept?.facts === facts &&
    kept.problems === problems &&
    kept.language === language &&
    kept.targets.every((target, at) => target === targets[at]);
  if (isSame) return kept.label;
  const label = write(node, given);
  labels.set(node, { ...given, targets, label });
  return label;
}

function write(node: BotNode, { facts, problems, language, nodeBy }: LabelFacts): string {
  const t = copyOf('canvas', language);
  const words = copyOf('nodes', language);
  const levels = copyOf('problems', language);
  const kind = kindWord(node.kind, words);
  const title = blockTitle(node, words);
  const known = reading(node);
  const said = known.ok ? (known.kind.texts(known.data).find((text) => text.trim() !== '') ?? '') : '';
  const outputs = outputWords(node, facts, nodeBy, language);
  const shown = outputs.slice(0, OUTPUTS).join('; ');
  const count = (level: Problem['level']): number => problems.filter((problem) => problem.level === level).length;
  const parts = [
    kind,
    ...(title === kind || said.startsWith(title.replace(/…$/u, '')) ? [] : [title]),
    ...(said === '' ? [] : [said.slice(0, SAID)]),
    ...(node.disabled ? [words('disabled')] : []),
    ...(outputs.length > 0
      ? [`${t('exits', { count: outputs.length })}: ${shown}${outputs.length > OUTPUTS ? '…' : ''}`]
      : []),
    ...(count('error') > 0 ? [levels('errors', { count: count('error') })] : []),
    ...(count('warning') > 0 ? [levels('warnings', { count: count('warning') })] : []),
  ];
  return parts.reduce((said, part) => `${said}${/[.!?…]$/u.test(said) ? '' : '.'} ${part}`);
}
