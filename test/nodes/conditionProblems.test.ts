import { describe, expect, test } from 'vitest';
import { findProblems } from '../../engine/check/findProblems.ts';
import { problemWords } from '../../engine/check/problemWords.ts';
import { drawBot } from '../support/botBuilder.ts';
import { deciding, VARIABLES } from './decidingBot.ts';

describe('problems of a condition', () => {
  const row = { left: 'sum', op: '>', right: 5 };
  const found = (data: unknown): string[] =>
    findProblems(deciding(data))
      .filter((problem) => problem.node === 'decide')
      .map((problem) => problem.code);

  test.each<[string, unknown, string[]]>([
    ['nothing wrong', { cases: [{ id: 'a', all: [row] }] }, []],
    ['no branches', {}, ['E-NOCASE']],
    ['a branch with nothing in it', { cases: [{ id: 'a' }] }, ['E-ROW']],
    ['a row without a variable', { cases: [{ id: 'a', all: [{ op: '=' }] }] }, ['E-ROW']],
    ['a row without a value', { cases: [{ id: 'a', all: [{ left: 'sum', op: '=', right: '' }] }] }, ['E-ROWVALUE']],
    ['filled needs no value', { cases: [{ id: 'a', all: [{ left: 'sum', op: 'filled' }] }] }, []],
    ['an unknown operator', { cases: [{ id: 'a', all: [{ left: 'sum', op: '~', right: 5 }] }] }, ['E-OP']],
    ['an unknown variable', { cases: [{ id: 'a', all: [{ left: 'total', op: '=', right: 5 }] }] }, ['E-VAR']],
    [
      'an unknown variable in a value',
      { cases: [{ id: 'a', all: [{ left: 'sum', op: '=', right: '{{total}}' }] }] },
      ['E-VAR'],
    ],
    ['an unknown variable in an expression', { cases: [{ id: 'a', expression: 'total > 5 or total < 2' }] }, ['E-VAR']],
    ['a broken expression', { cases: [{ id: 'a', expression: 'sum > ' }] }, ['E-EXPR']],
    [
      'the same id twice',
      {
        cases: [
          { id: 'a', all: [row] },
          { id: 'a', all: [{ left: 'city', op: 'filled' }] },
        ],
      },
      ['E-DUPID'],
    ],
    ['the id of the way out that is always there', { cases: [{ id: 'else', all: [row] }] }, ['E-DUPID']],
    ['an order of yes and no', { cases: [{ id: 'a', all: [{ left: 'vip', op: '>', right: true }] }] }, ['W-OPTYPE']],
    [
      'a number that contains',
      { cases: [{ id: 'a', all: [{ left: 'sum', op: 'contains', right: 5 }] }] },
      ['W-OPTYPE'],
    ],
    ['a number that is a word', { cases: [{ id: 'a', all: [{ left: 'sum', op: '>', right: 'много' }] }] }, ['W-VALUE']],
    [
      'a date that is none',
      { cases: [{ id: 'a', all: [{ left: 'day', op: '>', right: '31.02.2026' }] }] },
      ['W-VALUE'],
    ],
    [
      'a day that is none',
      { cases: [{ id: 'a', all: [{ left: 'weekday', op: 'in', right: 'пн, шт' }] }] },
      ['W-VALUE'],
    ],
    ['a time', { cases: [{ id: 'a', all: [{ left: 'time', op: '>', right: '18:00' }] }] }, []],
    ['a lost status', { cases: [{ id: 'a', all: [{ left: 'status', op: '=', right: 'st_gone' }] }] }, ['E-REF']],
    [
      'more than eight branches',
      {
        cases: Array.from({ length: 9 }, (_, at) => ({
          id: `c${String(at)}`,
          all: [{ left: 'sum', op: '=', right: at }],
        })),
      },
      ['W-CASES'],
    ],
  ])('%s', (_what, data, codes) => {
    expect(found(data)).toEqual(codes);
  });

  const pair = (first: unknown, second: unknown): unknown => ({
    cases: [
      { id: 'a', all: [first].flat() },
      { id: 'b', all: [second].flat() },
    ],
  });
  const is = (left: string, op: string, right?: unknown): unknown => ({
    left,
    op,
    ...(right === undefined ? {} : { right }),
  });

  test.each<[string, unknown, unknown, boolean]>([
    ['the same row', is('sum', '>', 5), is('sum', 'gt', 5), true],
    ['a narrower span', is('sum', '>', 5), is('sum', '>', '10'), true],
    ['a wider span', is('sum', '>', 10), is('sum', '>', 5), false],
    ['the end of an open span', is('sum', '>', 5), is('sum', '>=', 5), false],
    ['the end of a closed span', is('sum', '>=', 5), is('sum', '>', 5), true],
    ['one number of a span', is('sum', '<', 5), is('sum', '=', 4), true],
    ['another number', is('sum', '<', 5), is('sum', '=', 5), false],
    ['spans side by side', is('sum', '<', 5), is('sum', '>', 5), false],
    ['another variable', is('sum', '>', 5), is('limit', '>', 10), false],
    ['one of several', is('city', 'in', 'Москва, Казань'), is('city', '=', 'казань'), true],
    ['several of one', is('city', '=', 'Казань'), is('city', 'in', 'Москва, Казань'), false],
    ['filled takes every value', is('city', 'filled'), is('city', 'contains', 'а'), true],
    ['a condition and one more', is('sum', '>', 5), [is('sum', '>', 7), is('vip', '=', true)], true],
    ['more conditions first', [is('sum', '>', 5), is('vip', '=', true)], is('sum', '>', 7), false],
    ['either of two', { any: [is('sum', '>', 5), is('vip', '=', true)] }, is('vip', '=', true), true],
    ['both of either', is('sum', '>', 5), { any: [is('sum', '>', 7), is('sum', '=', 6)] }, true],
    ['one side of either', is('sum', '>', 5), { any: [is('sum', '>', 7), is('vip', '=', true)] }, false],
    ['a list may hold both', is('wishes', 'contains', 'шары'), is('wishes', '=', 'свечи'), false],
    ['a status by id and by name', is('status', '=', 'st_work'), is('lead.status', '=', 'В работе'), true],
    ['a value that is not known yet', is('sum', '>', '{{limit}}'), is('sum', '>', 10), false],
    ['the same expression', { expression: 'sum > 5' }, { expression: ' sum > 5' }, true],
    ['dates', is('day', '>', '2026-01-01'), is('day', '>=', '2026-02-01'), true],
  ])('a branch that can never win: %s', (_what, first, second, expected) => {
    expect(found(pair(first, second)).includes('W-SAME')).toBe(expected);
  });

  test('«otherwise» must lead somewhere, and so must every branch', () => {
    const bot = drawBot()
      .start('decide')
      .node('decide', 'condition', { cases: [{ id: 'a', all: [row] }] })
      .build({ variables: VARIABLES });
    expect(findProblems(bot).map(({ code, exit }) => [code, exit])).toEqual([
      ['E-OUT', 'a'],
      ['E-OUT', 'else'],
    ]);
  });

  test('an expression is told with the place and the reason, in both languages', () => {
    const [problem] = findProblems(deciding({ cases: [{ id: 'a', label: 'Опт', expression: 'sum > 12,5' }] }));
    expect(problem && problemWords(problem, 'ru')).toBe(
      'Выражение ветки «Опт» не читается, знак 9: дробь пишется с точкой: 12.5. Исправьте его.',
    );
    expect(problem && problemWords(problem, 'en')).toContain('at character 9: fractions are written with a point');
  });
});
