import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findProblems } from '../../engine/check/findProblems.ts';
import type { Bot } from '../../engine/flow/botSchema.ts';
import { LIMITS } from '../../engine/model/limits.ts';
import type { Value } from '../../engine/model/value.ts';
import { drawFrom, readRange } from '../../engine/nodes/set/range.ts';
import { set } from '../../engine/nodes/set/run.ts';
import { setSchema } from '../../engine/nodes/set/schema.ts';
import { drawBot } from '../support/botBuilder.ts';
import { talkTo } from '../support/talk.ts';

const VARIABLES: NonNullable<Bot['variables']> = [
  { id: 'sum', type: 'number' },
  { id: 'note', type: 'text' },
  { id: 'vip', type: 'boolean' },
  { id: 'day', type: 'date' },
  { id: 'wishes', type: 'list' },
];

const writing = (data: unknown): Bot =>
  drawBot()
    .start('set')
    .node('set', 'set', data as Record<string, unknown>, { next: 'end' })
    .end('end')
    .build({ variables: VARIABLES });

function written(data: unknown, before: Record<string, Value> = {}): Record<string, Value> {
  const talk = talkTo(writing(data), { variables: before });
  talk.customer('привет');
  return talk.state.variables;
}

const line = (variable: string, op: string | undefined, value?: unknown): unknown => ({
  assignments: [{ variable, ...(op === undefined ? {} : { op }), ...(value === undefined ? {} : { value }) }],
});

test.each<[string, Value, unknown, Value]>([
  // Written as the variable's type holds it.
  ['sum', null, line('sum', '=', '12,5'), 12.5],
  ['sum', 7, line('sum', 'set', '1 250'), 1250],
  ['sum', 7, line('sum', undefined, 3), 3],
  ['sum', 7, line('sum', '=', ''), 0],
  ['sum', 7, line('sum', '=', 'много'), 'много'],
  ['note', null, line('note', '=', 5), 5],
  ['note', 'a', line('note', '=', 'Привет, {{sum|гость}}'), 'Привет, гость'],
  ['vip', null, line('vip', '=', 'да'), true],
  ['vip', true, line('vip', '=', false), false],
  ['day', null, line('day', '=', '18.11.2026'), '2026-11-18'],
  ['wishes', null, line('wishes', '=', 'шары, свечи'), ['шары', 'свечи']],
  ['wishes', null, line('wishes', '=', ['шары', 'свечи']), ['шары', 'свечи']],
  // Counted; an empty side is zero.
  ['sum', 10, line('sum', '+', '2,5'), 12.5],
  ['sum', null, line('sum', 'add', 5), 5],
  ['sum', '1 000', line('sum', '-', 1), 999],
  ['sum', 10, line('sum', 'subtract', ''), 10],
  ['sum', 0.1, line('sum', '+=', 0.2), 0.3],
  ['sum', 10, line('sum', 'increment'), 11],
  ['sum', 10, line('sum', '--'), 9],
  ['sum', 10, line('sum', '+', 'много'), 10],
  ['sum', Number.MAX_VALUE, line('sum', '+', Number.MAX_VALUE), Number.MAX_VALUE],
  ['note', '5', line('note', '+', '2'), 7],
  ['note', 'торт', line('note', '+', '!'), 'торт!'],
  ['note', 'торт', line('note', '-', '!'), 'торт'],
  ['day', '2026-12-31', line('day', '+', 1), '2027-01-01'],
  ['day', '2026-03-01', line('day', '-', '1'), '2026-02-28'],
  // Appended.
  ['wishes', ['шары'], line('wishes', 'append', 'свечи'), ['шары', 'свечи']],
  ['wishes', null, line('wishes', 'push', 'свечи'), ['свечи']],
  ['wishes', ['шары'], line('wishes', 'append', ''), ['шары']],
  ['wishes', ['Шары', 'свечи'], line('wishes', '-', 'шары'), ['свечи']],
  ['note', 'торт', line('note', 'append', ' и чай'), 'торт и чай'],
  ['note', null, line('note', 'append', 'чай'), 'чай'],
  // Cleared, and dated: the tests begin on 2026-11-18 at ten.
  ['sum', 5, line('sum', 'clear'), null],
])('%s was %j, %j makes it %j', (variable, before, data, after) => {
  expect(written(data, { [variable]: before })[variable]).toEqual(after);
});

test('a value that is one variable keeps its type; later lines see earlier ones', () => {
  const data = {
    assignments: [
      { variable: 'sum', op: '=', value: 5 },
      { variable: 'note', op: '=', value: '{{sum}}' },
      { variable: 'wishes', op: 'append', value: '{{note}} гостей' },
      { variable: 'sum', op: '+', value: '{{note}}' },
    ],
  };
  expect(written(data)).toEqual({ sum: 10, note: 5, wishes: ['5 гостей'] });
});

test('what a customer wrote is never read as a template', () => {
  expect(written(line('note', '=', '{{vip}}'), { vip: '{{sum}}', sum: 5 })['note']).toBe('{{sum}}');
});

test('now is a date for a date, and sorts as a text', () => {
  const talk = talkTo(
    writing({
      assignments: [
        { variable: 'day', op: 'now' },
        { variable: 'note', op: 'now' },
      ],
    }),
  );
  talk.customer('привет');
  expect(talk.state.variables['day']).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  expect(talk.state.variables['note']).toMatch(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/);
  expect(String(talk.state.variables['note']).startsWith(String(talk.state.variables['day']))).toBe(true);
});

describe('random', () => {
  test.each<[Parameters<typeof readRange>[0], (string | number)[]]>([
    ['1-6', [1, 2, 3, 4, 5, 6]],
    ['-2 – 1', [-2, -1, 0, 1]],
    [{ min: '3', max: 4 }, [3, 4]],
    [{ max: 2 }, [1, 2]],
    [
      ['5', '7'],
      [5, 6, 7],
    ],
    [3, [1, 2, 3]],
    ['6..5', [5, 6]],
    ['орёл, решка', ['орёл', 'решка']],
    [
      ['а', 'б', 'в'],
      ['а', 'б', 'в'],
    ],
  ])('%j draws each of %j', (range, all) => {
    const read = readRange(range);
    if (read === null) throw new Error('not a range');
    const drawn = Array.from({ length: 1_000 }, (_, at) => drawFrom(read, at / 1_000));
    expect([...new Set(drawn)]).toEqual(all);
  });

  test.each<[Parameters<typeof readRange>[0]]>([[''], ['много'], [null], [true], [[]], [{}]])(
    '%j is no range',
    (range) => {
      expect(readRange(range)).toBeNull();
    },
  );

  test('the same event draws the same number; an unreadable range changes nothing', () => {
    const drawn = written(line('sum', 'random', '1-1000'))['sum'];
    expect(drawn).toBeGreaterThanOrEqual(1);
    expect(written(line('sum', 'random', '1-1000'))['sum']).toBe(drawn);
    expect(written(line('sum', 'random', 'много'), { sum: 4 })['sum']).toBe(4);
  });

  test('a fraction at an end draws hundredths', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 0.999999, noNaN: true }), (chance) => {
        const drawn = Number(drawFrom({ kind: 'numbers', min: 0.5, max: 1 }, chance));
        expect(drawn).toBeGreaterThanOrEqual(0.5);
        expect(drawn).toBeLessThanOrEqual(1);
        expect(Math.abs(drawn * 100 - Math.round(drawn * 100))).toBeLessThan(1e-6);
      }),
    );
  });
});

test('a list that grows with every message keeps its newest within bounds', () => {
  const before = { wishes: Array.from({ length: 3_000 }, (_, at) => `пожелание ${String(at)}`) };
  const after = written(line('wishes', 'append', 'последнее'), before)['wishes'] as string[];
  expect(after.at(-1)).toBe('последнее');
  expect(after.join('').length).toBeLessThanOrEqual(LIMITS.templateCharacters);
});

test.each<[string, unknown]>([
  ['a map', { set: { sum: 5 } }],
  ['one line', { assignments: { variable: 'sum', op: '=', value: 5 } }],
  ['in the data itself', { variable: 'sum', value: '5' }],
  ['other names', { values: [{ name: 'sum', operation: 'set', value: 5 }] }],
])('written otherwise: %s', (_what, data) => {
  expect(written(data)['sum']).toBe(5);
});

test('names that no variable can have are passed by', () => {
  const data = { assignments: [{ variable: '__proto__', value: 1 }, { variable: 'a.b', value: 1 }, { value: 1 }] };
  expect(Object.keys(written(data))).toEqual([]);
});

describe('problems', () => {
  test.each<[string, unknown, string[]]>([
    ['nothing wrong', line('sum', '=', 5), []],
    ['no lines', {}, ['E-NOSET']],
    ['too many', { assignments: Array.from({ length: 11 }, () => ({ variable: 'note', op: 'clear' })) }, ['E-LINES']],
    ['no variable', { assignments: [{ op: '=', value: 5 }] }, ['E-VARREQ']],
    ['a name that cannot be', line('a b', '=', 5), ['E-VARNAME']],
    ['a fact that is always there', line('channel', '=', 'x'), ['E-BUILTIN']],
    ['a variable nobody made', line('total', '=', 5), ['E-VAR']],
    ['a variable nobody made in the value', line('sum', '=', '{{total}}'), ['E-VAR']],
    ['an unknown action', line('sum', '~', 5), ['E-OP']],
    ['adding to yes and no', line('vip', '+', 1), ['W-TYPE']],
    ['an empty number', line('sum', '+'), ['W-ZERO']],
    ['an empty number written', line('sum', '=', ''), ['W-ZERO']],
    ['a number that is a word', line('sum', '=', 'много'), ['W-VALUE']],
    ['a date that is none', line('day', '=', 'завтра'), ['W-VALUE']],
    ['nothing to draw from', line('sum', 'random', ''), ['E-RANGE']],
    ['a range from variables', line('sum', 'random', '1-{{sum}}'), []],
  ])('%s', (_what, data, codes) => {
    expect(findProblems(writing(data)).map((problem) => problem.code)).toEqual(codes);
  });
});

test('others see what it writes and says', () => {
  const data = setSchema.parse({
    assignments: [
      { variable: 'sum', op: '+', value: '{{note}}' },
      { variable: 'sum', op: 'random', value: { min: 1, max: '{{day}}' } },
    ],
  });
  expect(set.writes?.(data)).toEqual(['sum']);
  expect(set.texts(data)).toEqual(['{{note}}', '{{day}}']);
});
