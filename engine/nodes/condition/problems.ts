import { isEmpty } from '../../expression/holds.ts';
import { operatorOf, standsAlone } from '../../expression/operators.ts';
import { parseExpression } from '../../expression/parseExpression.ts';
import type { BotFacts } from '../../model/definitions.ts';
import type { LocalProblem } from '../kind.ts';
import { caseLabel } from './caseLabel.ts';
import { isImplied } from './implied.ts';
import { expressionParts, expressionsIn, rowsIn } from './leaves.ts';
import { misfit } from './misfit.ts';
import type { Case, ConditionData, Row } from './schema.ts';
import { isKnown, isText, variableOf } from './subject.ts';

/** More do not fit a card, nor an author's head. */
const BRANCHES = 8;
/** Of a longer list nobody is told which branches repeat: that grows with its square. */
const COMPARED = 20;

export function conditionProblems(data: ConditionData, facts: BotFacts): LocalProblem[] {
  const cases = data.cases ?? [];
  if (cases.length === 0) return [{ code: 'E-NOCASE', level: 'error', field: 'cases' }];
  const problems: LocalProblem[] = [];
  if (cases.length > BRANCHES)
    problems.push({ code: 'W-CASES', level: 'warning', field: 'cases', facts: { limit: BRANCHES } });
  const ids = new Set(['else']);
  const unknown = new Set<string>();
  for (const [at, branch] of cases.entries()) {
    const place = { exit: branch.id, field: 'cases' };
    if (ids.has(branch.id)) problems.push({ code: 'E-DUPID', level: 'error', ...place, facts: { id: branch.id } });
    ids.add(branch.id);
    for (const problem of caseProblems(branch, at, facts))
      // A lost reference is not about the connection of this exit.
      problems.push(problem.code === 'E-REF' ? { ...problem, field: 'cases' } : { ...problem, ...place });
    for (const name of unknownIn(branch, facts)) unknown.add(name);
  }
  for (const name of unknown) problems.push({ code: 'E-VAR', level: 'error', field: 'cases', facts: { name } });
  return [...problems, ...neverWins(cases, facts)];
}

type Finding = Omit<LocalProblem, 'exit' | 'field'>;

function caseProblems(branch: Case, at: number, facts: BotFacts): readonly Finding[] {
  const label = (): string => caseLabel(branch, at, facts);
  const rows = rowsIn(branch);
  const expressions = expressionsIn(branch);
  if (rows.length === 0 && expressions.length === 0)
    return [{ code: 'E-ROW', level: 'error', facts: { label: label() } }];
  return [
    ...rows.flatMap((row) => rowProblem(row, label, facts) ?? []),
    ...expressions.flatMap((text): readonly Finding[] => {
      const read = parseExpression(text);
      if (read.ok) return [];
      const { code, at: position, text: piece } = read.mistake;
      return [{ code: 'E-EXPR', level: 'error', facts: { label: label(), why: code, position: position + 1, piece } }];
    }),
  ];
}

function rowProblem(row: Row, label: () => string, facts: BotFacts): Finding | null {
  const left = row.left?.trim() ?? '';
  if (left === '' || (row.op ?? '').trim() === '') return { code: 'E-ROW', level: 'error', facts: { label: label() } };
  const operator = operatorOf(row.op ?? '');
  if (operator === null) return { code: 'E-OP', level: 'error', facts: { op: row.op ?? '' } };
  const right = typeof row.right === 'object' ? [...row.right] : (row.right ?? null);
  if (!standsAlone(operator) && isEmpty(right))
    return { code: 'E-ROWVALUE', level: 'error', facts: { label: label(), name: left } };
  return isText(left) ? null : misfit(variableOf(left, facts), operator, right, facts);
}

function unknownIn(branch: Case, facts: BotFacts): readonly string[] {
  const named = rowsIn(branch).flatMap(({ left = '' }) => (left.trim() === '' || isText(left) ? [] : [left]));
  const used = expressionParts(branch).flatMap((part) => (part.kind === 'variable' ? [part.name] : []));
  return [...named, ...used].map((name) => variableOf(name, facts)).filter((name) => !isKnown(name, facts));
}

/** A branch that holds only when an earlier one does. */
function neverWins(cases: readonly Case[], facts: BotFacts): LocalProblem[] {
  const isBlank = (branch: Case): boolean => rowsIn(branch).length + expressionsIn(branch).length === 0;
  return cases.slice(0, COMPARED).flatMap((branch, at): LocalProblem[] => {
    if (isBlank(branch) || rowsIn(branch).length > COMPARED) return [];
    const earlier = cases
      .slice(0, at)
      .findIndex((other) => !isBlank(other) && rowsIn(other).length <= COMPARED && isImplied(branch, other, facts));
    const winner = cases[earlier];
    if (winner === undefined) return [];
    const names = { label: caseLabel(branch, at, facts), earlier: caseLabel(winner, earlier, facts) };
    return [{ code: 'W-SAME', level: 'warning', exit: branch.id, field: 'cases', facts: names }];
  });
}
