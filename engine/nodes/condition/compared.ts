import { figureOf, itemsOf } from '../../expression/holds.ts';
import type { Expression } from '../../expression/expression.ts';
import { type Operator, operatorOf, standsAlone } from '../../expression/operators.ts';
import { addDays, readClock, readDate } from '../../expression/readMoment.ts';
import type { BotFacts } from '../../model/definitions.ts';
import type { Value } from '../../model/value.ts';
import { expressionParts, rowsIn } from './leaves.ts';
import type { Case, ConditionData, Row } from './schema.ts';
import { ELSE, isBuiltIn, isText, variableOf } from './subject.ts';

interface Compared {
  readonly variable: string;
  readonly value: Value;
}

/** The values a condition tells apart; of an order, also those right below and above. */
export function compared(data: ConditionData, facts?: BotFacts): readonly Compared[] {
  const all = (data.cases ?? []).flatMap((branch) => caseCompares(branch, facts));
  const seen = new Set<string>();
  return all.filter(({ variable, value }) => {
    const key = JSON.stringify([variable, value]);
    return !seen.has(key) && seen.add(key);
  });
}

/** Variables a condition asks for, by the name that is looked up. */
export function asked(data: ConditionData, facts?: BotFacts): readonly string[] {
  const names = (data.cases ?? []).flatMap((branch) => [
    ...rowsIn(branch).flatMap(({ left = '' }) => (left.trim() === '' || isText(left) ? [] : [variableOf(left, facts)])),
    ...expressionParts(branch).flatMap((part) => (part.kind === 'variable' ? [variableOf(part.name, facts)] : [])),
  ]);
  return [...new Set(names)];
}

/**
 * From the first branch that asks for a fact which a try-out has only one of (the time, the customer's name) every exit
 * hangs on that fact: this one may be taken, and then leaves the others less, or the other way round.
 */
export function uncertainExits({ cases = [] }: ConditionData): readonly string[] {
  const first = cases.findIndex((branch) => asked({ cases: [branch] }).some(isOutside));
  return first < 0 ? [] : [...cases.slice(first).map(({ id }) => id), ELSE];
}

/** Other channels and other messages are tried. */
function isOutside(variable: string): boolean {
  return isBuiltIn(variable) && variable !== 'channel' && variable !== 'message.text';
}

function caseCompares(branch: Case, facts: BotFacts | undefined): readonly Compared[] {
  return [
    ...rowsIn(branch).flatMap((row) => rowCompares(row, facts)),
    ...expressionParts(branch).flatMap((part) => partCompares(part, facts)),
  ];
}

function rowCompares({ left = '', op = '', right }: Row, facts: BotFacts | undefined): readonly Compared[] {
  const operator = operatorOf(op);
  if (operator === null || right === undefined || left.trim() === '' || isText(left)) return [];
  return constants(variableOf(left, facts), operator, typeof right === 'object' ? [...right] : right);
}

function partCompares(part: Expression, facts: BotFacts | undefined): readonly Compared[] {
  if (part.kind === 'call' && part.args[0]?.kind === 'variable') {
    const { name } = part.args[0];
    return part.args
      .slice(1)
      .flatMap((arg) => (arg.kind === 'literal' ? constants(variableOf(name, facts), '=', arg.value) : []));
  }
  if (part.kind !== 'compare') return [];
  const { left, right } = part;
  if (left.kind === 'variable' && right.kind === 'literal')
    return constants(variableOf(left.name, facts), part.operator, right.value);
  if (left.kind === 'literal' && right.kind === 'variable')
    return constants(variableOf(right.name, facts), part.operator, left.value);
  return [];
}

function constants(variable: string, operator: Operator, value: Value): readonly Compared[] {
  if (standsAlone(operator) || (typeof value === 'string' && value.includes('{{'))) return [];
  const listed = operator === 'in' || operator === 'notIn' || Array.isArray(value) ? itemsOf(value) : [value];
  const isOrder = ['<', '<=', '>', '>='].includes(operator);
  return listed
    .flatMap((item) => (isOrder ? [...neighbours(item), item] : [item]))
    .map((item) => ({ variable, value: item }));
}

/** What stands right below and right above. */
function neighbours(value: Value): readonly Value[] {
  const figure = figureOf(value);
  if (figure !== null) return [figure - 1, figure + 1];
  if (typeof value !== 'string') return [];
  const date = readDate(value);
  if (date !== null) return [addDays(date, -1), addDays(date, 1)];
  const clock = readClock(value);
  return clock === null ? [] : [clockBeside(clock, -1), clockBeside(clock, 1)];
}

function clockBeside(clock: string, minutes: number): string {
  const [hour, minute] = clock.split(':');
  const at = Math.min(1_439, Math.max(0, Number(hour) * 60 + Number(minute) + minutes));
  return `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`;
}
