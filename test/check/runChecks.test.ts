import { describe, expect, test } from 'vitest';
import { checkWords } from '../../engine/check/checkWords.ts';
import { readDuration } from '../../engine/check/duration.ts';
import { matches } from '../../engine/check/matches.ts';
import { runChecks } from '../../engine/check/runChecks.ts';
import type { CheckStep } from '../../engine/flow/botSchema.ts';
import { cakeShop, drawBot } from '../support/botBuilder.ts';
import { processorMs } from '../support/processorMs.ts';

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
    ['a picture', [begin, { customer: { text: 'смотрите', image: 'https://e.org/1.png', file: 'https://e.org/2' } }]],
    [
      'several acts in a step, in their order',
      [begin, { customer: '3', operator: 'я тут', manager: { status: 'st_first' }, at: 'menu' }],
    ],
    ['silence after several acts', [begin, { operator: 'я тут' }, { customer: '1' }, { customer: '2', silent: true }]],
    ['that the bot says something', [begin, { silent: false }]],
    [
      'a status by its name',
      [begin, { manager: { status: 'Диалог с оператором' } }, { status: 'Диалог с оператором' }],
    ],
    ['a place with its flow', [begin, { at: 'main/menu' }]],
    ['time in several parts', [begin, { advance: '1h30m' }, { advance: '1 d' }]],
    ['a number kept as a text', [{ set: { size: '5' } }, { expect: { size: 5 } }]],
    ['a text kept as a number', [{ set: { size: 5 } }, { expect: { size: '5' } }]],
    [
      'yes, no and a list',
      [{ set: { a: true, b: false, c: ['x', 'y'] } }, { expect: { a: true, b: false, c: ['x', 'y'] } }],
    ],
    ['nothing, however it is written', [{ set: { a: '', b: null } }, { expect: { a: null, b: '', never: null } }]],
    ['a part of a text', [{ set: { when: '2026-11-18' } }, { expect: { when: '2026-11-*' } }]],
    [
      'what is known of the customer',
      [
        { set: { 'customer.name': 'Анна', channel: 'telegram' } },
        { expect: { 'customer.name': 'Анна', channel: 'telegram' } },
      ],
    ],
    [
      'the lead’s status and tags',
      [
        { set: { 'lead.status': 'st_work', 'lead.tags': ['vip'] } },
        { status: 'st_work', expect: { 'lead.status': 'st_work', 'lead.tags': ['vip'] } },
        { expect: { 'lead.status': 'В работе' } },
      ],
    ],
    ['a CRM that refuses', [{ refuse: true }, begin, { customer: '3' }, { bot: '*' }]],
    ['a CRM that refuses one block', [{ refuse: 'people' }, begin, { customer: '3' }, { bot: '*не получается*' }]],
    [
      'a person who takes it in the app, and gives it back',
      [begin, { owner: 'human' }, { customer: '1' }, { silent: true }, { owner: 'bot' }, { bot: '*Что вас*' }],
    ],
    ['a block to begin at', [{ begin: 'catalogue', bot: 'Что показать?*' }, { customer: '1' }, { bot: 'Медовик*' }]],
    ['a remark for colleagues', [{ note: 'сначала здороваемся', ...begin }]],
    ['a picture with words', [begin, { customer: { image: 'https://example.org/cake.jpg' } }, { bot: '*' }]],
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
    ['a time that is none', [begin, { advance: 'soon' }], { step: 1, why: 'badDuration', got: 'soon' }],
    [
      'an unknown key beside a known one',
      [begin, { customer: '1', bott: 'x' }],
      { step: 1, why: 'unknownKey', got: '"bott"' },
    ],
    ['nothing at all', [begin, {}], { step: 1, why: 'emptyStep' }],
    ['no texts to look for', [begin, { bot: [] }], { step: 1, why: 'emptyStep' }],
    ['a message without anything', [{ customer: {} }], { step: 0, why: 'emptyStep' }],
    ['a reply of a block that is not there', [{ http: { node: 'gone', reply: {} } }], { why: 'noNode', got: 'gone' }],
    ['a reply of a block that asks nobody', [{ http: { node: 'menu', reply: {} } }], { why: 'noRequest', got: 'menu' }],
    ['a branch of a block that draws none', [{ choose: { node: 'menu', branch: 'about' } }], { why: 'noChance' }],
    ['a value that is none', [{ set: { size: { width: 5 } } }], { why: 'badValue', got: '{"width":5}' }],
    ['a variable that nobody can set', [{ set: { now: 'вчера' } }], { why: 'noVariable', got: 'now' }],
    [
      'a status that is not in the bot',
      [begin, { status: 'st_gone' }],
      { step: 1, why: 'noStatus', expected: 'st_gone' },
    ],
    ['a place to begin that is not there', [{ begin: 'gone' }], { step: 0, why: 'noNode', got: 'gone' }],
    ['a place to begin, too late', [begin, { begin: 'menu' }], { step: 1, why: 'lateBegin' }],
    ['silence that is asked not to be', [begin, { operator: 'тут' }, { silent: false }], { step: 2, why: 'said' }],
    [
      'a list in another order',
      [{ set: { c: ['x', 'y'] } }, { expect: { c: ['y', 'x'] } }],
      { step: 1, got: 'c = ["x","y"]' },
    ],
    ['yes for a text', [{ set: { c: 'да' } }, { expect: { c: true } }], { step: 1, got: 'c = "да"' }],
    [
      'one of several values',
      [{ set: { a: 1, b: 2 } }, { expect: { a: 1, b: 3 } }],
      { step: 1, expected: 'b = 3', got: 'b = 2' },
    ],
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

test('what listens and what only hints counts as gone through; what is switched off does not count', () => {
  const bot = drawBot()
    .start('menu')
    .menu('menu', '?', { a: 'А' }, { after: 'repeat' })
    .end('a')
    .fallback({ hint: 'Не понял' })
    .topic('pay', ['как можно оплатить', 'принимаете карты', 'оплата картой'])
    .intent('topics', '', { pay: 'paid' })
    .message('paid', 'Картой')
    .message('off', 'нет', 'a')
    .also({ disabled: true })
    .check('c', [
      { customer: 'привет' },
      { customer: 'абракадабра' },
      { bot: '*Не понял*' },
      { customer: 'как можно оплатить' },
      { bot: 'Картой*' },
      { customer: '1' },
    ])
    .build();
  const report = runChecks(bot);
  expect(report).toMatchObject({ passed: 1, coverage: { nodes: 1, exits: 1 }, uncovered: { nodes: [], exits: [] } });
  expect(report.counts).toEqual({ nodes: [6, 6], exits: [3, 3] });
});

test('what no check went through is named', () => {
  const report = runChecks(
    cakeShop()
      .check('c', [{ customer: 'привет' }, { customer: '1' }])
      .build(),
  );
  expect(report.uncovered.nodes.map(({ node }) => node)).toEqual(['catalogue', 'cakes', 'pies', 'words', 'people']);
  expect(report.uncovered.exits.map(({ node, exit }) => `${node}/${exit}`)).toContain('menu/people');
  expect(report.uncovered.exits.map(({ node, exit }) => `${node}/${exit}`)).not.toContain('menu/about');
});

test('a faked reply, a failure and the sample', () => {
  const bot = drawBot()
    .start('ask')
    .node(
      'ask',
      'http',
      { method: 'GET', url: 'https://e.org/', save: [{ path: 'left', variable: 'left' }], sample: { left: 3 } },
      { ok: 'yes', error: 'no' },
    )
    .end('yes', 'Осталось {{left}}')
    .end('no', 'Сервер молчит')
    .check('sample', [{ customer: 'привет' }, { bot: 'Осталось 3' }])
    .check('faked', [
      { http: { node: 'ask', reply: { left: 7 } } },
      { customer: 'привет' },
      { bot: 'Осталось 7', expect: { left: 7 } },
    ])
    .check('error', [{ http: { node: 'ask', reply: 'error' } }, { customer: 'привет' }, { bot: 'Сервер молчит' }])
    .check('status', [
      { http: { node: 'ask', reply: { status: 503 } } },
      { customer: 'привет' },
      { bot: 'Сервер молчит' },
    ])
    .build();
  expect(runChecks(bot)).toMatchObject({ passed: 4, failed: 0, coverage: { nodes: 1, exits: 1 } });
});

test('a branch that chance would draw once in a hundred is taken as chosen', () => {
  const branches = [
    { id: 'a', label: 'А', weight: 99 },
    { id: 'b', label: 'Б', weight: 1 },
  ];
  const bot = drawBot()
    .start('coin')
    .node('coin', 'split', { branches, sticky: false }, { a: 'heads', b: 'tails' })
    .end('heads', 'орёл')
    .end('tails', 'решка')
    .check('b', [{ choose: { node: 'coin', branch: 'b' } }, { customer: 'привет' }, { bot: 'решка' }])
    .check('a', [{ choose: { node: 'coin', branch: 'А' } }, { customer: 'привет' }, { bot: 'орёл' }])
    .check('c', [{ choose: { node: 'coin', branch: 'c' } }, { customer: 'привет' }])
    .build();
  expect(runChecks(bot).checks.map(({ passed, why }) => [passed, why])).toEqual([
    [true, undefined],
    [true, undefined],
    [false, 'noBranch'],
  ]);
});

test('why a check failed is said in both languages, by the names people know', () => {
  const bot = cakeShop().build();
  const [first] = runChecks({
    ...bot,
    checks: [{ id: 'c', name: 'c', steps: [begin, { status: 'st_human' }] }],
  }).checks;
  if (first === undefined) throw new Error('there is one');
  expect(checkWords(first, bot, 'ru')).toEqual({ expected: 'статус «Диалог с оператором»', got: 'статус «—»' });
  expect(checkWords(first, bot, 'en').expected).toBe('status “Диалог с оператором”');
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
  const match = (): void => expect(matches('а'.repeat(20_000), `${'*а'.repeat(60)}*б`)).toBe(false);
  expect(processorMs(match, 200)).toBeLessThan(200);
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
