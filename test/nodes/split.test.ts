import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findProblems } from '../../engine/check/findProblems.ts';
import type { Bot } from '../../engine/flow/botSchema.ts';
import { drawBranch, sharesOf } from '../../engine/nodes/split/shares.ts';
import { split } from '../../engine/nodes/split/run.ts';
import { splitSchema } from '../../engine/nodes/split/schema.ts';
import { botFacts } from '../../engine/flow/botFacts.ts';
import { drawBot } from '../support/botBuilder.ts';
import { slowTalk, talkTo } from '../support/talk.ts';

const HALVES = [
  { id: 'a', label: 'Коротко', weight: 50 },
  { id: 'b', label: 'Подробно', weight: 50 },
];

function testing(data: Record<string, unknown>): Bot {
  const exits = split.exits(splitSchema.parse(data), botFacts(drawBot().build())).map((exit) => exit.id);
  const bot = drawBot()
    .start('split')
    .node('split', 'split', data, Object.fromEntries(exits.map((id) => [id, `say_${id}`])));
  for (const id of new Set(exits)) bot.menu(`say_${id}`, id, { again: 'Ещё раз' }, {}, { again: 'split' });
  return bot.build();
}

/** Goes round the test again and again with another chance each time; answers which branch each round took. */
function rounds(bot: Bot, count: number): string[] {
  const talk = slowTalk(bot);
  return Array.from({ length: count }, (_, at) =>
    talk
      .event({
        type: 'message',
        text: at === 0 ? 'привет' : '1',
        seed: at * 7919 + 1,
        attachments: [],
        channel: 'test',
        lead: '1',
        customer: {},
      })
      .join('')
      .charAt(0),
  );
}

test('a customer keeps the branch of the first time', () => {
  expect(new Set(rounds(testing({ branches: HALVES }), 20)).size).toBe(1);
});

test('without memory each time is drawn anew', () => {
  expect(new Set(rounds(testing({ branches: HALVES, sticky: false }), 20)).size).toBe(2);
});

test('a kept branch that is gone is drawn anew, and then kept', () => {
  const bot = testing({
    branches: [
      { id: 'a', weight: 0 },
      { id: 'b', weight: 100 },
    ],
  });
  const talk = slowTalk(bot);
  talk.event({ type: 'message', text: 'привет', seed: 1, attachments: [], channel: 'test', lead: '1', customer: {} });
  talk.state.choices['main/split'] = 'gone';
  talk.customer('1');
  expect(talk.state.choices['main/split']).toBe('b');
});

test('a kept branch stays when its share is taken away', () => {
  const talk = slowTalk(
    testing({
      branches: [
        { id: 'a', weight: 0 },
        { id: 'b', weight: 100 },
      ],
    }),
  );
  talk.event({ type: 'message', text: 'привет', seed: 1, attachments: [], channel: 'test', lead: '1', customer: {} });
  talk.state.choices['main/split'] = 'a';
  expect(talk.customer('1').join('')).toContain('a');
});

test('many customers are shared out as the shares say', () => {
  const { branches = [] } = splitSchema.parse({
    branches: [
      { id: 'a', weight: 3 },
      { id: 'b', weight: 1 },
      { id: 'c', weight: 0 },
    ],
  });
  const drawn = Array.from({ length: 10_000 }, (_, at) => drawBranch(branches, at / 10_000)?.id);
  const count = (id: string): number => drawn.filter((each) => each === id).length;
  expect([count('a'), count('b'), count('c')]).toEqual([7_500, 2_500, 0]);
});

test('whatever the weights and the chance, someone is drawn, and never a branch of zero beside others', () => {
  const weights = fc.array(fc.double({ min: 0, max: 1e9, noNaN: true }), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(weights, fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (list, chance) => {
      const branches = list.map((weight, at) => ({ id: String(at), weight }));
      const drawn = drawBranch(branches, chance);
      expect(drawn).toBeDefined();
      if (list.some((weight) => weight > 1e-6)) expect(drawn?.weight).toBeGreaterThan(0);
      expect(sharesOf(branches).reduce((sum, share) => sum + share, 0)).toBeCloseTo(100, 6);
    }),
  );
});

test.each<[string, unknown, number[]]>([
  ['the last share fills itself', [{ id: 'a', weight: 30 }, { id: 'b', weight: 20 }, { id: 'c' }], [30, 20, 50]],
  ['none given: even', ['a', 'b', 'c', 'd'], [25, 25, 25, 25]],
  [
    'written with a sign',
    [
      { id: 'a', share: '70 %' },
      { id: 'b', percent: '30%' },
    ],
    [70, 30],
  ],
  ['a map of weights', { a: 1, b: 3 }, [25, 75]],
  [
    'all zero: even',
    [
      { id: 'a', weight: 0 },
      { id: 'b', weight: 0 },
    ],
    [50, 50],
  ],
])('%s', (_what, branches, shares) => {
  expect(sharesOf(splitSchema.parse({ branches }).branches ?? [])).toEqual(shares);
});

test('no branches: the conversation ends there, and nothing breaks', () => {
  const bot = drawBot().start('split').node('split', 'split', {}).build();
  expect(talkTo(bot).customer('привет')).toEqual([]);
});

describe('problems', () => {
  const goal = 'Заказал';
  test.each<[string, Record<string, unknown>, string[]]>([
    ['nothing wrong', { branches: HALVES, goal }, []],
    ['no goal', { branches: HALVES }, ['I-NOGOAL']],
    ['one variant', { branches: HALVES.slice(1), goal }, ['E-BRANCHES']],
    ['no variants', { goal }, ['E-BRANCHES']],
    ['six variants', { branches: ['a', 'b', 'c', 'd', 'e', 'f'], goal }, ['W-BRANCHES']],
    [
      'percents that make 90',
      {
        branches: [
          { id: 'a', weight: 50 },
          { id: 'b', weight: 40 },
        ],
        goal,
      },
      ['E-SHARES'],
    ],
    [
      'weights beside one another',
      {
        branches: [
          { id: 'a', weight: 2 },
          { id: 'b', weight: 1 },
        ],
        goal,
      },
      [],
    ],
    ['thirds', { branches: ['a', 'b', 'c'].map((id) => ({ id, weight: 33.3 })), goal }, []],
    [
      'nothing to share',
      {
        branches: [
          { id: 'a', weight: 0 },
          { id: 'b', weight: 0 },
        ],
        goal,
      },
      ['E-SHARES'],
    ],
    [
      'a share of zero',
      {
        branches: [
          { id: 'a', weight: 100 },
          { id: 'b', weight: 0 },
        ],
        goal,
      },
      ['W-ZEROSHARE'],
    ],
    [
      'the same name',
      {
        branches: [
          { id: 'a', label: 'Да' },
          { id: 'b', label: 'да ' },
        ],
        goal,
      },
      ['E-DUPNAME'],
    ],
    [
      'the same id',
      {
        branches: [
          { id: 'a', label: 'A' },
          { id: 'a', label: 'B' },
        ],
        goal,
      },
      ['E-DUPID'],
    ],
    ['a long name', { branches: [{ id: 'a', label: 'я'.repeat(21) }, { id: 'b' }], goal }, ['E-NAMELEN']],
  ])('%s', (_what, data, codes) => {
    expect(
      findProblems(testing(data))
        .filter((problem) => problem.node === 'split')
        .map((problem) => problem.code),
    ).toEqual(codes);
  });
});

test('a variant without a name goes by a letter', () => {
  const exits = split.exits(splitSchema.parse({ branches: ['x', 'y'] }), botFacts(drawBot().build()));
  expect(exits.map((exit) => exit.label)).toEqual(['A', 'B']);
});
