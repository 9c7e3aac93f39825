import { describe, expect, test } from 'vitest';
import { findProblems } from '../../engine/check/findProblems.ts';
import { parseBot } from '../../engine/flow/parseBot.ts';
import type { Hours } from '../../engine/model/definitions.ts';
import { drawBot, type BotBuilder } from '../support/botBuilder.ts';
import { talkTo } from '../support/talk.ts';

// A conversation begins on Wednesday, 18 November 2026, at 10:00 in Moscow (07:00 UTC, 02:00 in New York).
const day: [string, string][] = [['09:00', '18:00']];

const shop = (data?: Record<string, unknown>, weekly?: Hours['weekly'], holidays?: string[]): BotBuilder => {
  const drawn = drawBot()
    .start('h')
    .node('h', 'hours', data, { open: 'yes', closed: 'no' })
    .message('yes', 'Открыто')
    .message('no', 'Закрыто до {{next_opening}}');
  return weekly === undefined ? drawn : drawn.hours(weekly, holidays);
};
const said = (drawn: BotBuilder): string => talkTo(drawn.build()).customer('привет').at(-1) ?? '';

describe('the bot’s hours', () => {
  test.each([
    ['open', { wed: day }, [], 'Открыто'],
    ['another day', { thu: day }, [], 'Закрыто до 19 нояб. 2026 г., 09:00'],
    [
      'a break',
      { wed: [['09:00', '10:00'] as [string, string], ['11:00', '18:00'] as [string, string]] },
      [],
      'Закрыто до 18 нояб. 2026 г., 11:00',
    ],
    ['a holiday', { wed: day, thu: day }, ['2026-11-18'], 'Закрыто до 19 нояб. 2026 г., 09:00'],
    ['every year’s holiday', { wed: day, fri: day }, ['11-18..11-19'], 'Закрыто до 20 нояб. 2026 г., 09:00'],
  ])('%s', (_, weekly, holidays, answer) => {
    expect(said(shop(undefined, weekly, holidays))).toBe(answer);
  });

  test('without any it is always open', () => {
    expect(said(shop())).toBe('Открыто');
  });

  test('the moment counts at which the conversation comes there', () => {
    const bot = shop({}, { wed: day })
      .menu('m', '?', { again: 'Ещё раз' }, {}, { again: 'h' })
      .command('c', ['меню'], 'm')
      .build();
    const talk = talkTo(bot);
    expect(talk.customer('привет')).toEqual(['Открыто']);
    talk.customer('меню');
    talk.passes('8h');
    expect(talk.customer('1')[0]).toMatch(/^Закрыто/u);
  });
});

describe('hours of its own', () => {
  const other = { mon: day };
  test.each([
    ['as the bot has them', { hours: { weekly: { wed: [['10:00', '11:00']] } } }, 'Открыто'],
    ['beside', { weekly: { wed: [['11:00', '12:00']] } }, 'Закрыто'],
    ['one span alone', { weekly: { wed: ['10:00', '11:00'] } }, 'Открыто'],
    ['as words', { weekly: { wed: '9:00–10:00, 10:30–18:00' } }, 'Закрыто'],
    ['as from and to', { weekly: { wed: { from: '9', to: '18' } } }, 'Открыто'],
    ['by full names', { weekly: { Wednesday: [['09:00', '18:00']] } }, 'Открыто'],
    ['by a range of days', { weekly: { 'mon-fri': '10:00-11:00' } }, 'Открыто'],
    ['without «weekly»', { hours: { ср: '10:00-11:00' } }, 'Открыто'],
    ['around the clock', { weekly: '24/7' }, 'Открыто'],
    ['past midnight', { weekly: { tue: [['22:00', '10:30']] } }, 'Открыто'],
    [
      'in a zone of its own',
      { hours: { weekly: { wed: [['02:00', '03:00']] }, timeZone: 'America/New_York' } },
      'Открыто',
    ],
    ['with a zone beside', { weekly: { wed: day }, timeZone: 'America/New_York' }, 'Закрыто'],
    ['with a zone nobody knows', { weekly: { wed: day }, timeZone: 'Mars/Olympus' }, 'Открыто'],
    ['with days off', { weekly: { wed: day }, holidays: ['11-18'] }, 'Закрыто'],
    [
      'with a span that is none',
      {
        weekly: {
          wed: [
            ['25:00', '26:00'],
            ['09:00', '18:00'],
          ],
        },
      },
      'Открыто',
    ],
    ['a closed week', { weekly: { wed: null, thu: false } }, 'Закрыто'],
  ])('%s', (_, data, answer) => {
    const read = parseBot(JSON.stringify(shop(data, other).build()));
    if (!read.ok) throw new Error(JSON.stringify(read.fault));
    expect(talkTo(read.value).customer('привет').at(-1)?.split(' ')[0]).toBe(answer);
  });

  test('days off alone go with the bot’s week', () => {
    expect(said(shop({ holidays: ['11-18'] }, { wed: day }))).toMatch(/^Закрыто/u);
    expect(said(shop({ holidays: ['11-19'] }, { wed: day }))).toBe('Открыто');
  });

  test('the bot’s days off do not close a week of its own', () => {
    expect(said(shop({ weekly: { wed: day } }, { wed: day }, ['2026-11-18']))).toBe('Открыто');
  });
});

describe('a warning before closing', () => {
  const closing = (data: Record<string, unknown>) =>
    talkTo(shop({ warnMinutes: 15, ...data }, { wed: [['09:00', '10:15']] }).build()).customer('привет');

  test('is given in time, in the bot’s words or the author’s', () => {
    expect(closing({})).toEqual(['Скоро закрываемся: сотрудники на связи до 10:15.', 'Открыто']);
    expect(closing({ warnText: 'До {{закрытие}}' })).toEqual(['До 10:15', 'Открыто']);
    expect(closing({ warnText: 'Until {{ closing }}' })).toEqual(['Until 10:15', 'Открыто']);
    // As older files have it.
    expect(closing({ warnText: 'До {time}, сейчас {{time}}' })).toEqual(['До 10:15, сейчас 10:00', 'Открыто']);
  });

  test.each([{ warnMinutes: 14 }, { warnMinutes: 0 }, { warnMinutes: undefined }])('not with %j', (data) => {
    expect(closing(data)).toEqual(['Открыто']);
  });

  test('is by the clocks of its own zone', () => {
    const data = { weekly: { wed: [['01:00', '02:10']] }, timeZone: 'America/New_York', warnMinutes: 30 };
    expect(talkTo(shop(data).build()).customer('привет')[0]).toContain('02:10');
  });

  test('midnight between two days of 24 hours is no closing', () => {
    const drawn = shop({ weekly: '24/7', warnMinutes: 120 });
    const talk = talkTo(drawn.menu('m', '?', { h: 'Ещё' }).command('c', ['меню'], 'm').build());
    talk.customer('привет');
    talk.customer('меню');
    talk.passes('13h30m');
    expect(talk.customer('1')).toEqual(['Открыто']);
  });
});

describe('what is wrong with it', () => {
  const week = { mon: day };
  test.each([
    [{}, undefined, ['E-NOHOURS']],
    [{}, {}, ['E-NOHOURS']],
    [{}, week, []],
    [{ weekly: {} }, week, ['E-NOHOURS']],
    [{ weekly: { mon: [['09:00', '09:00']] } }, undefined, ['E-SPAN']],
    [{ weekly: { mon: [['24:00', '10:00']] } }, undefined, ['E-SPAN']],
    [{ weekly: { mon: [['00:00', '00:00']] } }, undefined, []],
    [{ weekly: { mon: [['22:00', '06:00']] } }, undefined, []],
    [{ weekly: { mon: [['18:00', '09:00']] } }, undefined, ['W-NIGHT']],
    [
      {
        weekly: {
          mon: [
            ['09:00', '14:00'],
            ['13:00', '18:00'],
          ],
        },
      },
      undefined,
      ['I-OVERLAP'],
    ],
    [
      {
        weekly: {
          mon: [
            ['9 утра', '14:00'],
            ['13:00', '18:00'],
          ],
        },
      },
      undefined,
      ['E-TIME'],
    ],
    [{ timeZone: 'Mars/Olympus' }, week, ['E-ZONE']],
    [{ holidays: ['2027-02-30', '2027-01-01..2027-01-08', '02-29'] }, week, ['E-DATE']],
    [{ warnMinutes: 121 }, week, ['E-WARN']],
    [{ warnMinutes: 120, warnText: 'До {time}' }, week, []],
    [{ warnMinutes: 120, warnText: 'До {{закрытие}}' }, week, []],
    [{ warnText: 'Пишите, {{nobody}}' }, week, ['E-VAR']],
  ])('%j with the bot’s %j: %j', (data, weekly, codes) => {
    const found = findProblems(shop(data, weekly).build()).filter((problem) => problem.node === 'h');
    expect(found.map((problem) => problem.code)).toEqual(codes);
  });

  test('both ways have to lead somewhere', () => {
    const bot = drawBot().hours(week).start('h').node('h', 'hours').build();
    expect(findProblems(bot).map((problem) => `${problem.code} ${String(problem.exit)}`)).toEqual([
      'E-OUT open',
      'E-OUT closed',
    ]);
  });
});
