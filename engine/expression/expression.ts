import type { Value } from '../model/value.ts';
import type { Operator } from './operators.ts';

/** An expression as it was read. `at`: where it stands in the text, from 0; the window marks mistakes there. */
export type Expression =
  | { readonly kind: 'literal'; readonly value: Value; readonly at: number }
  | { readonly kind: 'variable'; readonly name: string; readonly at: number }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Expression[]; readonly at: number }
  | { readonly kind: 'not' | 'minus'; readonly of: Expression; readonly at: number }
  | { readonly kind: 'and' | 'or'; readonly left: Expression; readonly right: Expression; readonly at: number }
  | {
      readonly kind: 'compare';
      readonly operator: Operator;
      readonly left: Expression;
      readonly right: Expression;
      readonly at: number;
    }
  | {
      readonly kind: 'arithmetic';
      readonly sign: ArithmeticSign;
      readonly left: Expression;
      readonly right: Expression;
      readonly at: number;
    };

export type ArithmeticSign = '+' | '-' | '*' | '/';

/** What can be wrong with the text of an expression, and then with its values. */
export const EXPRESSION_MISTAKES = [
  'empty',
  'tooLong',
  'tooDeep',
  'sign',
  'openText',
  'escape',
  'property',
  'name',
  'value',
  'rest',
  'open',
  'function',
  'arguments',
  'chained',
  'comma',
  'notNumber',
  'zero',
  'tooBig',
  'costly',
] as const;
export interface ExpressionMistake {
  readonly code: (typeof EXPRESSION_MISTAKES)[number];
  readonly at: number;
  /** The piece of text it is about. */
  readonly text: string;
}

export type Outcome<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly mistake: ExpressionMistake };

export function mistake(code: ExpressionMistake['code'], at: number, text = ''): Outcome<never> {
  return { ok: false, mistake: { code, at, text } };
}

/** The expressions right inside this one. */
function inside(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'literal':
    case 'variable':
      return [];
    case 'call':
      return expression.args;
    case 'not':
    case 'minus':
      return [expression.of];
    default:
      return [expression.left, expression.right];
  }
}

/** The expression and everything inside it. */
export function everyPart(expression: Expression): readonly Expression[] {
  return [expression, ...inside(expression).flatMap(everyPart)];
}
