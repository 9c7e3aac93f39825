import type { Problem } from '../../engine/check/problem.ts';
import type { Bot, BotNode } from '../../engine/flow/botSchema.ts';
import { isVariableName } from '../../engine/model/value.ts';
import { findNode } from '../editor/draft.ts';
import { useEditor } from '../editor/store.ts';

/** A repair that can't be wrong: it makes no choice for the author, and undo takes it back. */
export interface Fix {
  readonly key: 'removeLink' | 'useOperator' | 'createVariable' | 'swapLimits';
  /** What the button names. */
  readonly name: string;
  run(): void;
}

type Made = (problem: Problem, bot: Bot, node: BotNode) => Fix | null;

const removeLink: Made = ({ flow, exit }, _bot, node) =>
  exit === undefined || node.exits?.[exit] === undefined
    ? null
    : {
        key: 'removeLink',
        name: '',
        run: () => void useEditor.getState().run('disconnect', { flow, node: node.id, exit }),
      };

const MAKERS: Readonly<Record<string, Made>> = {
  'W-EXIT': removeLink,
  'E-REF': removeLink,
  'E-NOOP'({ flow }, bot, node) {
    const operators = (bot.statuses ?? []).filter((status) => status.role === 'operator');
    const [only] = operators;
    if (only === undefined || operators.length > 1) return null;
    return {
      key: 'useOperator',
      name: only.name,
      run: () => void useEditor.getState().run('setData', { flow, node: node.id, patch: { status: only.id } }),
    };
  },
  'E-VAR'(problem, bot) {
    const name = String(problem.facts['name'] ?? '');
    if (!isVariableName(name)) return null;
    const variables = [...(bot.variables ?? []), { id: name, type: 'text' as const }];
    return {
      key: 'createVariable',
      name,
      run: () => void useEditor.getState().run('setBot', { patch: { variables } }),
    };
  },
  'E-LIMITS'({ flow }, _bot, node) {
    const { min, max } = (node.data ?? {}) as { min?: unknown; max?: unknown };
    const patch = { min: max, max: min };
    return {
      key: 'swapLimits',
      name: '',
      run: () => void useEditor.getState().run('setData', { flow, node: node.id, patch }),
    };
  },
};

/** The repair for a finding, if there is a safe one. */
export function problemFix(problem: Problem, bot: Bot): Fix | null {
  const node = problem.node === null ? undefined : findNode(bot, problem.flow, problem.node);
  return node === undefined ? null : (MAKERS[problem.code]?.(problem, bot, node) ?? null);
}
