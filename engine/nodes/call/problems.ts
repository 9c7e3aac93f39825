import { BUILT_IN_VARIABLES } from '../../expression/template.ts';
import type { BotFacts, Variable } from '../../model/definitions.ts';
import { isVariableName } from '../../model/value.ts';
import type { LocalProblem } from '../kind.ts';
import { pairSource } from './pairs.ts';
import type { CallData, Pair } from './schema.ts';

const builtIn: ReadonlySet<string> = new Set(BUILT_IN_VARIABLES);

export function callProblems(data: CallData, facts: BotFacts): LocalProblem[] {
  return [
    ...flowProblems(data.flow ?? '', facts),
    ...(data.pass ?? []).flatMap((pair) => pairProblems('pass', pair, facts)),
    ...(data.receive ?? []).flatMap((pair) => pairProblems('receive', pair, facts)),
  ];
}

function flowProblems(id: string, facts: BotFacts): LocalProblem[] {
  if (id === '') return [{ code: 'E-FLOW', level: 'error', field: 'flow' }];
  const flow = facts.flows.find((known) => known.id === id);
  if (flow === undefined) return [{ code: 'E-REF', level: 'error', field: 'flow', facts: { what: 'flow', id } }];
  return flow.starts ? [] : [{ code: 'E-NOSTART', level: 'error', field: 'flow', facts: { flow: flow.name } }];
}

function pairProblems(field: 'pass' | 'receive', pair: Pair, facts: BotFacts): LocalProblem[] {
  const variable = (id: string): Variable | undefined => facts.variables.find((known) => known.id === id);
  const to = (pair.to ?? '').trim();
  const from = pairSource(pair);
  if (to === '' || from === '') return [{ code: 'E-PAIR', level: 'error', field }];
  if (!isVariableName(to)) return [{ code: 'E-VARNAME', level: 'error', field, facts: { name: to } }];
  const target = variable(to);
  if (target === undefined) return [{ code: 'E-VAR', level: 'error', field, facts: { name: to } }];
  // The variables of a text with more in it than one are looked at with all other texts.
  if (from === null || builtIn.has(from)) return [];
  const source = variable(from);
  if (source === undefined) return [{ code: 'E-VAR', level: 'error', field, facts: { name: from } }];
  return source.type === target.type
    ? []
    : [{ code: 'W-PAIR', level: 'warning', field, facts: { from, to, fromType: source.type, toType: target.type } }];
}
