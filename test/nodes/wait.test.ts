import { describe, expect, test } from 'vitest';
import { findProblems } from '../../engine/check/findProblems.ts';
import { parseBot } from '../../engine/flow/parseBot.ts';
import type { Hours } from '../../engine/model/definitions.ts';
import { drawBot } from '../support/botBuilder.ts';
import { slowTalk, talkTo, type Talk } from '../support/talk.ts';

// A conversation begins on Wednesday, 18 November 2026, at 10:00 in the bot's time zone.
const day: [string, string][] = [['09:00', '18:00']];
const week: Hours['weekly'] = { mon: day, tue: day, wed: day, thu: day, fri: day };

/** Waits, then says «Прошло»; a message that ends the wait gets «Слышу». */
const waiting = (data: Record<string, unknown>, exits: Record<string, string> = { replied: 'heard' }) =>
  drawBot()
    .start('hello')
    .message('hello', 'Минуту', 'w')
    .node('w', 'wait', data, { next: 'after', ...exits })
    .message('after', 'Прошло', 'menu')
    .message('heard', 'Слышу', 'menu')
    .menu('menu', 'Что ещё?', { a: 'Адрес', b: 'Цены' }, { after: 'repeat' })
    .message('a', 'улица')
    .message('b', 'сто')
    .command('c', ['меню'], 'menu')
    .handoff('people');

const begun = (data: Record<string, unknown>, exits?: Record<string, string>): Talk => {
  const talk = talkTo(waiting(data, exits).build());
  expect(talk.customer('привет')).toEqual(['Минуту']);
  return talk;
};

describe('how long', () => {
  test.each([
    [{ minutes: 10 }, '9m', '1m'],
    [{ minutes: '2,5' }, '2m', '30s'],
    [{ seconds: 30 }, '29s', '1s'],
    [{ hours: 2 }, '119m', '1m'],
    [{ days: 1 }, '23h', '1h'],
    [{ hours: 1, minutes: 30 }, '89m', '1m'],
    [{ until: '12:30' }, '2h29m', '1m'],
    [{ until: '9:00' }, '22h59m', '1m'],
    [{ until: { time: '12:00' } }, '119m', '1m'],
    [{ until: '09:00', weekdays: ['mon'] }, '4d22h', '1h'],
    [{ until: { time: '09:00', weekdays: ['monday', 'Fri'] } }, '1d22h', '1h'],
    [{ until: '11:00', weekdays: 'пн-пт' }, '59m', '1m'],
    [{ until: '11:00', weekdays: [6, 7] }, '3d', '1h'],
    [{ minutes: 0 }, '0s', '1s'],
    [{ minutes: 999_999 }, '29d23h', '1h'],
    // The time of day goes before a figure that was left there.
    [{ minutes: 10, until: '11:00' }, '59m', '1m'],
  ])('%j: not yet after %s, but %s later', (data, early, rest) => {
    const talk = begun(data);
    expect(talk.passes(early)).toEqual([]);
    expect(talk.passes(rest)).toEqual(['Прошло', 'Что ещё?\n1 — Адрес\n2 — Цены']);
    expect(talk.passes('60d')).toEqual([]);
  });

  test.each([[{}], [{ until: 'завтра' }], [{ weekdays: ['mon'] }]])('%j says nothing: no wait at all', (data) => {
    expect(talkTo(waiting(data).build()).customer('привет').slice(0, 2)).toEqual(['Минуту', 'Прошло']);
  });

  test('it is over once, however late the timer comes', () => {
    const talk = slowTalk(waiting({ minutes: 10 }).build());
    talk.customer('привет');
    const set = talk.last.effects.find((effect) => effect.type === 'setTimer');
    if (set?.type !== 'setTimer') throw new Error('no timer');
    expect(talk.event({ type: 'timer', timer: set.timer, at: set.due + 86_400_000 })[0]).toBe('Прошло');
    expect(talk.event({ type: 'timer', timer: set.timer, at: set.due + 86_500_000 })).toEqual([]);
  });
});

describe('until people answer', () => {
  const open = (weekly: Hours['weekly']) => waiting({ openingHours: true }).hours(weekly).build();

  test('it goes on at once while they do', () => {
    expect(talkTo(open(week)).customer('привет')[1]).toBe('Прошло');
  });

  test('otherwise with the opening', () => {
    const talk = talkTo(open({ wed: [['12:00', '15:00']] }));
    expect(talk.customer('привет')).toEqual(['Минуту']);
    expect(talk.passes('119m')).toEqual([]);
    expect(talk.passes('1m')[0]).toBe('Прошло');
  });

  test('a timer that comes after closing time waits for the next opening', () => {
    const talk = slowTalk(open({ wed: [['12:00', '15:00']], thu: [['12:00', '15:00']] }));
    talk.customer('привет');
    const timer = () => {
      const set = talk.last.effects.find((effect) => effect.type === 'setTimer');
      if (set?.type !== 'setTimer') throw new Error('no timer');
      return set;
    };
    const first = timer();
    expect(talk.event({ type: 'timer', timer: first.timer, at: first.due + 6 * 3_600_000 })).toEqual([]);
    const second = timer();
    expect(second.due).toBe(first.due + 24 * 3_600_000);
    expect(talk.event({ type: 'timer', timer: second.timer, at: second.due })[0]).toBe('Прошло');
  });

  test.each([{ until: 'openingHours' }, { openingHours: true }])('%j is the same', (data) => {
    const talk = talkTo(waiting(data).hours({ thu: day }).build());
    talk.customer('привет');
    expect(talk.passes('23h')[0]).toBe('Прошло');
  });
});

describe('the customer writes meanwhile', () => {
  test('a long wait is interrupted, and nothing comes of its timer', () => {
    const talk = begun({ minutes: 10 });
    expect(talk.customer('вы тут?')[0]).toBe('Слышу');
    expect(talk.conversation.timers.size).toBe(0);
    expect(talk.passes('1h')).toEqual([]);
  });

  test.each([
    ['a short one', { seconds: 60 }, undefined],
    ['one that is told to', { minutes: 10, onMessage: 'ignore' }, undefined],
    ['one whose way out leads nowhere', { minutes: 10, onMessage: 'interrupt' }, {}],
  ])('%s goes on waiting', (_, data, exits) => {
    const talk = begun(data, exits);
    expect(talk.customer('вы тут?')).toEqual([]);
    expect(talk.at).toBe('w');
    expect(talk.passes('10m')[0]).toBe('Прошло');
  });

  test.each([
    { minutes: 10 },
    { minutes: 10, onMessage: 'ignore' },
    { minutes: 10, onMessage: 'answer' },
    { seconds: 40 },
  ])('%j with a reply: every message gets it, and the wait goes on to its end', (term) => {
    const talk = begun({ ...term, reply: 'Ещё ищу, {{customer.name|друг}}' });
    expect(talk.customer('вы тут?')).toEqual(['Ещё ищу, друг']);
    expect(talk.customer('ау')).toEqual(['Ещё ищу, друг']);
    expect(talk.at).toBe('w');
    expect(talk.state.misses).toEqual({});
    expect(talk.passes('10m')[0]).toBe('Прошло');
  });

  test('what was said to a command or to a number is no message without an answer', () => {
    const talk = begun({ minutes: 10, reply: 'Ещё ищу' });
    expect(talk.customer('меню')).toEqual(['Что ещё?\n1 — Адрес\n2 — Цены']);
    expect(talk.passes('1h')).toEqual([]);
  });

  test('a wait that is interrupted has no use for a reply', () => {
    const talk = begun({ minutes: 10, onMessage: 'interrupt', reply: 'Ещё ищу' });
    expect(talk.customer('вы тут?')[0]).toBe('Слышу');
  });

  test('a short one can be told to listen', () => {
    expect(begun({ seconds: 30, onMessage: 'interrupt' }).customer('вы тут?')[0]).toBe('Слышу');
  });

  test.each([
    ['a command', 'меню', 'Что ещё?\n1 — Адрес\n2 — Цены'],
    ['the word for people', 'оператор', 'Зову людей'],
    ['the stop word', 'стоп', 'Хорошо, больше не пишу. Чтобы начать снова, напишите «меню».'],
  ])('%s is understood as everywhere, and the wait is over', (_, said, answer) => {
    const talk = begun({ minutes: 10, onMessage: 'ignore' });
    expect(talk.customer(said)).toEqual([answer]);
    expect(talk.passes('1h')).toEqual([]);
  });

  test('«back» and a number of the last menu lead there', () => {
    const bot = drawBot()
      .start('menu')
      .menu('menu', 'Что?', { slow: 'Подождать', b: 'Цены' }, { after: 'repeat' })
      .node('slow', 'wait', { hours: 1, onMessage: 'ignore' }, { next: 'b' })
      .message('b', 'сто')
      .build();
    const talk = talkTo(bot);
    talk.customer('привет');
    talk.customer('1');
    expect(talk.customer('2')[0]).toBe('сто');
    talk.customer('1');
    expect(talk.customer('назад')[0]).toMatch(/^Что/u);
    expect(talk.passes('2h')).toEqual([]);
  });

  test('a wait of days is no silence after which everything begins anew', () => {
    const talk = begun({ days: 3, onMessage: 'ignore' });
    talk.passes('2d');
    expect(talk.customer('ну как?')).toEqual([]);
    expect(talk.passes('1d')[0]).toBe('Прошло');
  });
});

test.each([
  ['the operator writes', (talk: Talk) => talk.operator('Я отвечу')],
  ['a manager takes the lead', (talk: Talk) => talk.takes()],
  ['a manager closes the lead', (talk: Talk) => talk.manager('st_lost')],
])('%s: the wait is cancelled', (_, act) => {
  const talk = begun({ minutes: 10 });
  act(talk);
  expect(talk.passes('1h')).toEqual([]);
});

describe('what is wrong with it', () => {
  const found = (data: Record<string, unknown>, hours?: Hours['weekly']) => {
    const drawn = waiting(data);
    return findProblems((hours === undefined ? drawn : drawn.hours(hours)).build()).flatMap((problem) =>
      // The way for a reply is drawn here whether the wait listens or not.
      problem.node === 'w' && problem.code !== 'W-EXIT' ? [`${problem.code} ${problem.field ?? ''}`] : [],
    );
  };

  test.each([
    [{}, ['E-WAIT minutes']],
    [{ minutes: 0 }, ['E-WAIT minutes']],
    [{ days: 31 }, ['E-WAIT minutes']],
    [{ seconds: 1, onMessage: 'interrupt' }, []],
    [{ days: 1 }, []],
    [{ hours: 25 }, ['W-24H minutes']],
    [{ until: '25:00' }, ['E-TIME until']],
    [{ until: '09:00' }, ['I-AWAKE until']],
    [{ until: '09:00', weekdays: ['mon'] }, ['W-24H until', 'I-AWAKE until']],
    [{ openingHours: true }, ['E-NOHOURS openingHours']],
    [{ minutes: 10, reply: ' ' }, ['E-EMPTY reply']],
    [{ minutes: 10, reply: 'а'.repeat(301) }, ['W-LEN reply']],
    [{ minutes: 10, reply: '{{nobody}}' }, ['E-VAR ']],
    [{ minutes: 10, onMessage: 'interrupt', reply: '' }, []],
  ])('%j: %j', (data, codes) => {
    expect(
      found(data)
        .filter((code) => !code.startsWith('W-EXIT'))
        .toSorted(),
    ).toEqual(codes.filter((code) => !code.startsWith('W-EXIT')).toSorted());
  });

  test('hours without an open day are none; with a day off the wait may be long for WhatsApp', () => {
    expect(found({ openingHours: true }, {})).toEqual(['E-NOHOURS openingHours']);
    expect(found({ openingHours: true }, week)).toEqual(['W-24H openingHours']);
    expect(found({ openingHours: true }, { ...week, sat: day, sun: day })).toEqual([]);
  });

  test('a wait that listens needs a way for the reply', () => {
    const codes = (data: Record<string, unknown>) =>
      findProblems(waiting(data, {}).build()).flatMap((problem) => (problem.code === 'E-OUT' ? [problem.exit] : []));
    expect(codes({ minutes: 10 })).toEqual(['replied']);
    expect(codes({ minutes: 1 })).toEqual([]);
  });

  test.each([{ minutes: 'долго' }, { hours: 'два' }, { until: '09:00', weekdays: ['someday'] }])(
    '%j is refused with its place',
    (data) => {
      const read = parseBot(JSON.stringify(waiting(data).build()));
      expect(read).toMatchObject({ ok: false, fault: { code: 'fileInvalid' } });
    },
  );
});
