import { describe, expect, test } from 'vitest';
import { botFacts } from '../../engine/flow/botFacts.ts';
import type { Bot } from '../../engine/flow/botSchema.ts';
import { condition } from '../../engine/nodes/condition/run.ts';
import { conditionSchema } from '../../engine/nodes/condition/schema.ts';
import type { Value } from '../../engine/model/value.ts';
import { drawBot } from '../support/botBuilder.ts';
import { talkTo } from '../support/talk.ts';
import { deciding, VARIABLES } from './decidingBot.ts';

interface Case {
  readonly when: Record<string, Value>;
  readonly goes: string;
}

function goes(data: unknown, variables: Record<string, Value>, change: Partial<Bot> = {}): string | undefined {
  return talkTo(deciding(data, change), { variables }).customer('привет')[0];
}

describe('a customer goes by the first branch that holds', () => {
  const bySum = {
    cases: [
      { id: 'big', label: 'Много', all: [{ left: 'sum', op: '>=', right: 5000 }] },
      { id: 'some', label: 'Немного', all: [{ left: '{{sum}}', op: 'gt', right: '1 000,50' }] },
    ],
  };
  test.each<Case>([
    { when: { sum: 5000 }, goes: 'big' },
    { when: { sum: '7 000' }, goes: 'big' },
    { when: { sum: 1000.5 }, goes: 'else' },
    { when: { sum: 1000.51 }, goes: 'some' },
    { when: { sum: 'много' }, goes: 'else' },
    { when: {}, goes: 'else' },
  ])('by a sum: $when goes $goes', ({ when, goes: way }) => {
    expect(goes(bySum, when)).toBe(way);
  });

  const grouped = {
    cases: [
      {
        id: 'gift',
        all: [
          { left: 'vip', op: '=', right: true },
          {
            any: [
              { left: 'city', op: 'in', right: 'Москва, Казань' },
              { left: 'sum', op: '>', right: 100 },
            ],
          },
        ],
      },
      {
        id: 'guest',
        any: [
          { left: 'vip', op: 'empty' },
          { left: 'vip', op: '=', right: 'нет' },
        ],
      },
    ],
  };
  test.each<Case>([
    { when: { vip: true, city: ' казань' }, goes: 'gift' },
    { when: { vip: true, sum: 101 }, goes: 'gift' },
    { when: { vip: true, sum: 100 }, goes: 'else' },
    { when: { vip: false, sum: 101 }, goes: 'guest' },
    { when: { sum: 101 }, goes: 'guest' },
  ])('by groups in groups: $when goes $goes', ({ when, goes: way }) => {
    expect(goes(grouped, when)).toBe(way);
  });

  test.each<[string, unknown, Record<string, Value>, string]>([
    [
      'a template on the right keeps its number',
      { left: 'sum', op: '<', right: '{{limit}}' },
      { sum: 9, limit: 10 },
      'yes',
    ],
    ['a template inside a text is filled', { left: 'city', op: '=', right: 'г. {{city}}' }, { city: 'Тверь' }, 'else'],
    [
      'a text on the left is filled',
      { left: '{{city}}-{{sum}}', op: '=', right: 'Тверь-5' },
      { city: 'Тверь', sum: 5 },
      'yes',
    ],
    ['a list holds an item', { left: 'wishes', op: 'contains', right: 'свечи' }, { wishes: ['Свечи', 'шары'] }, 'yes'],
    ['a date comes before another', { left: 'day', op: '<', right: '01.12.2026' }, { day: '2026-11-30' }, 'yes'],
    ['something is so', { left: 'vip', op: 'isTrue' }, { vip: true }, 'yes'],
    ['something is not so', { left: 'vip', op: 'is false' }, { vip: true }, 'else'],
    ['a variable of its own name goes before the fact', { left: 'city', op: 'filled' }, { city: 'Тверь' }, 'yes'],
    [
      'an expression',
      { expression: "sum * 2 > limit and city = 'тверь'" },
      { sum: 6, limit: 11, city: 'Тверь' },
      'yes',
    ],
    ['an expression that fails', { expression: 'city * 2 > 1' }, { city: 'Тверь' }, 'else'],
    ['an expression that cannot be read', { expression: 'sum >' }, { sum: 5 }, 'else'],
    ['an operator nobody knows', { left: 'sum', op: '~', right: 5 }, { sum: 5 }, 'else'],
    ['a row without a value', { left: 'sum', op: '=' }, {}, 'else'],
    ['a row without a variable', { op: '=', right: 5 }, { sum: 5 }, 'else'],
    ['nothing at all', {}, {}, 'else'],
    [
      'what a customer writes is never a template',
      { left: 'city', op: '=', right: '{{limit}}' },
      { city: '{{limit}}', limit: 5 },
      'else',
    ],
  ])('%s', (_what, row, variables, way) => {
    expect(goes({ cases: [{ id: 'yes', all: [row] }] }, variables)).toBe(way);
  });

  test.each<[string, unknown]>([
    ['rows under another name', { cases: [{ id: 'yes', rows: [{ variable: 'sum', operator: 'gt', value: 5 }] }] }],
    [
      'joined by a word',
      {
        cases: [
          {
            id: 'yes',
            match: 'any',
            conditions: [
              { left: 'sum', op: '>', right: 5 },
              { left: 'vip', op: '=', right: true },
            ],
          },
        ],
      },
    ],
    [
      'and, or',
      {
        branches: [
          {
            id: 'yes',
            and: [
              {
                or: [
                  { left: 'sum', op: '>', right: 5 },
                  { left: 'vip', op: 'filled' },
                ],
              },
            ],
          },
        ],
      },
    ],
    ['one comparison in the branch', { cases: [{ id: 'yes', left: 'sum', op: '>', right: '5' }] }],
    ['no operator is equality', { cases: [{ id: 'yes', all: { left: 'sum', right: 6 } }] }],
    ['an expression among the rows', { cases: [{ id: 'yes', all: ['sum > 5', { left: 'sum', op: '<', right: 7 }] }] }],
    ['if', { cases: [{ id: 'yes', if: 'sum == 6' }] }],
  ])('written otherwise: %s', (_what, data) => {
    expect(goes(data, { sum: 6 })).toBe('yes');
    expect(goes(data, { sum: 1 })).toBe('else');
  });
});

describe('facts of the lead and of the clock', () => {
  const either = (row: unknown): unknown => ({ cases: [{ id: 'yes', all: [row] }] });
  // The tests begin on a Wednesday at ten, Moscow time.
  const hours = { weekly: { wed: [['09:00', '18:00']] } } as unknown as NonNullable<Bot['hours']>;

  test.each<[string, unknown, string]>([
    ['the day of the week', { left: 'weekday', op: 'in', right: ['ср'] }, 'yes'],
    ['a span of days', { left: 'weekday', op: '=', right: 'пн–пт' }, 'yes'],
    ['a day off', { left: 'day of week', op: 'in', right: 'сб, вс' }, 'else'],
    ['the time', { left: 'time', op: '>=', right: '9:30' }, 'yes'],
    [
      'the time, in an expression',
      { expression: "time >= '9:30' and time < '23:00' and weekday = 'Wednesday'" },
      'yes',
    ],
    ['people are there', { left: 'operator online', op: '=', right: true }, 'yes'],
    ['people are there, by its name', { left: 'hours.open', op: '=', right: 'нет' }, 'else'],
    ['the channel', { left: 'channel', op: '=', right: 'TEST' }, 'yes'],
    ['the message', { left: 'message.text', op: 'contains', right: 'Привет' }, 'yes'],
  ])('%s', (_what, row, way) => {
    expect(goes(either(row), {}, { hours })).toBe(way);
  });

  test.each(['st_work', 'в работе', 'В работе'])('a status is named by id or name: %s', (status) => {
    const bot = deciding(either({ left: 'status', op: '=', right: status }));
    const talk = talkTo(bot);
    talk.manager('st_work');
    expect(talk.customer('привет')).toEqual(['yes']);
    const other = talkTo(bot);
    other.manager('st_first');
    expect(other.customer('привет')).toEqual(['else']);
  });

  test('a tag is one of the tags', () => {
    const bot = drawBot()
      .start('tag')
      .node('tag', 'tags', { add: ['VIP'] }, { next: 'decide', failed: 'decide' })
      .node(
        'decide',
        'condition',
        { cases: [{ id: 'vip', left: 'tag', op: '=', right: 'vip' }] },
        { vip: 'hi', else: 'bye' },
      )
      .message('hi', 'Рады вам')
      .message('bye', 'Здравствуйте');
    expect(talkTo(bot.build()).customer('привет')).toEqual(['Рады вам']);
  });
});

test('the customer says a number and goes by the right branch', () => {
  const bot = drawBot()
    .start('ask')
    .question('ask', 'Сколько гостей?', { answer: 'number', saveTo: 'guests' }, { answered: 'decide' })
    .node(
      'decide',
      'condition',
      { cases: [{ id: 'party', label: 'Праздник', all: [{ left: 'guests', op: '>', right: 10 }] }] },
      { party: 'hall', else: 'table' },
    )
    .message('hall', 'Нужен зал')
    .message('table', 'Хватит столика')
    .variable('guests')
    .build();
  const party = talkTo(bot);
  party.customer('привет');
  expect(party.customer('двенадцать')).toEqual(['Нужен зал']);
  const pair = talkTo(bot);
  pair.customer('привет');
  expect(pair.customer('10')).toEqual(['Хватит столика']);
});

describe('what others see of it', () => {
  const facts = botFacts(drawBot().build({ variables: VARIABLES }));
  const read = (data: unknown) => conditionSchema.parse(data);

  test.each<[unknown, string]>([
    [{ id: 'a', label: 'Опт', all: [{ left: 'sum', op: '>=', right: 5000 }] }, 'Опт'],
    [{ id: 'a', all: [{ left: 'sum', op: '>=', right: 5000 }] }, 'если Сумма ≥ 5 000'],
    [
      {
        id: 'a',
        all: [
          { left: 'status', op: 'eq', right: 'st_work' },
          { left: 'city', op: 'empty' },
        ],
      },
      'если статус = В работе и city пусто',
    ],
    [
      {
        id: 'a',
        any: [
          { left: 'weekday', op: 'in', right: 'пн–ср' },
          { left: 'tags', op: 'contains', right: ['VIP'] },
        ],
      },
      'если день недели одно из пн, вт, ср или теги содержит VIP',
    ],
    [{ id: 'a', all: [{ left: 'operator', op: '=', right: true }] }, 'если сотрудники на связи'],
    [{ id: 'a', expression: 'sum > 5' }, 'если sum > 5'],
    [{ id: 'a' }, 'Ветка 1'],
  ])('%j is called «%s»', (branch, label) => {
    const [exit] = condition.exits(read({ cases: [branch] }), facts);
    expect(exit?.label?.replaceAll('\u00A0', ' ')).toBe(label);
  });

  test('the explorer hears which values are told apart, and their neighbours', () => {
    const data = read({
      cases: [
        {
          id: 'a',
          all: [
            { left: 'sum', op: '>', right: '10' },
            { left: 'city', op: 'in', right: 'Москва, Казань' },
          ],
        },
        { id: 'b', expression: "time < '09:00' or vip = true or 3 <= limit" },
      ],
    });
    expect(condition.compares?.(data)).toEqual([
      { variable: 'sum', value: 9 },
      { variable: 'sum', value: 11 },
      { variable: 'sum', value: '10' },
      { variable: 'city', value: 'Москва' },
      { variable: 'city', value: 'Казань' },
      { variable: 'time', value: '08:59' },
      { variable: 'time', value: '09:01' },
      { variable: 'time', value: '09:00' },
      { variable: 'vip', value: true },
      { variable: 'limit', value: 2 },
      { variable: 'limit', value: 4 },
      { variable: 'limit', value: 3 },
    ]);
    expect(condition.reads?.(data)).toEqual(['sum', 'city', 'time', 'vip', 'limit']);
  });

  test('groups deeper than anyone needs are not read', () => {
    let term: unknown = { left: 'sum', op: '=', right: 1 };
    for (let depth = 0; depth < 5_000; depth += 1) term = { all: [term] };
    expect(conditionSchema.safeParse({ cases: [{ id: 'a', all: [term] }] }).success).toBe(false);
  });
});
