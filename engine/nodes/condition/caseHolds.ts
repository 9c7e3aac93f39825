import { evaluate, isTrue } from '../../expression/evaluate.ts';
import { holds, itemsOf } from '../../expression/holds.ts';
import { type Operator, operatorOf, standsAlone } from '../../expression/operators.ts';
import { parseExpression } from '../../expression/parseExpression.ts';
import { templateValue } from '../../expression/templateValue.ts';
import type { Value } from '../../model/value.ts';
import type { NodeContext } from '../kind.ts';
import { meant } from './meaning.ts';
import type { Group, Row, Term } from './schema.ts';
import { isText, variableOf } from './subject.ts';

type World = Pick<NodeContext, 'facts' | 'known' | 'fill'>;

/** Is this branch taken? One with nothing in it, or with something that can't be read, never is. */
export function caseHolds(branch: Group, world: World): boolean {
  const { expression, all = [], any = [] } = branch;
  if (expression === undefined && all.length === 0 && any.length === 0) return false;
  return (
    (expression === undefined || expressionHolds(expression, world)) &&
    all.every((term) => termHolds(term, world)) &&
    (any.length === 0 || any.some((term) => termHolds(term, world)))
  );
}

function termHolds(term: Term, world: World): boolean {
  return isGroup(term) ? caseHolds(term, world) : rowHolds(term, world);
}

export function isGroup(term: Term): boolean {
  return term.all !== undefined || term.any !== undefined || term.expression !== undefined;
}

function rowHolds({ left = '', op = '', right }: Row, world: World): boolean {
  const operator = operatorOf(op);
  if (left.trim() === '' || operator === null || (right === undefined && !standsAlone(operator))) return false;
  if (isText(left)) return holds(operator, world.fill(left), rightValue(operator, right ?? null, world));
  const variable = variableOf(left, world.facts);
  return holds(
    operator,
    world.known(variable),
    meant(world.facts, variable, rightValue(operator, right ?? null, world)),
  );
}

/** The right side with its templates filled; for «one of», as the list that it names. */
function rightValue(operator: Operator, right: Row['right'] | null, world: World): Value {
  const known = (name: string): Value => world.known(name);
  if (right === null || right === undefined) return null;
  if (typeof right === 'object') {
    return right.flatMap((item) => {
      const value = templateValue(item, known);
      return Array.isArray(value) ? value : [String(value ?? '')];
    });
  }
  const value = typeof right === 'string' ? templateValue(right, known) : right;
  const isList = (operator === 'in' || operator === 'notIn') && typeof value === 'string' && value.includes(',');
  return isList ? [value, ...itemsOf(value)] : value;
}

function expressionHolds(text: string, world: World): boolean {
  const { facts } = world;
  const read = parseExpression(text);
  if (!read.ok) return false;
  const result = evaluate(read.value, {
    known: (name) => world.known(variableOf(name, facts)),
    meant: (name, value) => meant(facts, variableOf(name, facts), value),
  });
  return result.ok && isTrue(result.value);
}
