import type { Value } from '../model/value.ts';
import { foldText } from './foldText.ts';
import type { Operator } from './operators.ts';
import { isCode, readFigure } from './readFigure.ts';
import { readClock, readDate } from './readMoment.ts';
import { showValue } from './template.ts';

const YES: ReadonlySet<string> = new Set(['true', 'yes', 'да', '1', '✓', '+']);
const NO: ReadonlySet<string> = new Set(['false', 'no', 'нет', '0', '—', '-']);

/**
 * Does the comparison hold? Numbers are read as people write them («1 250,50»), dates and times by the calendar; texts
 * are the same without regard to case, ё and spaces around. Values that cannot be ordered are neither less nor greater.
 */
export function holds(operator: Operator, left: Value, right: Value): boolean {
  switch (operator) {
    case '=':
      return isSame(left, right);
    case '!=':
      return !isSame(left, right);
    case '<':
      return order(left, right, (way) => way < 0);
    case '<=':
      return order(left, right, (way) => way <= 0);
    case '>':
      return order(left, right, (way) => way > 0);
    case '>=':
      return order(left, right, (way) => way >= 0);
    case 'contains':
      return contains(left, right);
    case 'notContains':
      return !contains(left, right);
    case 'startsWith':
      return some(right, (part) => foldText(showValue(left)).startsWith(foldText(part)));
    case 'endsWith':
      return some(right, (part) => foldText(showValue(left)).endsWith(foldText(part)));
    case 'in':
      return isAmong(left, right);
    case 'notIn':
      return !isAmong(left, right);
    case 'filled':
      return !isEmpty(left);
    case 'empty':
      return isEmpty(left);
  }
}

/** Not known, an empty text, an empty list. Zero and «no» are values. */
export function isEmpty(value: Value): boolean {
  if (value === null) return true;
  return typeof value === 'string' ? value.trim() === '' : Array.isArray(value) && value.length === 0;
}

/** A value as a number; null = it is none. */
export function figureOf(value: Value): number | null {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  return typeof value === 'string' ? readFigure(value) : null;
}

/** A value as yes or no; null = it is neither. */
export function truthOf(value: Value): boolean | null {
  if (typeof value === 'boolean') return value;
  if (typeof value !== 'string' && typeof value !== 'number') return null;
  const word = foldText(String(value));
  return YES.has(word) ? true : NO.has(word) ? false : null;
}

/** «Москва, Казань» as the two that it names; a list as it is. */
export function itemsOf(value: Value): readonly string[] {
  if (Array.isArray(value)) return value;
  return showValue(value)
    .split(/[,;\n]/u)
    .flatMap((item) => (item.trim() === '' ? [] : [item.trim()]));
}

function isSame(left: Value, right: Value): boolean {
  if (isEmpty(left) || isEmpty(right)) return isEmpty(left) && isEmpty(right);
  if (Array.isArray(left) && Array.isArray(right)) {
    return left.every((item) => isAmong(item, right)) && right.every((item) => isAmong(item, left));
  }
  // One value and a list: it is one of them («tag = vip»).
  if (Array.isArray(left)) return left.some((item) => isSame(item, right));
  if (Array.isArray(right)) return right.some((item) => isSame(left, item));
  if (typeof left === 'boolean' || typeof right === 'boolean') return truthOf(left) === truthOf(right);
  if (typeof left === 'number' || typeof right === 'number') return figureOf(left) === figureOf(right);
  const one = left ?? '';
  const other = right ?? '';
  if (foldText(one) === foldText(other)) return true;
  if (isCode(one) || isCode(other)) return compare(one, other, false) === 0;
  return compare(one, other, true) === 0;
}

function order(left: Value, right: Value, fits: (way: number) => boolean): boolean {
  const way = compare(left, right, true);
  return way !== null && fits(way);
}

/** Below zero: the first comes first. Null = they have no order. */
function compare(left: Value, right: Value, numbers: boolean): number | null {
  const [a, b] = [figureOf(left), figureOf(right)];
  if (a !== null && b !== null) return numbers ? a - b : null;
  if (typeof left !== 'string' || typeof right !== 'string') return null;
  return alike(readClock(left), readClock(right)) ?? alike(readDate(left), readDate(right));
}

/** As ISO texts; of a date and a moment of it only the day counts. */
function alike(left: string | null, right: string | null): number | null {
  if (left === null || right === null) return null;
  const length = Math.min(left.length, right.length);
  const [a, b] = [left.slice(0, length), right.slice(0, length)];
  return a < b ? -1 : a > b ? 1 : 0;
}

function contains(left: Value, right: Value): boolean {
  if (Array.isArray(left)) return some(right, (part) => left.some((item) => isSame(item, part)));
  const text = foldText(showValue(left));
  return some(right, (part) => text.includes(foldText(part)));
}

function isAmong(left: Value, right: Value): boolean {
  if (isEmpty(left)) return false;
  if (Array.isArray(left)) return left.some((item) => isAmong(item, right));
  // The whole first: a value may have a comma of its own («12,5»).
  return (!Array.isArray(right) && isSame(left, right)) || itemsOf(right).some((item) => isSame(left, item));
}

/** Any of the parts; an empty part is in nothing, so that a half-filled row never wins. */
function some(parts: Value, has: (part: string) => boolean): boolean {
  return (Array.isArray(parts) ? parts : [showValue(parts)]).some((part) => part.trim() !== '' && has(part));
}
