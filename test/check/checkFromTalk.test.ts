import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkFromTalk } from '../../engine/check/checkFromTalk.ts';
import { checkStart } from '../../engine/check/checkStart.ts';
import { startConversation, type Conversation } from '../../engine/check/conversation.ts';
import { isWrong, playLine } from '../../engine/check/playLine.ts';
import { runCheck } from '../../engine/check/runCheck.ts';
import type { Bot, BotCheck } from '../../engine/flow/botSchema.ts';
import { templateBot } from '../../engine/flow/templates/templateBot.ts';
import { compileBot, type BotProgram } from '../../engine/runtime/compileBot.ts';
import { cakeShop, drawBot } from '../support/botBuilder.ts';

interface Begun {
  readonly at?: number;
  readonly channel?: string;
  readonly customer?: { readonly name: string };
  readonly returning?: boolean;
  readonly startAt?: { readonly flow: string; readonly node: string };
}

function talkOf(program: BotProgram, lines: readonly string[], begun: Begun = {}): Conversation {
  const start = startConversation(program, { at: checkStart(program.facts.timeZone), channel: 'test', ...begun });
  return lines.reduce((talk, line) => {
    const next = playLine(talk, line);
    if (isWrong(next)) throw new Error(`${next.wrong}: ${next.line}`);
    return next;
  }, start);
}

const NAMED = { id: 'made', name: 'Сделанная' };

function made(bot: Bot, lines: readonly string[], begun: Begun = {}): BotCheck {
  const program = compileBot(bot);
  const check = checkFromTalk(talkOf(program, lines, begun), NAMED);
  expect(runCheck(program, check).result).toEqual({ ...NAMED, passed: true });
  return check;
}

describe('a check made from a conversation', () => {
  test('of a customer who has written before knows them too', () => {
    const bot = drawBot()
      .start('hello')
      .also({ data: { greetOnce: true } })
      .message('hello', 'Здравствуйте', 'menu')
      .menu('menu', 'Что вас интересует?', { cakes: 'Торты' })
      .message('cakes', 'Медовик 1900')
      .build();
    const check = made(bot, ['привет'], { returning: true });
    expect(check.steps[0]).toEqual({ choose: { node: 'main/start', branch: 'greeted' } });
    expect(check.steps).toContainEqual({ bot: expect.stringContaining('Что вас интересует?') as string });
    expect(JSON.stringify(check)).not.toContain('Здравствуйте');
  });

  test('holds what people did, what the bot said, where the lead came to and where it waits', () => {
    expect(made(cakeShop().build(), ['привет', '1', '3', 'вы тут?', '/operator Да', '/manager st_first'])).toEqual({
      ...NAMED,
      steps: [
        { customer: 'привет' },
        { bot: ['Здравствуйте!', expect.stringContaining('Что вас интересует?') as string] },
        { customer: '1' },
        { bot: ['Мы печём торты', expect.stringContaining('Что вас интересует?') as string] },
        { customer: '3' },
        { bot: 'Зову людей' },
        { status: 'st_human' },
        { customer: 'вы тут?' },
        { silent: true },
        { operator: 'Да' },
        { manager: { status: 'st_first' } },
        { bot: ['Снова на связи бот.', expect.stringContaining('Что вас интересует?') as string] },
        { at: 'menu' },
      ],
    });
  });

  test('fails once the bot says something else', () => {
    const check = made(cakeShop().build(), ['привет', '1']);
    const other = drawBot()
      .start('hello')
      .message('hello', 'Здравствуйте!', 'menu')
      .menu('menu', 'Что вас интересует?', { about: 'О нас' })
      .message('about', 'Мы закрыты')
      .build();
    expect(runCheck(compileBot(other), check).result.passed).toBe(false);
  });

  test('puts a star for what hangs on the time, and keeps the words around it', () => {
    const bot = drawBot().start('m').message('m', 'Сейчас {{now}} у нас').build();
    expect(made(bot, ['привет']).steps).toContainEqual({ bot: 'Сейчас * у нас' });
  });

  test('puts a star for what hangs on chance', () => {
    const variants = [[{ text: 'Привет!' }], [{ text: 'Доброго дня' }], [{ text: 'Рады вас видеть' }]];
    const bot = drawBot().start('m').node('m', 'message', { variants, pick: 'random' }).build();
    expect(made(bot, ['привет']).steps).toContainEqual({ bot: '*' });
  });

  test('begins at that hour of that weekday where the course hangs on it', () => {
    const bot = drawBot()
      .hours({ wed: [['09:00', '18:00']], sun: [] })
      .start('people')
      .handoff('people', { outsideHours: 'Закрыто' })
      .build();
    const sunday = Date.parse('2026-11-22T23:30+03:00');
    const { steps } = made(bot, ['привет'], { at: sunday });
    expect(steps[0]).toEqual({ advance: '4d13h30m' });
    expect(steps).toContainEqual({ bot: 'Закрыто' });
    expect(made(bot, ['привет']).steps[0]).toEqual({ customer: 'привет' });
  });

  test('knows the customer, the channel, and what was faked and refused', () => {
    const bot = drawBot()
      .start('m')
      .message('m', '{{customer.name}} из {{channel}}', 's')
      .status('s', 'st_work', { next: 'ok', failed: 'no' })
      .message('ok', 'да')
      .message('no', 'нет')
      .build();
    const { steps } = made(bot, ['/refuse', 'привет'], { channel: 'telegram', customer: { name: 'Анна' } });
    expect(steps.slice(0, 4)).toEqual([
      { set: { 'customer.name': 'Анна', channel: 'telegram' } },
      { refuse: true },
      { customer: 'привет' },
      { bot: ['Анна из telegram', 'нет'] },
    ]);
  });

  test('knows what the CRM refused, and what it took in the same turn', () => {
    const bot = drawBot()
      .start('s')
      .status('s', 'st_work', { next: 't', failed: 'no' })
      .node('t', 'tags', { add: ['опт'] }, { next: 'ok', failed: 'half' })
      .message('ok', 'да')
      .message('half', 'наполовину')
      .message('no', 'нет')
      .build();
    expect(made(bot, ['/refuse t', 'привет']).steps.slice(0, 3)).toEqual([
      { refuse: ['t'] },
      { customer: 'привет' },
      { bot: 'наполовину' },
    ]);
  });

  test('begins at a block where the conversation did', () => {
    const { steps } = made(cakeShop().build(), ['1'], { startAt: { flow: 'main', node: 'catalogue' } });
    expect(steps[0]).toEqual({ begin: 'catalogue' });
    expect(steps.at(-1)).toEqual({ at: 'catalogue' });
  });

  test('remembers pictures, time that passed, and a person who took and gave back in the app', () => {
    const lines = ['привет', '/image https://example.org/a.png смотрите', '/advance 1h30m', '/take', '1', '/return'];
    const { steps } = made(cakeShop().build(), lines);
    for (const step of [
      { customer: { text: 'смотрите', image: 'https://example.org/a.png' } },
      { advance: '1h30m' },
      { owner: 'human' },
      { silent: true },
      { owner: 'bot' },
    ])
      expect(steps).toContainEqual(step);
  });
});

test.each([
  ['menu', 'ru'],
  ['menu', 'en'],
  ['nlp', 'ru'],
  ['nlp', 'en'],
] as const)('any conversation with template %s in %s makes a check that passes', (name, language) => {
  const program = compileBot(templateBot(name, language));
  const statuses = program.facts.statuses.map(({ id }) => id);
  const words = [
    '1',
    '2',
    '3',
    '0',
    '9',
    'привет',
    'hello',
    'меню',
    'оператор',
    'сколько стоит',
    'how do I pay',
    '',
    'спасибо',
    '+7 916 123-45-67',
    'Анна',
  ];
  const line = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...words.filter((word) => word !== '')) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        '/advance 25h',
        '/advance 90s',
        '/operator да',
        '/take',
        '/return',
        '/refuse',
        '/accept',
        '/image https://e.org/1.png',
      ),
    },
    { weight: 1, arbitrary: fc.constantFrom(...statuses, 'нет такого').map((status) => `/manager ${status}`) },
  );
  const start = checkStart(program.facts.timeZone);
  fc.assert(
    fc.property(
      fc.array(line, { minLength: 1, maxLength: 12 }),
      fc.integer({ min: -1_000, max: 40_000 }),
      (lines, hours) => {
        const check = checkFromTalk(talkOf(program, lines, { at: start + hours * 3_600_000 }), NAMED);
        const { result } = runCheck(program, check);
        if (!result.passed) throw new Error(JSON.stringify({ result, check }));
        // Nothing the people did is lost on the way.
        const acts = check.steps.filter(({ customer }) => customer !== undefined).length;
        expect(acts).toBe(lines.filter((one) => !one.startsWith('/') || one.startsWith('/image')).length);
      },
    ),
    { numRuns: 60 },
  );
});
