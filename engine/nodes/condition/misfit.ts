import { figureOf, itemsOf, truthOf } from '../../expression/holds.ts';
import { type Operator, standsAlone } from '../../expression/operators.ts';
import { readClock, readDate } from '../../expression/readMoment.ts';
import type { BotFacts } from '../../model/definitions.ts';
import type { Value } from '../../model/value.ts';
import type { LocalProblem } from '../kind.ts';
import { statusOf, weekdays } from './meaning.ts';
import { type SubjectType, typeOf } from './subject.ts';

const SAME: readonly Operator[] = ['=', '!='];
const AMONG: readonly Operator[] = ['in', 'notIn'];
const ORDER: readonly Operator[] = ['<', '<=', '>', '>='];
const PARTS: readonly Operator[] = ['contains', 'notContains', 'startsWith', 'endsWith'];

/** What can be asked of a value of each type, besides whether it is filled. */
const FITTING: Readonly<Record<SubjectType, readonly Operator[]>> = {
  text: [...SAME, ...PARTS, ...AMONG, ...ORDER],
  number: [...SAME, ...ORDER, ...AMONG],
  date: [...SAME, ...ORDER, ...AMONG],
  time: [...SAME, ...ORDER, ...AMONG],
  boolean: SAME,
  list: ['contains', 'notContains', ...SAME, ...AMONG],
  weekday: [...SAME, ...AMONG],
  status: [...SAME, ...AMONG],
};

export function fittingOperators(type: SubjectType): readonly Operator[] {
  return [...FITTING[type], 'filled', 'empty'];
}

/** An operator that means nothing for this type, or a constant that no value of the type can be. */
export function misfit(
  variable: string,
  operator: Operator,
  right: Value,
  facts: BotFacts,
): Omit<LocalProblem, 'exit' | 'field'> | null {
  const type = typeOf(variable, facts);
  if (!fittingOperators(type).includes(operator))
    return { code: 'W-OPTYPE', level: 'warning', facts: { name: variable, op: operator, type } };
  if (standsAlone(operator)) return null;
  const asList = Array.isArray(right) || (AMONG.includes(operator) && figureOf(right) === null);
  const constants = (asList ? itemsOf(right) : [right]).filter((item) => !String(item).includes('{{'));
  const wrong = constants.find((item) => !canBe(type, operator, item, facts));
  if (wrong === undefined) return null;
  if (type === 'status') return { code: 'E-REF', level: 'error', facts: { what: 'status', id: String(wrong) } };
  return { code: 'W-VALUE', level: 'warning', facts: { name: variable, value: String(wrong), type } };
}

function canBe(type: SubjectType, operator: Operator, value: Value, facts: BotFacts): boolean {
  const text = String(value);
  switch (type) {
    case 'number':
      return figureOf(value) !== null;
    case 'boolean':
      return truthOf(value) !== null;
    case 'date':
      return readDate(text) !== null;
    case 'time':
      return readClock(text) !== null;
    case 'weekday':
      return weekdays(text) !== null;
    case 'status':
      return statusOf(facts, text) !== undefined;
    case 'text':
      // A text can be less than 5 only if it is a number, and before noon only if it is a time.
      return (
        !ORDER.includes(operator) || figureOf(value) !== null || readDate(text) !== null || readClock(text) !== null
      );
    case 'list':
      return true;
  }
}
