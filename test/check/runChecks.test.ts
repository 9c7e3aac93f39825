import { describe, expect, test } from 'vitest';
import { readDuration } from '../../engine/check/duration.ts';
import { matches, runChecks } from '../../engine/check/runChecks.ts';
import type { CheckStep } from '../../engine/flow/botSchema.ts';
import { cakeShop, drawBot } from '../support/botBuilder.ts';

const verdict = (steps: CheckStep[]) => runChecks(cakeShop().check('c', steps).build()).checks[0]!;
const begin: CheckStep = { customer: 'привет' };

describe('a step that holds', () => {
  test.each<[string, CheckStep[]]>([
    ['the exact text', [begin, { bot: 'Здравствуйте!' }]],
    ['a pattern', [begin, { bot: 'Здра*!' }]],
    ['a later message', [begin, { bot: '*Что вас интересует?*' }]],
    ['several messages in order', [begin, { bot: ['Здравствуйте!', 'Что вас*'] }]],
    ['one step after the other', [begin, { bot: 'Здравствуйте!' }, { bot: 'Что вас*' }]],
    ['where it waits', [begin, { at: 'menu' }]],
    ['silence', [begin, { manager: { status: 'st_human' } }, { customer: '1' }, { silent: true }]],
    ['a status', [begin, { customer: '3' }, { status: 'st_human' }]],
    ['an operator', [begin, { operator: 'я тут' }, { customer: '1' }, { silent: true }]],
    ['time', [begin, { advance: '25h' }, { customer: '1' }, { bot: 'Здравствуйте!' }]],
    ['a value given and a value kept', [{ set: { size: 'L' } }, begin, { expect: { size: 'L' } }]],
    ['a value given when it is needed', [begin, { set: { size: 'L' } }, { expect: { size: 'L' } }]],
    ['an act and what follows', [begin, { manager: { status: 'st_human' } }, { customer: '1', silent: true }]],
    ['a picture', [begin, { customer: { image: 'https://example.org/cake.jpg' } }, { bot: '*' }]],
  ])('%s', (_, steps) => {
    expect(verdict(steps)).toEqual({ id: 'c', name: 'c', passed: true });
  });
});

describe('a step that does not hold says which, what and instead of what', () => {
  test.each<[string, CheckStep[], object]>([
    [
      'another text',
      [begin, { bot: 'Добрый день!' }],
      { step: 1, expected: 'Добрый день!', got: expect.stringContaining('Здравствуйте!') as string },
    ],
    ['the wrong order', [begin, { bot: ['Что вас*', 'Здравствуйте!'] }], { step: 1, expected: 'Здравствуйте!' }],
    [
      'two things in a step, the second wrong',
      [{ ...begin, bot: 'Здравствуйте!', at: 'about' }],
      { expected: 'about' },
    ],
    ['a slip of the pen', [begin, { botsays: 'Здравствуйте!' }], { step: 1 }],
    ['a line heard twice', [begin, { bot: 'Здравствуйте!' }, { bot: 'Здравствуйте!' }], { step: 2 }],
    ['silence that is none', [begin, { silent: true }], { step: 1, expected: 'silence' }],
    [
      'words that are silence',
      [begin, { manager: { status: 'st_human' } }, { customer: '1' }, { bot: '*' }],
      { step: 3, got: '(nothing; owner: human)' },
    ],
    ['another status', [begin, { status: 'st_human' }], { step: 1, expected: 'st_human', got: '' }],
    ['another place', [begin, { at: 'catalogue' }], { step: 1, expected: 'catalogue', got: 'menu' }],
    ['another value', [begin, { expect: { size: 'L' } }], { step: 1, expected: 'size = "L"' }],
    ['a time that is none', [begin, { advance: 'soon' }], { step: 1, expected: 'a step this version can run' }],
  ])('%s', (_, steps, result) => {
    expect(verdict(steps)).toMatchObject({ passed: false, ...result });
  });
});

test('coverage counts the blocks and connections gone through', () => {
  const bot = drawBot()
    .start('menu')
    .menu('menu', '?', { a: 'А', b: 'Б' })
    .end('a')
    .end('b')
    .check('c', [{ customer: 'привет' }, { customer: '1' }])
    .build();
  expect(runChecks(bot)).toMatchObject({ passed: 1, failed: 0, coverage: { nodes: 0.75, exits: 0.667 } });
  expect(runChecks({ ...bot, checks: [] }).coverage).toEqual({ nodes: 0, exits: 0 });
});

test('a check begins at ten in the morning of a working day, in the bot’s own zone', () => {
  for (const zone of ['Asia/Vladivostok', 'Europe/Moscow', 'America/Los_Angeles']) {
    const bot = drawBot()
      .hours({ wed: [['10:00', '10:01']] }, [], zone)
      .start('people')
      .handoff('people', { outsideHours: 'закрыто' })
      .check('c', [{ customer: 'привет' }, { bot: 'Зову людей' }])
      .build();
    expect(runChecks(bot).checks[0], zone).toMatchObject({ passed: true });
  }
});

test.each([
  ['привет', '*', true],
  ['', '*', true],
  ['привет', 'при*', true],
  ['привет', '*вет', true],
  ['привет, мир', 'п*е*р', true],
  ['две\nстроки', 'две*строки', true],
  ['привет', 'при', false],
  ['аба', 'аб*ба', false],
  ['привет', '*ив*ив*', false],
  ['1*2', '1*2', true],
])('«%s» matches «%s»: %s', (text, pattern, held) => {
  expect(matches(text, pattern)).toBe(held);
});

test('a pattern takes linear time', () => {
  const began = performance.now();
  expect(matches('а'.repeat(20_000), `${'*а'.repeat(60)}*б`)).toBe(false);
  expect(performance.now() - began).toBeLessThan(200);
});

test.each([
  ['24h', 86_400_000],
  ['15m', 900_000],
  ['1h30m', 5_400_000],
  ['1 h 30 m', 5_400_000],
  ['90s', 90_000],
  ['2d', 172_800_000],
  ['0.5h', 1_800_000],
  ['1,5h', 5_400_000],
  ['24', null],
  ['', null],
  ['soon', null],
  ['-1h', null],
])('«%s» is %s ms', (text, ms) => {
  expect(readDuration(text)).toBe(ms);
});
