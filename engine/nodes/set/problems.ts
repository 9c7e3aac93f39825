import { figureOf, isEmpty, truthOf } from '../../expression/holds.ts';
import { readDate } from '../../expression/readMoment.ts';
import { BUILT_IN_VARIABLES } from '../../expression/template.ts';
import type { BotFacts, Variable } from '../../model/definitions.ts';
import { isVariableName } from '../../model/value.ts';
import type { LocalProblem } from '../kind.ts';
import { type Action, ACTIONS, actionOf } from './actions.ts';
import { readRange } from './range.ts';
import type { Assignment, SetData } from './schema.ts';

const LINES = 10;
const BUILT_IN: ReadonlySet<string> = new Set(BUILT_IN_VARIABLES);
const MISFITS: Readonly<Record<Variable['type'], readonly Action[]>> = {
  // A text may well hold a number: files often leave the type out.
  text: [],
  number: ['append', 'now'],
  boolean: ['+', '-', 'append', 'now', 'random'],
  date: ['append', 'random'],
  list: ['now', 'random'],
};

export function setProblems(data: SetData, facts: BotFacts): LocalProblem[] {
  const lines = data.assignments ?? [];
  const problems: LocalProblem[] = [];
  if (lines.length === 0) problems.push({ code: 'E-NOSET', level: 'error', field: 'assignments' });
  if (lines.length > LINES)
    problems.push({
      code: 'E-LINES',
      level: 'error',
      field: 'assignments',
      facts: { limit: LINES, count: lines.length },
    });
  for (const line of lines)
    problems.push(...lineProblems(line, facts).map((problem) => ({ ...problem, field: 'assignments' })));
  return problems;
}

type Finding = Omit<LocalProblem, 'field'>;

function lineProblems(line: Assignment, facts: BotFacts): readonly Finding[] {
  const name = line.variable?.trim() ?? '';
  if (name === '') return [{ code: 'E-VARREQ', level: 'error' }];
  if (BUILT_IN.has(name)) return [{ code: 'E-BUILTIN', level: 'error', facts: { name } }];
  if (!isVariableName(name)) return [{ code: 'E-VARNAME', level: 'error', facts: { name } }];
  const action = actionOf(line.op);
  if (action === null) return [{ code: 'E-OP', level: 'error', facts: { op: line.op ?? '' } }];
  const variable = facts.variables.find((known) => known.id === name);
  if (variable === undefined) return [{ code: 'E-VAR', level: 'error', facts: { name } }];
  return [...misfit(action, name, variable.type), ...valueProblem(action, line, variable)];
}

function misfit(action: Action, name: string, type: Variable['type']): readonly Finding[] {
  return MISFITS[type].includes(action)
    ? [{ code: 'W-TYPE', level: 'warning', facts: { name, type, op: action } }]
    : [];
}

function valueProblem(action: Action, { value }: Assignment, { id, type }: Variable): readonly Finding[] {
  if (JSON.stringify(value ?? '').includes('{{')) return [];
  if (action === 'random')
    return readRange(value ?? null) === null ? [{ code: 'E-RANGE', level: 'error', facts: { name: id } }] : [];
  const counts = action === '+' || action === '-';
  const isNumber = (counts && type !== 'list') || (action === '=' && type === 'number');
  const plain = typeof value === 'object' && !Array.isArray(value) ? null : (value ?? null);
  if (isEmpty(plain)) return isNumber ? [{ code: 'W-ZERO', level: 'warning', facts: { name: id } }] : [];
  const fits =
    isNumber && (type !== 'text' || action === '-')
      ? figureOf(plain) !== null
      : action !== '=' ||
        (type === 'boolean' ? truthOf(plain) !== null : type !== 'date' || readDate(String(plain)) !== null);
  return fits ? [] : [{ code: 'W-VALUE', level: 'warning', facts: { name: id, value: String(plain), type } }];
}

/** What can be done with a variable of this type. */
export function fittingActions(type: Variable['type']): readonly Action[] {
  return ACTIONS.filter((action) => !MISFITS[type].includes(action));
}
