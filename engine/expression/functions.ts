import { LIMITS } from '../model/limits.ts';
import type { Value } from '../model/value.ts';
import { figureOf, holds, isEmpty } from './holds.ts';
import { daysBetween, readDate } from './readMoment.ts';
import { showValue } from './template.ts';

interface ExpressionFunction {
  /** Fewest and most arguments. */
  readonly takes: readonly [number, number];
  run(args: readonly Value[]): Value;
}

const MANY = 20;
const text = (value: Value | undefined): string => showValue(value ?? null);
const figures = (args: readonly Value[]): number[] => args.flatMap((value) => figureOf(value) ?? []);

/** Everything an expression can call. A Map, so that a name never finds what every object has. */
export const FUNCTIONS: ReadonlyMap<string, ExpressionFunction> = new Map<string, ExpressionFunction>([
  ['lower', { takes: [1, 1], run: ([value]) => text(value).toLowerCase() }],
  ['upper', { takes: [1, 1], run: ([value]) => text(value).toUpperCase().slice(0, LIMITS.templateCharacters) }],
  ['trim', { takes: [1, 1], run: ([value]) => text(value).trim() }],
  ['length', { takes: [1, 1], run: ([value]) => (Array.isArray(value) ? value.length : [...text(value)].length) }],
  ['contains', { takes: [2, 2], run: ([value = null, part = null]) => holds('contains', value, part) }],
  ['startsWith', { takes: [2, 2], run: ([value = null, part = null]) => holds('startsWith', value, part) }],
  ['endsWith', { takes: [2, 2], run: ([value = null, part = null]) => holds('endsWith', value, part) }],
  ['oneOf', { takes: [2, MANY], run: ([value = null, ...list]) => list.some((item) => holds('in', value, item)) }],
  ['filled', { takes: [1, 1], run: ([value = null]) => !isEmpty(value) }],
  ['empty', { takes: [1, 1], run: ([value = null]) => isEmpty(value) }],
  [
    'number',
    { takes: [1, 1], run: ([value = null]) => (typeof value === 'boolean' ? Number(value) : figureOf(value)) },
  ],
  ['text', { takes: [1, 1], run: ([value]) => text(value) }],
  ['round', { takes: [1, 2], run: ([value = null, digits = 0]) => round(figureOf(value), figureOf(digits)) }],
  ['abs', { takes: [1, 1], run: ([value = null]) => changed(value, Math.abs) }],
  ['min', { takes: [1, MANY], run: (args) => least(figures(args)) }],
  [
    'max',
    { takes: [1, MANY], run: (args) => changed(least(figures(args).map((figure) => -figure)), (low) => 0 - low) },
  ],
  ['daysBetween', { takes: [2, 2], run: ([from, to]) => days(readDate(text(from)), readDate(text(to))) }],
]);

function changed(value: Value, change: (figure: number) => number): Value {
  const figure = figureOf(value);
  return figure === null ? null : change(figure);
}

/** What is not a number is left out; of none there is no least. */
function least(list: readonly number[]): number | null {
  return list.length === 0 ? null : Math.min(...list);
}

function round(figure: number | null, digits: number | null): Value {
  if (figure === null) return null;
  const scale = 10 ** Math.min(10, Math.max(0, Math.trunc(digits ?? 0)));
  // 1.005 is a little less than it looks: the fifteenth digit settles which way it goes.
  const rounded = Math.round(Number((Math.abs(figure) * scale).toPrecision(15))) / scale;
  return Number.isFinite(rounded) ? Math.sign(figure) * rounded : figure;
}

function days(from: string | null, to: string | null): Value {
  return from === null || to === null ? null : daysBetween(from, to);
}
