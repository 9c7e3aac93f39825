import { describe, expect, test } from 'vitest';
import { findProblems } from '../../engine/check/findProblems.ts';
import type { Bot } from '../../engine/flow/botSchema.ts';
import type { TurnEvent } from '../../engine/model/event.ts';
import { compileBot } from '../../engine/runtime/compileBot.ts';
import { newSession } from '../../engine/runtime/newSession.ts';
import { step } from '../../engine/runtime/step.ts';
import { drawBot, type BotBuilder } from '../support/botBuilder.ts';
import { message, talkTo } from '../support/talk.ts';

const shop = (data: Record<string, unknown>): BotBuilder =>
  drawBot()
    .node('start', 'start', data, { next: 'hello' })
    .message('hello', ['Здравствуйте!', 'Я бот'], 'menu')
    .menu('menu', 'Что?', { a: 'Адрес' }, { after: 'repeat' })
    .message('a', 'улица');

const MENU = 'Что?\n1 — Адрес';

describe('which messages begin here', () => {
  test.each([
    [{}, 'привет', true],
    [{ when: { newLead: true } }, 'привет', true],
    [{ when: { newLead: false } }, 'привет', false],
    [{ when: { words: ['акция'] } }, 'хочу по акции', false],
    [{ when: { words: ['акция'] } }, 'про вашу акция', true],
    [{ when: { words: ['promo'] } }, '/start promo', true],
    [{ when: { newLead: true, words: ['акция'] } }, 'привет', true],
    [{ when: { statuses: ['st_order'] } }, 'привет', false],
  ])('%j and «%s»: %s', (data, said, begins) => {
    expect(talkTo(shop(data).build()).customer(said).length > 0).toBe(begins);
  });

  test('a lead in the status is greeted, also where the bot would be silent', () => {
    const talk = talkTo(shop({ when: { statuses: ['st_order'] } }).build());
    talk.manager('st_order');
    expect(talk.customer('привет')).toEqual(['Здравствуйте!', 'Я бот', MENU]);
  });

  test.each([
    [{ sources: ['17'] }, '17', true],
    [{ sources: ['telegram'] }, '17', true],
    [{ channels: ['telegram'] }, '17', true],
    [{ sources: ['99'] }, '17', false],
    [{ sources: 'all' }, '17', true],
  ])('%j, by source %s of Telegram: %s', (data, source, begins) => {
    const event: TurnEvent = { ...message('привет', 1_000), source, channel: 'telegram' };
    const { effects } = step(compileBot(shop(data).build()), newSession(), event);
    expect(effects.length > 0).toBe(begins);
  });
});

describe('restart after a silence', () => {
  test.each([
    [{}, {}, '23h', false],
    [{}, {}, '24h', true],
    [{ restartAfterHours: 1 }, {}, '59m', false],
    [{ restartAfterHours: 1 }, {}, '1h', true],
    [{ restartAfterHours: 168 }, { restartAfterHours: 1 }, '6d', false],
    [{ restartAfter: '15m' }, {}, '15m', true],
    [{ restartAfter: '7d' }, {}, '7d', true],
    [{ restartAfter: 2 }, {}, '2h', true],
    [{ restartAfter: 'never' }, { restartAfterHours: 1 }, '60d', false],
    [{ restartAfterHours: 0 }, {}, '60d', false],
    [{}, { restartAfterHours: 2 }, '2h', true],
    // Out of bounds counts as the bound.
    [{ restartAfterHours: 0.01 }, {}, '14m', false],
    [{ restartAfterHours: 10_000 }, {}, '30d', true],
  ])('%j in a bot with %j: after %s anew = %s', (data, settings, silence, anew) => {
    const talk = talkTo(shop(data).settings(settings).build());
    talk.customer('привет');
    talk.passes(silence);
    expect(talk.customer('1')[0]).toBe(anew ? 'Здравствуйте!' : 'улица');
  });

  test('where no start takes the message, the conversation goes on as it was', () => {
    const talk = talkTo(shop({ when: { words: ['акция'] } }).build());
    talk.customer('акция');
    talk.passes('48h');
    expect(talk.customer('1')[0]).toBe('улица');
    talk.passes('48h');
    expect(talk.customer('акция')[0]).toBe('Здравствуйте!');
  });

  test('a person who has the lead is not interrupted', () => {
    const talk = talkTo(shop({ restartAfterHours: 1 }).build());
    talk.customer('привет');
    talk.operator('Я тут');
    talk.passes('5h');
    expect(talk.customer('привет')).toEqual([]);
  });
});

describe('greet once', () => {
  const again = (drawn: BotBuilder, said = 'привет'): string[] => {
    const talk = talkTo(drawn.build());
    talk.customer(said);
    talk.passes('25h');
    return talk.customer(said);
  };

  test('whoever was greeted goes straight to the first question', () => {
    expect(again(shop({ greetOnce: true }))).toEqual([MENU]);
    expect(again(shop({ greetOnce: false }))).toEqual(['Здравствуйте!', 'Я бот', MENU]);
    expect(again(shop({}))).toEqual(['Здравствуйте!', 'Я бот', MENU]);
  });

  test('what is done on the way is done again, also where the CRM has to confirm it', () => {
    const bot = drawBot()
      .node('start', 'start', { greetOnce: true }, { next: 's' })
      .status('s', 'st_work', { next: 'hello', failed: 'sorry' })
      .message('hello', 'Здравствуйте!', 'menu')
      .message('sorry', 'Не вышло', 'menu')
      .menu('menu', 'Что?', { a: 'Адрес' })
      .message('a', 'улица')
      .build();
    const talk = talkTo(bot);
    expect(talk.customer('привет')).toEqual(['Здравствуйте!', MENU]);
    talk.manager('st_first');
    talk.passes('25h');
    expect(talk.customer('привет')).toEqual([MENU]);
    expect(talk.state.status).toBe('st_work');
    talk.manager('st_first');
    talk.passes('25h');
    talk.crmRefuses();
    // Off the straight way the bot says what has to be said.
    expect(talk.customer('привет')).toEqual(['Не вышло', MENU]);
  });

  test('without a question there is only the greeting, and it is said', () => {
    const bot = drawBot().node('start', 'start', { greetOnce: true }, { next: 'a' }).message('a', 'Мы закрыты');
    expect(again(bot)).toEqual(['Мы закрыты']);
  });

  test('who comes for a word gets what it promises', () => {
    expect(again(shop({ greetOnce: true, when: { words: ['акция'] } }), 'акция')[0]).toBe('Здравствуйте!');
  });

  test('after the first question the bot speaks as ever', () => {
    const talk = talkTo(shop({ greetOnce: true }).build());
    talk.customer('привет');
    talk.passes('25h');
    talk.customer('привет');
    expect(talk.customer('1')[0]).toBe('улица');
  });
});

test.each<[Record<string, unknown>, string[]]>([
  [{}, []],
  [{ when: { statuses: ['st_gone'] } }, ['E-REF']],
  [{ when: { statuses: ['st_human'] } }, ['E-STARTOP']],
  [{ restartAfterHours: 0 }, []],
  [{ restartAfter: '15m' }, []],
  [{ restartAfter: '5m' }, ['E-RESTART']],
  [{ restartAfter: '31d' }, ['E-RESTART']],
  [{ restartAfterHours: -1 }, ['E-RESTART']],
])('what is wrong with %j: %j', (data, codes) => {
  const bot: Bot = shop(data).build();
  const found = findProblems(bot).filter((problem) => problem.node === 'start');
  expect(found.map((problem) => problem.code)).toEqual(codes);
});
