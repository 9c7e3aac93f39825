import { describe, expect, test } from 'vitest';
import type { Hours } from '../../engine/model/definitions.ts';
import { hoursInWords, isOpenAt, wallClock } from '../../engine/model/hours.ts';
import { drawBot } from '../support/botBuilder.ts';
import { talkTo } from '../support/talk.ts';

// Rule 6: working hours belong to hand-off, in the bot's time zone, with holidays.
const day: [string, string][] = [['09:00', '18:00']];
const office: Hours = { weekly: { mon: day, tue: day, wed: day, thu: day, fri: day }, holidays: ['2027-01-01'] };
const bar: Hours = { weekly: { sat: [['22:00', '02:00']], sun: [['22:00', '02:00']] } };
const at = (text: string): number => Date.parse(text);

describe('is anybody there', () => {
  test.each([
    ['Wednesday at nine', office, '2026-11-18T09:00+03:00', true],
    ['a minute before nine', office, '2026-11-18T08:59+03:00', false],
    ['a minute before six', office, '2026-11-18T17:59+03:00', true],
    ['at six', office, '2026-11-18T18:00+03:00', false],
    ['Saturday noon', office, '2026-11-21T12:00+03:00', false],
    ['a holiday', office, '2027-01-01T12:00+03:00', false],
    ['the next working day', office, '2027-01-04T12:00+03:00', true],
    ['past midnight, as part of Saturday', bar, '2026-11-22T01:30+03:00', true],
    ['after closing', bar, '2026-11-22T02:00+03:00', false],
    ['before opening', bar, '2026-11-21T21:59+03:00', false],
  ])('%s in Moscow', (_, hours, moment, open) => {
    expect(isOpenAt(hours, at(moment), 'Europe/Moscow')).toBe(open);
  });

  test('without hours somebody always is', () => {
    expect(isOpenAt(undefined, at('2026-11-22T03:00Z'), 'Europe/Moscow')).toBe(true);
  });

  test('a holiday closes its own night, not the night it ends in', () => {
    const hours = { ...bar, holidays: ['2026-11-22'] };
    expect(isOpenAt(hours, at('2026-11-22T01:00+03:00'), 'Europe/Moscow')).toBe(true);
    expect(isOpenAt(hours, at('2026-11-22T23:00+03:00'), 'Europe/Moscow')).toBe(false);
    expect(isOpenAt(hours, at('2026-11-23T01:00+03:00'), 'Europe/Moscow')).toBe(false);
  });

  test('“until 24:00” is until midnight', () => {
    const late: Hours = { weekly: { wed: [['10:00', '24:00']] } };
    expect(isOpenAt(late, at('2026-11-18T23:59+03:00'), 'Europe/Moscow')).toBe(true);
    expect(isOpenAt(late, at('2026-11-19T00:00+03:00'), 'Europe/Moscow')).toBe(false);
  });
});

describe('when the clocks change', () => {
  // Berlin: 28 March 2027 at 2:00 → 3:00, 25 October 2026 at 3:00 → 2:00; both are Sundays.
  test.each([
    ['nine in winter', '2027-03-26T08:00Z', true],
    ['an hour too early in summer', '2027-03-29T06:59Z', false],
    ['nine in summer', '2027-03-29T07:00Z', true],
    ['six in summer', '2027-03-29T16:00Z', false],
  ])('%s', (_, moment, open) => {
    expect(isOpenAt(office, at(moment), 'Europe/Berlin')).toBe(open);
  });

  test('the night after a day of 23 hours still belongs to that day', () => {
    const sundays: Hours = { weekly: { sun: [['22:00', '02:00']] } };
    expect(isOpenAt(sundays, at('2027-03-28T22:30Z'), 'Europe/Berlin')).toBe(true);
    expect(isOpenAt(sundays, at('2027-03-29T00:30Z'), 'Europe/Berlin')).toBe(false);
  });

  test('the night after a day of 25 hours too', () => {
    const sundays: Hours = { weekly: { sun: [['22:00', '02:00']] } };
    expect(isOpenAt(sundays, at('2026-10-26T00:30Z'), 'Europe/Berlin')).toBe(true);
    expect(isOpenAt(sundays, at('2026-10-26T01:30Z'), 'Europe/Berlin')).toBe(false);
  });

  test('the wall clock is that of the zone', () => {
    expect(new Date(wallClock(at('2027-03-29T07:00Z'), 'Europe/Berlin')).toISOString()).toBe(
      '2027-03-29T09:00:00.000Z',
    );
    expect(new Date(wallClock(at('2026-11-18T23:30Z'), 'Asia/Kathmandu')).toISOString()).toBe(
      '2026-11-19T05:15:00.000Z',
    );
  });
});

test('in words, neighbouring days with the same hours are one', () => {
  const days = ['Пн', 'Вт', 'Ср', 'Чт', 'Пт', 'Сб', 'Вс'];
  expect(
    hoursInWords(
      {
        weekly: {
          ...office.weekly,
          sat: [
            ['10:00', '12:00'],
            ['13:00', '15:00'],
          ],
        },
      },
      days,
    ),
  ).toBe('Пн–Пт 09:00–18:00; Сб 10:00–12:00, 13:00–15:00');
  expect(hoursInWords({ weekly: {} }, days)).toBe('');
});

describe('at the moment of transfer', () => {
  const bot = drawBot()
    .hours({ mon: day, tue: day, wed: day })
    .start('menu')
    .menu('menu', '?', { people: 'Позвать человека' })
    .handoff('people')
    .build();

  test('inside hours the customer is told so', () => {
    const talk = talkTo(bot);
    talk.customer('привет');
    expect(talk.customer('1')).toEqual(['Зову людей']);
  });

  test('the hours of the transfer count, not those of the greeting; one message, and the status all the same', () => {
    const talk = talkTo(bot);
    talk.customer('привет');
    talk.passes('8h');
    expect(talk.customer('1')).toEqual(['Сейчас мы не работаем. Ответим в рабочее время: Пн–Ср 09:00–18:00.']);
    expect(talk.state).toMatchObject({ owner: 'human', status: 'st_human' });
  });

  test('the author’s own words go first', () => {
    const own = drawBot().hours({ mon: day }).start('people').handoff('people', { outsideHours: 'Мы спим' }).build();
    expect(talkTo(own).customer('привет')).toEqual(['Мы спим']);
  });

  test('contact details are taken first, and then people have the lead, whatever menu stands above', () => {
    const talk = talkTo(
      drawBot()
        .hours({ mon: day })
        .variable('phone')
        .start('menu')
        .menu('menu', '?', { people: 'Человек' }, { after: 'repeat' })
        .handoff('people', {}, { nobody: 'q' })
        .question('q', 'Телефон?', { answer: 'phone', saveTo: 'phone' }, { answered: 'thanks', failed: 'thanks' })
        .message('thanks', 'Спасибо')
        .build(),
    );
    talk.customer('привет');
    expect(talk.customer('1')).toEqual(['Телефон?']);
    expect(talk.state).toMatchObject({ owner: 'bot', status: 'st_human' });
    expect(talk.customer('+7 916 123 45 67')).toEqual(['Спасибо']);
    expect(talk.state).toMatchObject({ owner: 'human', variables: { phone: '+79161234567' } });
    expect(talk.customer('1')).toEqual([]);
  });

  test('a time zone nobody knows is no crash', () => {
    const broken = drawBot().hours({ wed: day }, [], 'Mars/Olympus').start('people').handoff('people').build();
    expect(talkTo(broken).customer('привет')).toEqual(['Зову людей']);
  });
});
