import type { Group, Term } from '../../../engine/nodes/condition/schema.ts';

export type Join = 'all' | 'any';

/** Rows and how they are joined. What has both kinds of lists is shown as «all», with the «any» as a group inside. */
export function joined({ all = [], any = [] }: Group): { readonly join: Join; readonly terms: readonly Term[] } {
  if (all.length === 0 && any.length > 0) return { join: 'any', terms: any };
  return { join: 'all', terms: any.length === 0 ? all : [...all, { any }] };
}

/** The same branch or group with other rows in it, in one list. */
export function withTerms<G extends Group>(group: G, join: Join, terms: readonly Term[]): Omit<G, keyof Group> & Group {
  const { all: _all, any: _any, expression: _expression, ...rest } = group;
  return { ...rest, [join]: [...terms] };
}

/** Written by hand instead of put together from rows? */
export function isExpression(group: Group): boolean {
  return group.expression !== undefined && joined(group).terms.length === 0;
}

export const NEW_ROW: Term = { op: '=' };
