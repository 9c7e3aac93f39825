import { LIMITS } from '../model/limits.ts';
import type { Value } from '../model/value.ts';
import { type ArithmeticSign, type Expression, mistake, type Outcome } from './expression.ts';
import { FUNCTIONS } from './functions.ts';
import { figureOf, holds, isEmpty } from './holds.ts';
import { showValue } from './template.ts';

/** What an expression can see of the world: values by name, nothing else. */
interface ExpressionWorld {
  readonly known: (variable: string) => Value;
  /** What a value means beside this variable: the id of a status for its name. Absent = itself. */
  readonly meant?: (variable: string, value: Value) => Value;
}

/** Characters handled for the price of one operation. */
const CHARACTERS = 64;

/** The value of an expression. Every step and every stretch of text costs; past the budget it stops. */
export function evaluate(
  expression: Expression,
  world: ExpressionWorld,
  budget: number = LIMITS.expressionOperations,
): Outcome<Value> {
  return valueOf(expression, { ...world, left: budget });
}

/** Is it so? Yes for «true», and for anything that is neither empty, nor zero, nor «false». */
export function isTrue(value: Value): boolean {
  return value !== false && value !== 0 && !isEmpty(value);
}

/** `left`: operations that remain; it goes down as they are spent. */
interface Run extends ExpressionWorld {
  left: number;
}

function valueOf(expression: Expression, run: Run): Outcome<Value> {
  run.left -= 1;
  if (run.left < 0) return mistake('costly', expression.at);
  switch (expression.kind) {
    case 'literal':
      return { ok: true, value: expression.value };
    case 'variable':
      return { ok: true, value: run.known(expression.name) };
    case 'not': {
      const of = valueOf(expression.of, run);
      return of.ok ? { ok: true, value: !isTrue(of.value) } : of;
    }
    case 'minus': {
      const of = valueOf(expression.of, run);
      return of.ok ? calculated('-', 0, of.value, expression.at) : of;
    }
    case 'and':
    case 'or':
      return either(expression, run);
    case 'compare':
    case 'arithmetic':
      return both(expression, run);
    case 'call':
      return called(expression, run);
  }
}

function either({ kind, left, right }: Extract<Expression, { kind: 'and' | 'or' }>, run: Run): Outcome<Value> {
  const first = valueOf(left, run);
  if (!first.ok) return first;
  // The second is not asked when the first has settled it.
  if (isTrue(first.value) === (kind === 'or')) return { ok: true, value: kind === 'or' };
  const second = valueOf(right, run);
  return second.ok ? { ok: true, value: isTrue(second.value) } : second;
}

function both(expression: Extract<Expression, { kind: 'compare' | 'arithmetic' }>, run: Run): Outcome<Value> {
  const left = valueOf(expression.left, run);
  if (!left.ok) return left;
  const right = valueOf(expression.right, run);
  if (!right.ok) return right;
  if (!pay(run, [left.value, right.value])) return mistake('costly', expression.at);
  if (expression.kind === 'arithmetic') return calculated(expression.sign, left.value, right.value, expression.at);
  return {
    ok: true,
    value: holds(
      expression.operator,
      beside(expression.right, left.value, run),
      beside(expression.left, right.value, run),
    ),
  };
}

function beside(other: Expression, value: Value, run: Run): Value {
  return other.kind === 'variable' && run.meant !== undefined ? run.meant(other.name, value) : value;
}

function called(expression: Extract<Expression, { kind: 'call' }>, run: Run): Outcome<Value> {
  const args: Value[] = [];
  for (const each of expression.args) {
    const arg = valueOf(each, run);
    if (!arg.ok) return arg;
    args.push(arg.value);
  }
  const known = FUNCTIONS.get(expression.name);
  if (known === undefined) return mistake('function', expression.at, expression.name);
  return pay(run, args) ? { ok: true, value: known.run(args) } : mistake('costly', expression.at);
}

/** Plus joins texts that are no numbers; what is not known yet counts as zero, or as no text. */
function calculated(sign: ArithmeticSign, left: Value, right: Value, at: number): Outcome<Value> {
  const [a, b] = [isEmpty(left) ? 0 : figureOf(left), isEmpty(right) ? 0 : figureOf(right)];
  if (a === null || b === null) {
    if (sign !== '+') return mistake('notNumber', at, showValue(a === null ? left : right).slice(0, CHARACTERS));
    return { ok: true, value: (showValue(left) + showValue(right)).slice(0, LIMITS.templateCharacters) };
  }
  if (sign === '/' && b === 0) return mistake('zero', at);
  const figure = sign === '+' ? a + b : sign === '-' ? a - b : sign === '*' ? a * b : a / b;
  // 0.1 + 0.2 is 0.3 to people: what binary fractions add at the far end is cut off. A negative zero is a zero.
  return Number.isFinite(figure) ? { ok: true, value: Number(figure.toPrecision(15)) + 0 } : mistake('tooBig', at);
}

function pay(run: Run, values: readonly Value[]): boolean {
  for (const value of values) {
    if (typeof value === 'string') run.left -= Math.floor(value.length / CHARACTERS);
    else if (Array.isArray(value))
      run.left -= value.reduce((sum, item) => sum + 1 + Math.floor(item.length / CHARACTERS), 0);
  }
  return run.left >= 0;
}
