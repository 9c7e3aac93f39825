import { describe, expect, test } from 'vitest';
import { holds } from '../../engine/expression/holds.ts';
import { operatorOf, OPERATORS } from '../../engine/expression/operators.ts';
import { readFigure } from '../../engine/expression/readFigure.ts';
import type { Value } from '../../engine/model/value.ts';

test.each<[Value, string, Value, boolean]>([
  // Numbers, however they are written.
  [5, '=', '5', true],
  ['12,5', '=', 12.5, true],
  ['1 250,50', '>', '1 250,49', true],
  ['1\u00A0250,50', '=', '1250.5', true],
  ['1,250.50', '=', 1250.5, true],
  ['1.250,50', '=', 1250.5, true],
  ['−3', '<', 0, true],
  ['9', '<', '10', true],
  [5000, '>=', '5 000', true],
  [4999.99, '>=', 5000, false],
  [5, '<=', 5, true],
  [5, '<', 5, false],
  ['много', '>', 5, false],
  ['много', '<', 5, false],
  [null, '<', 5, false],
  [null, '>=', 0, false],
  // A code is not a number.
  ['007', '=', '7', false],
  ['007', '=', '007', true],
  ['+79161234567', '=', '79161234567', false],
  ['7', '=', '7,0', true],
  // Texts, as people tell them apart.
  ['  Москва ', '=', 'москва', true],
  ['Ёлка', '=', 'елка', true],
  ['Москва', '!=', 'Казань', true],
  ['', '=', '', true],
  [null, '=', '', true],
  [null, '!=', 'да', true],
  ['Казань', '>', 'Астана', false],
  // Yes and no.
  [true, '=', 'да', true],
  [true, '=', true, true],
  [false, '=', 'Нет', true],
  ['yes', '=', true, true],
  [false, '!=', true, true],
  ['может быть', '=', true, false],
  [null, '=', false, false],
  // Dates and times.
  ['2026-11-18', '<', '2026-12-01', true],
  ['18.11.2026', '=', '2026-11-18', true],
  ['2026-11-18T10:00', '=', '2026-11-18', true],
  ['2026-11-18T10:00', '<', '2026-11-18T10:01', true],
  ['9:05', '<', '10:00', true],
  ['09:05', '=', '9:05', true],
  ['31.02.2026', '<', '2026-12-01', false],
  ['25:00', '>', '10:00', false],
  // Parts.
  ['Хочу торт', 'contains', 'ТОРТ', true],
  ['Хочу торт', 'contains', ['пирог', 'торт'], true],
  ['Хочу торт', 'contains', '', false],
  ['Хочу торт', 'notContains', 'пирог', true],
  ['Хочу торт', 'startsWith', 'хочу', true],
  ['Хочу торт', 'endsWith', 'Торт', true],
  ['Хочу торт', 'startsWith', '', false],
  [2026, 'contains', '02', true],
  // Lists.
  [['VIP', 'опт'], 'contains', 'vip', true],
  [['VIP', 'опт'], 'contains', 'оп', false],
  [['VIP', 'опт'], '=', 'опт', true],
  [['VIP', 'опт'], '=', ['опт', 'vip'], true],
  [['VIP', 'опт'], '=', ['опт'], false],
  [['VIP', 'опт'], 'in', 'новый, опт', true],
  [[], 'contains', 'vip', false],
  // One of several.
  ['Казань', 'in', 'Москва, Казань', true],
  ['Казань', 'in', ['Москва', 'казань'], true],
  ['12,5', 'in', '12,5', true],
  ['Тверь', 'notIn', ['Москва'], true],
  [null, 'in', '', false],
  [2, 'in', '1, 2, 3', true],
  // Filled or not.
  [0, 'filled', null, true],
  [false, 'filled', null, true],
  [' ', 'filled', null, false],
  [null, 'empty', null, true],
  [[], 'empty', null, true],
  ['a', 'empty', null, false],
])('%j %s %j: %j', (left, spelling, right, expected) => {
  const operator = operatorOf(spelling);
  if (operator === null) throw new Error(`no operator ${spelling}`);
  expect(holds(operator, left, right)).toBe(expected);
});

describe('spellings of operators', () => {
  test.each([
    ['==', '='],
    ['eq', '='],
    ['equals', '='],
    ['<>', '!='],
    ['ne', '!='],
    ['lt', '<'],
    ['lte', '<='],
    ['gt', '>'],
    ['gte', '>='],
    ['>=', '>='],
    ['Greater_Than', '>'],
    ['not contains', 'notContains'],
    ['starts_with', 'startsWith'],
    ['is one of', 'in'],
    ['isSet', 'filled'],
    ['not-empty', 'filled'],
    ['is empty', 'empty'],
  ])('%s is %s', (spelling, operator) => {
    expect(operatorOf(spelling)).toBe(operator);
  });

  test('every operator is a spelling of itself', () => {
    expect(OPERATORS.map(operatorOf)).toEqual(OPERATORS);
  });

  test.each(['', '~', 'matches', 'constructor', '__proto__', 'toString', '=!'])('«%s» is none', (spelling) => {
    expect(operatorOf(spelling)).toBeNull();
  });
});

test.each([
  ['12,5', 12.5],
  ['12.5', 12.5],
  ["1'250", 1250],
  ['+5', 5],
  ['1 25', null],
  ['1.2.3', null],
  ['5 руб', null],
  ['', null],
  ['0x10', null],
  ['1e5', null],
  ['Infinity', null],
  ['9'.repeat(400), null],
])('«%s» reads as %j', (text, figure) => {
  expect(readFigure(text)).toBe(figure);
});
