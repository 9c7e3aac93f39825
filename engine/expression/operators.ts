/** What a row of a condition can ask of two values; in this spelling it is written to the file. */
export const OPERATORS = [
  '=',
  '!=',
  '<',
  '<=',
  '>',
  '>=',
  'contains',
  'notContains',
  'startsWith',
  'endsWith',
  'in',
  'notIn',
  'filled',
  'empty',
] as const;
export type Operator = (typeof OPERATORS)[number];

/** Other spellings of the same, in lower case and without spaces, dashes and underscores. */
const SPELLINGS: Readonly<Record<Operator, readonly string[]>> = {
  '=': ['==', '===', 'eq', 'equals', 'equal', 'equalto', 'is'],
  '!=': ['!==', '<>', '≠', 'ne', 'neq', 'notequals', 'notequal', 'notequalto', 'isnot', 'not'],
  '<': ['lt', 'less', 'lessthan', 'before', 'below'],
  '<=': ['=<', '≤', 'lte', 'le', 'lessorequal', 'lessthanorequal', 'atmost', 'notafter'],
  '>': ['gt', 'greater', 'greaterthan', 'more', 'morethan', 'after', 'above'],
  '>=': ['=>', '≥', 'gte', 'ge', 'greaterorequal', 'greaterthanorequal', 'atleast', 'notbefore'],
  contains: ['contain', 'includes', 'include', 'has', 'contains'],
  notContains: ['notcontains', 'doesnotcontain', 'notcontain', 'notincludes', 'hasnot', 'excludes', '!contains'],
  startsWith: ['startswith', 'startwith', 'beginswith', 'starts', 'begins'],
  endsWith: ['endswith', 'endwith', 'ends'],
  in: ['in', 'oneof', 'isoneof', 'anyof', 'isin'],
  notIn: ['notin', 'nin', 'notoneof', 'isnotoneof', 'noneof', '!in'],
  filled: ['filled', 'isfilled', 'set', 'isset', 'notempty', 'isnotempty', 'exists', 'known', 'isknown', 'notnull'],
  empty: ['empty', 'isempty', 'notset', 'isnotset', 'unset', 'notfilled', 'notexists', 'unknown', 'isnull', 'null'],
};

const BY_SPELLING: ReadonlyMap<string, Operator> = new Map(
  OPERATORS.flatMap((operator) => [operator, ...SPELLINGS[operator]].map((spelling) => [spelling, operator])),
);

/** The operator a file names, whatever of its usual names it uses; null = none of them. */
export function operatorOf(spelling: string): Operator | null {
  return BY_SPELLING.get(spelling.toLowerCase().replaceAll(/[\s_-]/gu, '')) ?? null;
}

/** Asks nothing of a second value. */
export function standsAlone(operator: Operator): boolean {
  return operator === 'filled' || operator === 'empty';
}
