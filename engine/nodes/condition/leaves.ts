import { everyPart, type Expression } from '../../expression/expression.ts';
import { parseExpression } from '../../expression/parseExpression.ts';
import { isGroup } from './caseHolds.ts';
import type { Group, Row, Term } from './schema.ts';

/** Every comparison of a branch, those of its groups included. */
export function rowsIn(branch: Group): readonly Row[] {
  return termsIn(branch).filter((term) => !isGroup(term));
}

/** Every expression of a branch. */
export function expressionsIn(branch: Group): readonly string[] {
  return [branch, ...termsIn(branch)].flatMap((term) => (term.expression === undefined ? [] : [term.expression]));
}

/** Every part of every expression that can be read. */
export function expressionParts(branch: Group): readonly Expression[] {
  return expressionsIn(branch).flatMap((text) => {
    const read = parseExpression(text);
    return read.ok ? everyPart(read.value) : [];
  });
}

function termsIn(group: Group): readonly Term[] {
  return [...(group.all ?? []), ...(group.any ?? [])].flatMap((term) => [term, ...termsIn(term)]);
}
