import { figureOf, holds, isEmpty, itemsOf, truthOf } from '../../expression/holds.ts';
import { addDays, readDate } from '../../expression/readMoment.ts';
import { showValue } from '../../expression/template.ts';
import { templateValue } from '../../expression/templateValue.ts';
import type { Variable } from '../../model/definitions.ts';
import { LIMITS } from '../../model/limits.ts';
import type { Value } from '../../model/value.ts';
import type { NodeContext } from '../kind.ts';
import type { Action } from './actions.ts';
import { drawFrom, readRange } from './range.ts';
import type { Assignment } from './schema.ts';

type Type = Variable['type'];

/** What the variable holds afterwards. What can't be done (a minus on words) leaves it as it was. */
export function resultOf(action: Action, line: Assignment, type: Type, context: NodeContext): Value {
  const before = context.known(line.variable ?? '');
  switch (action) {
    case '=':
      return fitted(given(line, context), type);
    case '+':
      return counted(before, given(line, context), 1, type);
    case '-':
      return counted(before, given(line, context), -1, type);
    case 'append':
      return appended(before, given(line, context), type);
    case 'clear':
      return null;
    case 'now':
      return now(type, context);
    case 'random': {
      const range = readRange(filledRange(line, context));
      return range === null ? before : fitted(drawFrom(range, context.random()), type);
    }
  }
}

function given({ value }: Assignment, context: NodeContext): Value {
  const known = (variable: string): Value => context.known(variable);
  if (value === undefined) return null;
  if (typeof value === 'string') return templateValue(value, known);
  if (Array.isArray(value)) {
    return value.flatMap((item) => {
      const filled = templateValue(item, known);
      return Array.isArray(filled) ? filled : [showValue(filled)];
    });
  }
  return typeof value === 'object' ? null : value;
}

function filledRange({ value }: Assignment, context: NodeContext): Parameters<typeof readRange>[0] {
  if (value === undefined) return null;
  if (typeof value === 'string') return context.fill(value);
  if (typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map((item) => context.fill(item));
  const end = (one: string | number | undefined): string | number | undefined =>
    typeof one === 'string' ? context.fill(one) : one;
  return { min: end(value.min), max: end(value.max) };
}

/** As the variable's type holds it; what does not fit stays as it is, so that nothing is lost. */
export function fitted(value: Value, type: Type): Value {
  switch (type) {
    case 'number':
      return isEmpty(value) ? 0 : (figureOf(value) ?? value);
    case 'boolean':
      return isEmpty(value) ? null : (truthOf(value) ?? value);
    case 'date':
      return isEmpty(value) ? null : (readDate(showValue(value)) ?? value);
    case 'list':
      return bounded(itemsOf(value));
    case 'text':
      return value;
  }
}

/** An empty side counts as zero. A date moves by days; texts are joined, and items leave a list, where that is what the sign can mean. */
function counted(before: Value, by: Value, sign: 1 | -1, type: Type): Value {
  if (Array.isArray(before) || type === 'list') return sign === 1 ? appended(before, by, type) : without(before, by);
  const date = type === 'date' && typeof before === 'string' ? readDate(before) : null;
  const step = isEmpty(by) ? 0 : figureOf(by);
  if (date !== null) return step === null ? before : addDays(date, sign * step);
  const from = isEmpty(before) ? 0 : figureOf(before);
  if (from === null || step === null) return sign === 1 && type === 'text' ? joined(before, by) : before;
  const sum = Number((from + sign * step).toPrecision(15)) + 0;
  return Number.isFinite(sum) ? sum : before;
}

function appended(before: Value, item: Value, type: Type): Value {
  if (!Array.isArray(before) && type !== 'list') return joined(before, item);
  if (isEmpty(item)) return before;
  return bounded([...itemsOf(before), ...(Array.isArray(item) ? item : [showValue(item)])]);
}

function joined(before: Value, text: Value): Value {
  return (showValue(before) + showValue(text)).slice(0, LIMITS.valueCharacters);
}

function without(before: Value, gone: Value): Value {
  const taken = Array.isArray(gone) ? gone : [showValue(gone)];
  return itemsOf(before).filter((item) => !taken.some((other) => holds('=', item, other)));
}

/** The newest items that fit: a list that grows with every message must not grow for ever. */
function bounded(items: readonly string[]): string[] {
  const kept: string[] = [];
  let room: number = LIMITS.templateCharacters;
  for (const item of items.toReversed()) {
    const cut = item.slice(0, LIMITS.valueCharacters);
    room -= cut.length + 1;
    if (room < 0) break;
    kept.unshift(cut);
  }
  return kept;
}

/** A date for a variable that holds dates, else the day and the time, written so that later is greater. */
function now(type: Type, context: NodeContext): Value {
  const date = showValue(context.known('date'));
  return type === 'date' ? date : `${date} ${showValue(context.known('time'))}`;
}
