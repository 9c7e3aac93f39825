import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseBot } from '../../engine/flow/parseBot.ts';
import { TEMPLATE_NAMES, templateBot } from '../../engine/flow/templates/templateBot.ts';
import { writeBot } from '../../engine/flow/writeBot.ts';
import { cakeShop, drawBot } from '../support/botBuilder.ts';
import { recordOfBot } from '../support/recordTalk.ts';
import { tempFolder } from '../support/tempFolder.ts';
import { dialogram } from './dialogram.ts';

const CONTRACT = join(import.meta.dirname, '../fixtures/bots/contract.dialogram.json');

function file(text: string, name = 'bot.dialogram.json'): string {
  const path = join(tempFolder(), name);
  writeFileSync(path, text);
  return path;
}

describe('dialogram check', () => {
  test('a sound bot: no errors, status 0, one document and nothing else', async () => {
    const ended = await dialogram(['check', CONTRACT, '--json']);
    expect(ended).toMatchObject({ status: 0, err: '' });
    expect(ended.json()).toEqual({ errors: 0, warnings: 0, tips: 0, problems: [] });
  });

  test('a bot with problems: status 1, each with its place and its words', async () => {
    const path = file(
      writeBot(
        drawBot().start('menu').menu('menu', '?', { a: 'А', b: 'Б' }, {}, { b: 'gone' }).message('a', 'привет').build(),
      ),
    );
    const ended = await dialogram(['check', path, '--json', '--language', 'ru']);
    expect(ended.status).toBe(1);
    expect(ended.json()).toMatchObject({
      errors: 2,
      warnings: 0,
      tips: 0,
      problems: [
        {
          code: 'E-OUT',
          level: 'error',
          flow: 'main',
          node: 'a',
          exit: 'next',
          message: expect.stringContaining('Дальше') as string,
        },
        {
          code: 'E-REF',
          level: 'error',
          flow: 'main',
          node: 'menu',
          exit: 'b',
          message: expect.stringContaining('gone') as string,
        },
      ],
    });
  });

  test('for people: sentences on stderr, nothing on stdout', async () => {
    const path = file(writeBot(drawBot().start('gone').build()));
    const ended = await dialogram(['check', path], '', { LANG: 'ru_RU.UTF-8' });
    expect(ended).toMatchObject({ status: 1, out: '' });
    expect(ended.err).toContain('Главный / start');
    expect(ended.err).toContain('Ошибок: 1');
  });
});

describe('dialogram test', () => {
  test('the contract’s own example passes', async () => {
    const ended = await dialogram(['test', CONTRACT, '--json']);
    expect(ended).toMatchObject({ status: 0, err: '' });
    expect(ended.json()).toMatchObject({
      passed: 1,
      failed: 0,
      coverage: { nodes: 0.625 },
      checks: [{ id: 'c1', passed: true }],
    });
  });

  test('a check that fails: status 1, with the step, what was expected and what came', async () => {
    const path = file(
      writeBot(
        drawBot()
          .start('e')
          .end('e', 'пока')
          .check('c', [{ customer: 'привет' }, { bot: 'здравствуйте' }])
          .build(),
      ),
    );
    const ended = await dialogram(['test', path, '--json']);
    expect(ended.status).toBe(1);
    expect(ended.json()).toMatchObject({
      passed: 0,
      failed: 1,
      checks: [{ id: 'c', passed: false, step: 1, expected: 'здравствуйте', got: 'пока' }],
    });
    const people = await dialogram(['test', path]);
    expect(people.err).toContain('step 2');
    expect(people.err).toContain('0 passed, 1 failed');
  });

  test('several files are summed up', async () => {
    const bad = file(
      writeBot(
        drawBot()
          .start('e')
          .end('e', 'пока')
          .check('c', [{ customer: 'а' }, { bot: 'б' }])
          .build(),
      ),
    );
    const ended = await dialogram(['test', CONTRACT, bad, '--json']);
    expect(ended.status).toBe(1);
    expect(ended.json()).toMatchObject({
      passed: 1,
      failed: 1,
      checks: [
        { file: CONTRACT, id: 'c1' },
        { file: bad, id: 'c' },
      ],
    });
  });
});

describe('dialogram replay', () => {
  const shop = cakeShop().build();
  const record = JSON.stringify(recordOfBot(shop, ['привет', '1']));

  test('a record comes out as it was: status 0', async () => {
    const ended = await dialogram(['replay', file(record, 'talk.json'), '--json']);
    expect(ended).toMatchObject({ status: 0, err: '' });
    expect(ended.json()).toEqual({ on: 'version', lead: '1', turns: 2, same: 2, skipped: 0, divergences: [] });
  });

  test('on another bot: status 1, what was and what would be', async () => {
    const other = writeBot(shop).replace('Мы печём торты', 'Мы печём пироги');
    const args = ['replay', file(record, 'talk.json'), '--on', file(other)];
    const ended = await dialogram([...args, '--json']);
    expect(ended.status).toBe(1);
    expect(ended.json()).toMatchObject({
      on: 'draft',
      steps: 2,
      same: 1,
      divergences: [{ turn: 1, got: { do: 'say', text: 'Мы печём пироги' } }],
    });
    const told = await dialogram([...args, '--language', 'ru']);
    expect(told).toMatchObject({ status: 1, out: '' });
    expect(told.err).toContain('клиент: 1: было бы: бот говорит «Мы печём пироги»');
  });
});

describe('dialogram template', () => {
  test.each(TEMPLATE_NAMES)('%s is the file as it would be saved', async (name) => {
    const ended = await dialogram(['template', name, '--language', 'ru']);
    expect(ended).toMatchObject({ status: 0, err: '' });
    expect(ended.out).toBe(writeBot(templateBot(name, 'ru')));
    expect(parseBot(ended.out).ok).toBe(true);
  });

  test('speaks the reader’s language unless told which', async () => {
    expect((await dialogram(['template', 'menu'])).out).toContain('"Cakes to order"');
    expect((await dialogram(['template', 'menu'], '', { LANG: 'ru_RU.UTF-8' })).out).toContain('"Торты на заказ"');
  });
});

describe('dialogram nlu', () => {
  const learned = [
    ...['как оплатить', 'принимаете карты', 'можно картой', 'способы оплаты', 'оплата наличными'].map((text) => ({
      text,
      intent: 'pay',
    })),
    ...['когда открыты', 'часы работы', 'до скольки работаете', 'график работы', 'режим работы'].map((text) => ({
      text,
      intent: 'open',
    })),
  ];
  const asked = [
    { text: 'можно оплатить картой?', intent: 'pay' },
    { text: 'какой график работы', intent: 'open' },
    { text: 'фиолетовые слоны поют', intent: null },
  ];
  const jsonl = (lines: object[]): string => `${lines.map((line) => JSON.stringify(line)).join('\n')}\n`;

  test('eval scores phrases that were not learned', async () => {
    const train = file(jsonl(learned), 'train.jsonl');
    const ended = await dialogram([
      'nlu',
      'eval',
      '--train',
      train,
      '--test',
      file(jsonl(asked), 'test.jsonl'),
      '--json',
    ]);
    expect(ended).toMatchObject({ status: 0, err: '' });
    const result = ended.json() as Record<string, unknown>;
    expect(result).toMatchObject({
      accuracy: 1,
      macroF1: 1,
      oosRecall: 1,
      perIntent: { pay: { support: 1 }, open: { support: 1 } },
    });
    for (const figure of ['oosFalseAlarm', 'auroc', 'trainMs', 'medianMs', 'p95Ms'])
      expect(typeof result[figure], figure).toBe('number');
  });

  test('a broken line is named', async () => {
    const train = file(`${jsonl(learned)}{"text": 7}\n`, 'train.jsonl');
    const ended = await dialogram(['nlu', 'eval', '--train', train, '--test', train]);
    expect(ended.status).toBe(2);
    expect(ended.err).toContain('train.jsonl');
    expect(ended.err).toContain('line 11');
  });

  test('lines that begin with a mark and end as Windows ends them are read', async () => {
    const train = file(`\uFEFF${jsonl(learned).replaceAll('\n', '\r\n')}`, 'train.jsonl');
    const ended = await dialogram(['nlu', 'eval', '--train', train, '--test', train, '--json']);
    expect(ended.status).toBe(0);
    expect(ended.json()).toMatchObject({ accuracy: 1 });
  });

  test.each([
    ['an empty file', ''],
    ['only what is not for the bot', `${JSON.stringify({ text: 'слоны', intent: null })}\n`],
  ])('%s teaches nothing, and eval says so', async (_, content) => {
    const train = file(content, 'train.jsonl');
    const ended = await dialogram(['nlu', 'eval', '--train', train, '--test', train, '--json']);
    expect(ended).toMatchObject({ status: 2, out: '' });
    expect(ended.err).toContain('nothing to learn from');
  });

  test('confusion names the topics that would be mixed up', async () => {
    const path = file(writeBot(templateBot('nlp', 'ru')));
    const ended = await dialogram(['nlu', 'confusion', path, '--json']);
    expect(ended.status).toBe(0);
    expect(ended.json()).toMatchObject({
      folds: 10,
      accuracy: expect.any(Number) as number,
      pairs: expect.any(Array) as unknown[],
    });
  });
});

describe('wrong usage: status 2, one line that says what and where, nothing on stdout', () => {
  test.each<[string, string[], string]>([
    ['no command', ['frobnicate'], 'frobnicate'],
    ['an object’s own name', ['constructor'], 'constructor'],
    ['no file', ['check'], 'file'],
    ['two files', ['check', CONTRACT, CONTRACT], 'one'],
    ['a file that is not there', ['check', '/nowhere/bot.json', '--json'], '/nowhere/bot.json'],
    ['a folder', ['check', '/tmp', '--json'], '/tmp'],
    ['an unknown option', ['check', CONTRACT, '--fast'], '--fast'],
    ['no template of that name', ['template', 'pizza'], 'menu, nlp, order, booking, after-hours, empty, flowers'],
    ['no such language', ['template', 'menu', '--language', 'fr'], 'fr'],
    ['nothing to test', ['test', '--json'], 'file'],
    ['one file of two missing', ['test', CONTRACT, '/nowhere/b.json', '--json'], '/nowhere/b.json'],
    ['a port that is none', ['sandbox', '--port', 'many'], 'many'],
    ['a time that is none', ['simulate', CONTRACT, '--at', 'soon'], 'soon'],
    ['half of nlu', ['nlu'], 'nlu'],
    ['no examples', ['nlu', 'eval'], '--train'],
  ])('%s', async (_, args, word) => {
    const ended = await dialogram(args);
    expect(ended).toMatchObject({ status: 2, out: '' });
    expect(ended.err.trimEnd().split('\n')).toHaveLength(1);
    expect(ended.err).toContain(word);
    expect(ended.err).not.toMatch(/\bat .*\.ts:|undefined/u);
  });

  test('a language there is not', async () => {
    const ended = await dialogram(['check', CONTRACT, '--language', 'fr']);
    expect(ended).toMatchObject({ status: 2, out: '' });
    expect(ended.err).toContain('--language fr: ru, en');
  });

  test.each([
    ['not JSON', '{"format": 1,', /line 1, column 14/u],
    ['a newer format', '{"format": 7}', /format 7/u],
    [
      'the wrong shape',
      '{"format":1,"id":"a","name":"a","language":"ru","flows":[{"id":"m","name":"m","nodes":[{"id":"a","kind":"end","data":{"text":5}}]}]}',
      /flows\[0\]\.nodes\[0\]\.data\.text/u,
    ],
  ])('a bot file that is %s', async (_, text, said) => {
    const path = file(text);
    const ended = await dialogram(['check', path, '--json']);
    expect(ended).toMatchObject({ status: 2, out: '' });
    expect(ended.err.trimEnd().split('\n')).toHaveLength(1);
    expect(ended.err).toContain(path);
    expect(ended.err).toMatch(said);
    expect((await dialogram(['check', path], '', { LANG: 'ru_RU.UTF-8' })).err).toMatch(/\p{Script=Cyrillic}/u);
  });
});

describe('help and version', () => {
  test.each([[['--help']], [['check', '--help']], [['help']]])('%j', async (args) => {
    const ended = await dialogram(args);
    expect(ended).toMatchObject({ status: 0, err: '' });
    expect(ended.out).toContain('check');
  });

  test('without a command it is help, and wrong usage', async () => {
    const ended = await dialogram([]);
    expect(ended).toMatchObject({ status: 2, out: '' });
    expect(ended.err).toContain('simulate');
  });

  test('--version', async () => {
    expect((await dialogram(['--version'])).out).toMatch(/^\d+\.\d+\.\d+\n$/u);
  });
});
