import { figureOf, holds, isEmpty, itemsOf } from '../../expression/holds.ts';
import { type Operator, operatorOf } from '../../expression/operators.ts';
import { daysBetween, readClock, readDate } from '../../expression/readMoment.ts';
import type { BotFacts } from '../../model/definitions.ts';
import type { Value } from '../../model/value.ts';
import { isGroup } from './caseHolds.ts';
import { meant } from './meaning.ts';
import type { Group, Row, Term } from './schema.ts';
import { isText, typeOf, variableOf } from './subject.ts';

/**
 * Does `later` never hold unless `earlier` does? Then a branch behind it can never win. Yes is certain; no only means
 * that it can't be seen from here.
 */
export function isImplied(later: Term, earlier: Term, facts: BotFacts): boolean {
  if (keyOf(later) === keyOf(earlier)) return true;
  const [a, b] = [partsOf(later), partsOf(earlier)];
  const follows = (one: Term, other: Term): boolean => isImplied(one, other, facts);
  if (a?.join === 'any') return a.terms.every((term) => follows(term, earlier));
  if (b?.join === 'all') return b.terms.every((term) => follows(later, term));
  if (b?.join === 'any' && b.terms.some((term) => follows(later, term))) return true;
  if (a?.join === 'all') return a.terms.some((term) => follows(term, earlier));
  return a === null && b === null && rowImplies(later, earlier, facts);
}

interface Parts {
  readonly join: 'all' | 'any';
  readonly terms: readonly Term[];
}

/** A group by its parts; null = a row, an expression, or nothing. */
function partsOf({ expression, all = [], any = [] }: Group): Parts | null {
  const lists = [...(all.length > 0 ? [all] : []), ...(any.length > 0 ? [any] : [])];
  if (lists.length === 0) return null;
  if (expression === undefined && lists.length === 1)
    return { join: all.length > 0 ? 'all' : 'any', terms: [...all, ...any] };
  return {
    join: 'all',
    terms: [...(expression === undefined ? [] : [{ expression }]), ...all, ...(any.length > 0 ? [{ any }] : [])],
  };
}

function keyOf({ left, op, right, expression, all = [], any = [] }: Term): string {
  if (all.length + any.length === 1 && expression === undefined) return [...all, ...any].map(keyOf).join('');
  const operator = operatorOf(op ?? '') ?? op;
  return JSON.stringify([left?.trim(), operator, right, expression?.trim(), all.map(keyOf), any.map(keyOf)]);
}

interface Known {
  readonly variable: string;
  readonly operator: Operator;
  readonly value: Value;
}

function rowImplies(later: Term, earlier: Term, facts: BotFacts): boolean {
  const [a, b] = [readRow(later, facts), readRow(earlier, facts)];
  if (a === null || b === null) return false;
  if (a.variable !== b.variable) return false;
  const isPositive = !['!=', 'notContains', 'notIn', 'empty'].includes(a.operator);
  if (b.operator === 'filled') return isPositive && (a.operator === 'filled' || !isEmpty(a.value));
  if (b.operator === 'empty' || a.operator === 'filled' || a.operator === 'empty') return false;
  // A list may hold one thing and another besides.
  if (typeOf(a.variable, facts) === 'list') return false;
  if (a.operator === '=' || a.operator === 'in') {
    const one = a.operator === 'in' || Array.isArray(a.value) ? itemsOf(a.value) : [a.value];
    return one.length > 0 && one.every((value) => holds(b.operator, value, b.value));
  }
  return isWithin(spanOf(a), spanOf(b));
}

/** A row with a constant on its right. */
function readRow(term: Term, facts: BotFacts): Known | null {
  const { left = '', op = '', right }: Row = term;
  const operator = operatorOf(op);
  if (isGroup(term) || operator === null || left.trim() === '' || isText(left)) return null;
  if (JSON.stringify(right ?? '').includes('{{')) return null;
  const variable = variableOf(left, facts);
  const value = typeof right === 'object' ? [...right] : (right ?? null);
  return { variable, operator, value: meant(facts, variable, value) };
}

interface Span {
  readonly unit: string;
  readonly low: number;
  readonly high: number;
  /** Without the ends themselves. */
  readonly open: boolean;
}

function spanOf({ operator, value }: Known): Span | null {
  const measured = measure(value);
  if (measured === null) return null;
  const [unit, at] = measured;
  const open = operator === '<' || operator === '>';
  if (operator === '<' || operator === '<=') return { unit, low: -Infinity, high: at, open };
  return operator === '>' || operator === '>=' ? { unit, low: at, high: Infinity, open } : null;
}

function isWithin(a: Span | null, b: Span | null): boolean {
  if (a === null || b === null) return false;
  if (a.unit !== b.unit || a.low < b.low || a.high > b.high) return false;
  // With an end in common, the wider one must not leave out what the narrower one has.
  const meet = (a.low === b.low && Number.isFinite(a.low)) || (a.high === b.high && Number.isFinite(a.high));
  return !meet || a.open || !b.open;
}

function measure(value: Value): readonly [unit: string, at: number] | null {
  const figure = figureOf(value);
  if (figure !== null) return ['number', figure];
  if (typeof value !== 'string') return null;
  const clock = readClock(value);
  if (clock !== null) return ['time', Number(clock.replace(':', '.'))];
  const date = readDate(value);
  return date?.length === 10 ? ['date', daysBetween('2000-01-01', date)] : null;
}
