import { botFacts } from '../../flow/botFacts.ts';
import type { Bot, BotNode } from '../../flow/botSchema.ts';
import { flowById, nodeById } from '../../flow/graph.ts';
import { readNode } from '../../flow/readNode.ts';
import { exitWords } from '../problemWords.ts';
import { exploreWords } from '../words/exploreWords.ts';
import type { Language } from '../words/sentence.ts';
import type { Finding } from './findings.ts';

/** The sentence of a finding of the walk, with the names the author gave. */
export function findingWords(finding: Finding, bot: Bot, language: Language): string {
  const flow = flowById(bot, finding.flow);
  const nameOf = (id: string): string => (flow === undefined ? undefined : nodeById(flow, id)?.name) ?? id;
  const node = flow === undefined ? undefined : nodeById(flow, finding.node);
  const facts = {
    block: nameOf(finding.node),
    what: finding.what ?? '',
    variable: variableName(finding.variable, bot),
    cycle: (finding.cycle ?? []).map((id) => `«${nameOf(id)}»`).join(' → '),
  };
  const exit = finding.exit === undefined || node === undefined ? '' : exitName(node, finding.exit, bot);
  return exploreWords[finding.code]?.[language](facts, exitWords(exit, language)) ?? finding.code;
}

function variableName(id: string | undefined, bot: Bot): string {
  return bot.variables?.find((variable) => variable.id === id)?.label ?? id ?? '';
}

function exitName(node: BotNode, exit: string, bot: Bot): string {
  const read = readNode(node);
  if (!read.ok) return exit;
  return read.kind.exits(read.data, botFacts(bot)).find((known) => known.id === exit)?.label ?? exit;
}
