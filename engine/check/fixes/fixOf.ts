import type { Bot, BotNode } from '../../flow/botSchema.ts';
import { readNode } from '../../flow/readNode.ts';
import type { Variable } from '../../model/definitions.ts';
import { isVariableName } from '../../model/value.ts';
import { isRecord } from '../../nodes/spellings.ts';
import type { Problem } from '../problem.ts';
import { wordKey } from '../problems/commandWords.ts';
import { viewNode } from '../problems/nodeView.ts';
import { savedBy } from '../problems/valueTypes.ts';
import { nodeOf, withData, withFlow, withNode } from './edit.ts';
import type { Fix } from './fix.ts';
import { useHandoff } from './useHandoff.ts';

type Made = (problem: Problem, bot: Bot, node: BotNode) => Fix | null;

/** The repair of a finding, if there is a safe one for the bot as it is now. */
export function fixOf(problem: Problem, bot: Bot): Fix | null {
  if (problem.node === null) return BOT_FIXES[problem.code]?.(problem, bot) ?? null;
  const node = nodeOf(bot, problem);
  return node === undefined ? null : (NODE_FIXES[problem.code]?.(problem, bot, node) ?? null);
}

const removeLink: Made = (problem, _bot, node) => {
  const { exit } = problem;
  if (exit === undefined || !Object.hasOwn(node.exits ?? {}, exit)) return null;
  return {
    key: 'removeLink',
    name: '',
    apply: (bot) =>
      withNode(bot, problem, ({ exits = {}, ...rest }) => {
        const kept = Object.entries(exits).filter(([id]) => id !== exit);
        return kept.length === 0 ? rest : { ...rest, exits: Object.fromEntries(kept) };
      }),
  };
};

/** Only where there is one status for people: of two the author chooses. */
const useOperator: Made = (problem, bot) => {
  const [only, ...more] = (bot.statuses ?? []).filter((status) => status.role === 'operator');
  if (only === undefined || more.length > 0) return null;
  return { key: 'useOperator', name: only.name, apply: (at) => withData(at, problem, { status: only.id }) };
};

const NODE_FIXES: Readonly<Record<string, Made>> = {
  'W-EXIT': removeLink,
  'E-REF'(problem, bot, node) {
    if (problem.exit !== undefined) return removeLink(problem, bot, node);
    return node.kind === 'handoff' && problem.field === 'status' ? useOperator(problem, bot, node) : null;
  },
  'E-NOOP': useOperator,
  'E-VAR'({ facts }, bot, node) {
    const name = String(facts.name ?? '');
    if (!isVariableName(name) || bot.variables?.some((variable) => variable.id === name) === true) return null;
    const variable: Variable = {
      id: name,
      type: savedBy(viewNode(node)).find((saved) => saved.variable === name)?.type ?? 'text',
    };
    return { key: 'createVariable', name, apply: (at) => ({ ...at, variables: [...(at.variables ?? []), variable] }) };
  },
  'E-LIMITS'(problem, _bot, node) {
    const read = readNode(node);
    const { min, max } = read.ok && isRecord(read.data) ? read.data : {};
    if (min === undefined || max === undefined) return null;
    return { key: 'swapLimits', name: '', apply: (at) => withData(at, problem, { min: max, max: min }) };
  },
  'E-DUP'(problem, _bot, node) {
    const read = readNode(node);
    const words = read.ok && isRecord(read.data) && Array.isArray(read.data.words) ? read.data.words.map(String) : [];
    const lost = String(problem.facts.word ?? '');
    const kept = words.filter((word) => wordKey(word) !== wordKey(lost));
    // A command that speaks beside people may be the only one that hears the word there; one without words is none.
    const isHeard = read.ok && isRecord(read.data) && read.data.whileOperator === true;
    if (kept.length === 0 || kept.length === words.length || isHeard) return null;
    return { key: 'removeWord', name: lost, apply: (at) => withData(at, problem, { words: kept }) };
  },
  'W-OP': useHandoff,
};

const BOT_FIXES: Readonly<Record<string, (problem: Problem, bot: Bot) => Fix | null>> = {
  'E-MAIN': ({ flow }) => ({
    key: 'makeOrdinary',
    name: '',
    apply: (bot) =>
      withFlow(bot, flow, (at) => {
        const { main: _, ...rest } = at;
        return rest;
      }),
  }),
  // Without the setting the status stays as it is, and so it does with one that is gone.
  'E-REF': ({ field }, { settings = {} }) =>
    field !== 'resumeStatus' || settings.resumeStatus === undefined
      ? null
      : {
          key: 'clearSetting',
          name: '',
          apply(bot) {
            const { resumeStatus: _, ...rest } = bot.settings ?? {};
            return { ...bot, settings: rest };
          },
        },
};
