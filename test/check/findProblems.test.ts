import { describe, expect, test } from 'vitest';
import { errorCount, findProblems } from '../../engine/check/findProblems.ts';
import { problemWords } from '../../engine/check/problemWords.ts';
import type { Bot } from '../../engine/flow/botSchema.ts';
import { cakeShop, drawBot, STATUSES, type BotBuilder } from '../support/botBuilder.ts';

const phrases = ['раз', 'два', 'три', 'четыре', 'пять'];
/** Start, and the block in question after it. */
const after = (id: string): BotBuilder => drawBot().start(id);
const menuOf = (options: object[]): Bot =>
  after('m')
    .node(
      'm',
      'menu',
      { text: '?', options, after: 'repeat' },
      Object.fromEntries(options.map((option) => [(option as { id: string }).id, 'e'])),
    )
    .end('e')
    .build();

/** Every code the check can find, and the smallest bot that has it. */
const CASES: [code: string, level: string, at: string | null, bot: Bot][] = [
  ['E-START', 'error', null, drawBot().end('e').build()],
  ['E-START', 'error', null, after('e').also({ disabled: true }).end('e').build()],
  [
    'E-STARTOP',
    'error',
    'start',
    drawBot()
      .start('e', { statuses: ['st_human'] })
      .end('e')
      .build(),
  ],
  ['E-TWO', 'error', 'second', after('e').node('second', 'start', {}, { next: 'e' }).end('e').build()],
  ['E-TWO', 'error', 'again', after('e').resume({ text: 'я' }).node('again', 'resume').end('e').build()],
  ['E-KIND', 'error', 'x', after('x').node('x', 'hologram').build()],
  ['E-DATA', 'error', 'x', after('x').node('x', 'menu', { options: 1 }).build()],
  ['E-ZONE', 'error', null, after('e').end('e').build({ timeZone: 'Mars/Olympus' })],
  ['E-OUT', 'error', 'm', after('m').message('m', 'привет').build()],
  [
    'E-OUT',
    'error',
    'menu',
    after('menu')
      .node('menu', 'menu', { text: '?', options: [{ id: 'a', label: 'А' }], after: 'repeat' })
      .build(),
  ],
  ['E-REF', 'error', 'start', after('gone').build()],
  ['E-REF', 'error', 's', after('s').status('s', 'st_gone', { next: 'e' }).end('e').build()],
  ['E-REF', 'error', 'j', after('j').node('j', 'jump', { node: 'gone' }).build()],
  ['E-REF', 'error', 'j', after('j').node('j', 'jump', { flow: 'gone' }).build()],
  [
    'E-REF',
    'error',
    'ask',
    after('ask')
      .intent('ask', '?', { gone: 'e' }, { intents: ['gone'] })
      .end('e')
      .build(),
  ],
  ['E-REF', 'error', 'e', after('e').end('e', 'пока', { status: 'st_gone' }).build()],
  [
    'E-REF',
    'error',
    'c',
    after('e')
      .command('c', ['меню'], 'e', { inStatuses: ['st_gone'] })
      .end('e')
      .build(),
  ],
  [
    'W-EXIT',
    'warning',
    'm',
    after('m')
      .node('m', 'message', { parts: [{ text: 'а' }] }, { next: 'e', sideways: 'e' })
      .end('e')
      .build(),
  ],
  ['I-REACH', 'tip', 'alone', after('e').end('e').message('alone', 'тут кто-нибудь есть?').build()],
  ['I-EMPTY', 'tip', 'start', drawBot().node('start', 'start').build()],
  ['E-VAR', 'error', 'm', after('m').message('m', 'Привет, {{nickname}}', 'e').end('e').build()],
  [
    'E-VARREQ',
    'error',
    'q',
    after('q').question('q', 'Кто?', { answer: 'name' }, { answered: 'e', failed: 'e' }).end('e').build(),
  ],
  [
    'E-VARNAME',
    'error',
    'q',
    after('q')
      .question('q', 'Кто?', { answer: 'name', saveTo: '1 имя' }, { answered: 'e', failed: 'e' })
      .end('e')
      .build(),
  ],
  ['E-EMPTY', 'error', 'm', after('m').message('m', '  ', 'e').end('e').build()],
  ['E-EMPTY', 'error', 'fallback', after('e').end('e').fallback({ hint: ' ' }, { giveUp: 'e' }).build()],
  ['E-WORDS', 'error', 'c', after('e').end('e').command('c', [' '], 'e').build()],
  ['E-DUP', 'error', 'd', after('e').end('e').command('c', ['Меню'], 'e').command('d', ['меню'], 'e').build()],
  ['W-CAP', 'warning', 'c', cakeShop().command('c', ['каталог'], 'menu').build()],
  ['I-OVEROP', 'tip', 'c', after('e').end('e').command('c', ['меню'], 'e', { whileOperator: true }).build()],
  ['E-NOOPT', 'error', 'm', menuOf([])],
  ['E-CAPTION', 'error', 'm', menuOf([{ id: 'a', label: ' ' }])],
  ['W-CAPLEN', 'warning', 'm', menuOf([{ id: 'a', label: 'а'.repeat(41) }])],
  [
    'W-MANY',
    'warning',
    'm',
    menuOf(Array.from({ length: 10 }, (_, i) => ({ id: `o${String(i)}`, label: `Пункт ${String(i)}` }))),
  ],
  [
    'E-MANY',
    'error',
    'm',
    menuOf(Array.from({ length: 100 }, (_, i) => ({ id: `o${String(i)}`, label: `П${String(i)}` }))),
  ],
  [
    'E-DUPID',
    'error',
    'm',
    menuOf([
      { id: 'a', label: 'А' },
      { id: 'a', label: 'Б' },
    ]),
  ],
  [
    'E-DUPNUM',
    'error',
    'm',
    menuOf([
      { id: 'a', label: 'А', code: '5' },
      { id: 'b', label: 'Б', code: '5' },
    ]),
  ],
  [
    'E-AMB',
    'error',
    'm',
    menuOf([
      { id: 'a', label: 'Ёлка' },
      { id: 'b', label: 'Б', synonyms: ['елка'] },
    ]),
  ],
  ['W-LEN', 'warning', 'm', after('m').message('m', 'а'.repeat(1_001), 'e').end('e').build()],
  [
    'E-LIMITS',
    'error',
    'q',
    after('q')
      .variable('n')
      .question('q', 'Сколько?', { answer: 'number', saveTo: 'n', min: 5, max: 1 }, { answered: 'e', failed: 'e' })
      .end('e')
      .build(),
  ],
  [
    'E-PATTERN',
    'error',
    'q',
    after('q')
      .variable('n')
      .question('q', 'Код?', { answer: 'pattern', saveTo: 'n', pattern: '(' }, { answered: 'e', failed: 'e' })
      .end('e')
      .build(),
  ],
  ['E-STATUS', 'error', 's', after('s').node('s', 'status', {}, { next: 'e' }).end('e').build()],
  ['W-OP', 'warning', 's', after('s').status('s', 'st_human', { next: 'e' }).end('e').build()],
  ['W-ARCH', 'warning', 's', after('s').status('s', 'st_lost', { next: 'e' }).end('e').build()],
  ['E-NOOP', 'error', 'h', after('h').node('h', 'handoff', {}).build()],
  ['E-NOTOP', 'error', 'h', after('h').handoff('h', { status: 'st_work' }).build()],
  ['E-TARGET', 'error', 'j', after('j').node('j', 'jump', {}).build()],
  ['E-NOTOPIC', 'error', 'ask', after('ask').intent('ask', '?', {}).build()],
  ['E-NOPHR', 'error', 'ask', after('ask').topic('a', []).intent('ask', '?', { a: 'e' }).end('e').build()],
  [
    'W-FEW',
    'warning',
    'ask',
    after('ask').topic('a', phrases.slice(1)).intent('ask', '?', { a: 'e' }).end('e').build(),
  ],
];

describe('a bot with one mistake', () => {
  test.each(CASES)('%s (%s) at %s', (code, level, at, bot) => {
    const found = findProblems(bot).filter((problem) => problem.code === code);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ level, node: at, flow: 'main' });
    for (const language of ['ru', 'en'] as const) {
      const words = problemWords(found[0]!, language);
      expect(words).not.toContain(code);
      expect(words).not.toMatch(/undefined|\[object|NaN/u);
      expect(words.length).toBeLessThanOrEqual(220);
    }
    expect(/\p{Script=Cyrillic}/u.test(problemWords(found[0]!, 'ru'))).toBe(true);
  });

  test('every code has its words, and every case is about one', () => {
    const codes = new Set(CASES.map(([code]) => code));
    expect(codes.size).toBeGreaterThan(38);
  });
});

describe('a bot without mistakes', () => {
  test.each([
    ['a shop with leaves under a menu', cakeShop().build()],
    ['a menu whose other exit is left to the fallback', after('m').menu('m', '?', { e: 'Пока' }, {}).end('e').build()],
    [
      'phrases heard from anywhere',
      after('e').end('e').topic('a', phrases).node('listen', 'intent', { intents: 'all' }, { a: 'e' }).build(),
    ],
    ['a hand-off only an operator word leads to', after('e').end('e').handoff('people').build()],
    [
      'the built-in variables',
      after('m')
        .message(
          'm',
          '{{customer.name}} {{customer.phone}} {{channel}} {{lead.id}} {{lead.status}} {{message.text}} {{now}}',
          'e',
        )
        .end('e')
        .build(),
    ],
    ['a jump into the middle', after('j').node('j', 'jump', { node: 'm' }).message('m', 'тут', 'e').end('e').build()],
  ])('%s: nothing is found', (_, bot) => {
    expect(findProblems(bot)).toEqual([]);
  });
});

test('errors come first, tips last, and only errors block', () => {
  const problems = findProblems(drawBot().start('m').message('m', '').message('alone', 'а').build());
  expect(problems.map((problem) => problem.level)).toEqual(['error', 'error', 'tip']);
  expect(errorCount(problems)).toBe(2);
});

test('what nobody can reach blocks nothing', () => {
  const problems = findProblems(after('e').end('e').message('alone', '').build());
  expect(problems.map((problem) => problem.code)).toEqual(['I-REACH']);
});

test('a bot without an operator status is told so at its hand-off', () => {
  const bot = after('h')
    .handoff('h')
    .build({ statuses: STATUSES!.filter((status) => status.role !== 'operator') });
  expect(findProblems(bot).map((problem) => problem.code)).toEqual(['E-NOOP']);
});

test.each([
  ['ru', 'Список: ничего не выбрано. Выберите нужное.'],
  ['en', 'List: nothing is chosen. Choose one.'],
] as const)('a reference that was never made is not called lost: %s', (language, words) => {
  const bot = after('q')
    .variable('x')
    .question('q', '?', { answer: 'entity', saveTo: 'x' }, { answered: 'e', failed: 'e' })
    .end('e')
    .build();
  expect(findProblems(bot).map((problem) => problemWords(problem, language))).toEqual([words]);
});
