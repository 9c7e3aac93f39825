import { describe, expect, test } from 'vitest';
import { findProblems } from '../../engine/check/findProblems.ts';
import { drawBot, type BotBuilder } from '../support/botBuilder.ts';
import { talkTo, type Talk } from '../support/talk.ts';

// A conversation begins on Wednesday, 18 November 2026, at 10:00.
const shop = (data: Record<string, unknown>): BotBuilder =>
  drawBot()
    .start('menu')
    .menu(
      'menu',
      'Что?',
      { quiet: 'Помолчать', b: 'Цены' },
      { after: 'repeat', reminders: [{ minutes: 5, text: 'Ау' }] },
    )
    .node('quiet', 'pause', data, { next: 'back' })
    .message('back', 'Я снова тут')
    .message('b', 'сто')
    .command('c', ['меню'], 'menu', { whileOperator: true })
    .handoff('people')
    .resume({ text: 'Бот вернулся', continue: 'menu' });

const paused = (data: Record<string, unknown>, drawn = shop(data)): Talk => {
  const talk = talkTo(drawn.build());
  talk.customer('привет');
  talk.customer('1');
  return talk;
};

describe('while it lasts', () => {
  test('the bot says what it was told to say before, and nothing after', () => {
    const talk = talkTo(shop({ minutes: 60, text: 'Помолчу час, {{customer.name|друг}}' }).build());
    talk.customer('привет');
    expect(talk.customer('1')).toEqual(['Помолчу час, друг']);
    for (const said of ['2', 'меню', 'оператор', 'стоп', 'назад', 'абракадабра', '0', 'Цены'])
      expect(talk.customer(said)).toEqual([]);
    expect(talk.state).toMatchObject({ owner: 'bot' });
    expect(talk.state.misses).toEqual({});
    expect(talk.passes('59m')).toEqual([]);
  });

  test('«работа» is not the word «бот»', () => {
    const talk = paused({ minutes: 60 });
    expect(talk.customer('есть работа?')).toEqual([]);
    expect(talk.customer('бот, ты где?')[0]).toBe('Я снова тут');
    expect(talk.understood[0]).toMatchObject({ rung: 'resumeWord', detail: 'бот' });
    expect(talk.passes('2h').filter((line) => line === 'Я снова тут')).toEqual([]);
  });

  test.each([
    ['its own', { resumeWord: 'ау' }, {}, 'ау'],
    ['the bot’s', {}, { resumeWord: 'робот' }, 'робот'],
    ['«бот» where nothing is said', {}, { resumeWord: '' }, 'бот'],
  ])('the word that ends it is %s', (_, data, settings, word) => {
    const talk = paused({ minutes: 60, ...data }, shop({ minutes: 60, ...data }).settings(settings));
    expect(talk.customer('эй')).toEqual([]);
    expect(talk.customer(word)[0]).toBe('Я снова тут');
  });

  test('an empty word is none', () => {
    const talk = paused({ minutes: 60, resumeWord: '' });
    expect(talk.customer('бот')).toEqual([]);
    expect(talk.passes('60m')[0]).toBe('Я снова тут');
  });

  test('a day of silence does not begin everything anew', () => {
    const talk = paused({ days: 3 });
    talk.passes('2d');
    expect(talk.customer('привет')).toEqual([]);
    expect(talk.passes('1d')[0]).toBe('Я снова тут');
  });
});

describe('it ends', () => {
  test.each([
    [{ minutes: 60 }, '59m', '1m'],
    [{ hours: 3 }, '179m', '1m'],
    [{ until: '12:00' }, '119m', '1m'],
    [{ until: { time: '9:00', weekdays: ['пт'] } }, '1d22h', '1h'],
    [{ days: 90 }, '29d23h', '1h'],
    [{ until: 'полдень' }, '59m', '1m'],
  ])('%j: not after %s, but %s later, once', (data, early, rest) => {
    const talk = paused(data);
    expect(talk.passes(early)).toEqual([]);
    expect(talk.passes(rest)).toEqual(['Я снова тут', 'Что?\n1 — Помолчать\n2 — Цены']);
  });

  test.each([[{}], [{ minutes: 'none' }], [{ until: 'none' }], [{ minutes: null }]])('%j: never by itself', (data) => {
    const talk = paused(data);
    expect(talk.passes('60d')).toEqual([]);
    expect(talk.customer('бот')[0]).toBe('Я снова тут');
  });
});

describe('a person takes over', () => {
  test.each([
    ['by writing', (talk: Talk) => talk.operator('Здравствуйте, я Анна')],
    ['by the status', (talk: Talk) => talk.manager('st_human')],
    ['in the app', (talk: Talk) => talk.takes()],
  ])('%s: the pause is over, and the bot is silent for another reason', (_, act) => {
    const talk = paused({ minutes: 60 });
    expect(act(talk)).toEqual([]);
    expect(talk.state).toMatchObject({ owner: 'human', wait: null });
    expect(talk.conversation.timers.size).toBe(0);
    expect(talk.passes('2h')).toEqual([]);
  });

  test('and gives back: the bot greets as after any person', () => {
    const talk = paused({});
    talk.manager('st_human');
    expect(talk.manager('st_work')[0]).toBe('Бот вернулся');
  });
});

test.each([
  [{ minutes: 60 }, []],
  [{ minutes: 60, resumeWord: '' }, []],
  [{}, []],
  [{ resumeWord: '' }, ['W-FOREVER']],
  [{ minutes: 0 }, ['E-PAUSE']],
  [{ days: 31 }, ['E-PAUSE']],
  [{ minutes: 4 }, ['W-SHORTPAUSE']],
  [{ until: '9' }, []],
  [{ until: 'полдень' }, ['E-TIME']],
  [{ minutes: 60, text: 'а'.repeat(301) }, ['W-LEN']],
  [{ minutes: 60, text: '{{nobody}}' }, ['E-VAR']],
])('what is wrong with %j: %j', (data, codes) => {
  const found = findProblems(shop(data).build()).filter((problem) => problem.node === 'quiet');
  expect(found.map((problem) => problem.code)).toEqual(codes);
});
