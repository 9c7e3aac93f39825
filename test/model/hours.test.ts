import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hoursSchema, WEEKDAYS, type Hours } from '../../engine/model/definitions.ts';
import { closesAt, hoursInWords, isOpenAt, nextOpening, nextTimeOfDay } from '../../engine/model/hours.ts';
import { momentsOf, wallClock } from '../../engine/model/timeZone.ts';

const day: [string, string][] = [['09:00', '18:00']];
const office: Hours = { weekly: { mon: day, tue: day, wed: day, thu: day, fri: day }, holidays: ['2027-01-01'] };
const bar: Hours = { weekly: { sat: [['22:00', '02:00']], sun: [['22:00', '02:00']] } };
const lunch: Hours = {
  weekly: {
    wed: [
      ['10:00', '13:00'],
      ['14:00', '19:00'],
    ],
  },
};
const always: Hours = { weekly: Object.fromEntries(WEEKDAYS.map((name) => [name, [['00:00', '24:00']]])) };
const at = (text: string): number => Date.parse(text);
const shown = (moment: number | null): string | null => (moment === null ? null : new Date(moment).toISOString());

describe('is anybody there', () => {
  test.each([
    ['Wednesday at nine', office, '2026-11-18T09:00+03:00', true],
    ['a minute before nine', office, '2026-11-18T08:59+03:00', false],
    ['a second before nine', office, '2026-11-18T08:59:59+03:00', false],
    ['a minute before six', office, '2026-11-18T17:59+03:00', true],
    ['at six', office, '2026-11-18T18:00+03:00', false],
    ['Saturday noon', office, '2026-11-21T12:00+03:00', false],
    ['a holiday', office, '2027-01-01T12:00+03:00', false],
    ['the next working day', office, '2027-01-04T12:00+03:00', true],
    ['past midnight, as part of Saturday', bar, '2026-11-22T01:30+03:00', true],
    ['after closing', bar, '2026-11-22T02:00+03:00', false],
    ['before opening', bar, '2026-11-21T21:59+03:00', false],
    ['before the break', lunch, '2026-11-18T12:59+03:00', true],
    ['in the break', lunch, '2026-11-18T13:30+03:00', false],
    ['after the break', lunch, '2026-11-18T14:00+03:00', true],
    ['around the clock at midnight', always, '2026-11-18T00:00+03:00', true],
  ])('%s in Moscow', (_, hours, moment, open) => {
    expect(isOpenAt(hours, at(moment), 'Europe/Moscow')).toBe(open);
  });

  test('without hours somebody always is', () => {
    const moment = at('2026-11-22T03:00Z');
    expect(isOpenAt(undefined, moment, 'Europe/Moscow')).toBe(true);
    expect(nextOpening(undefined, moment, 'Europe/Moscow')).toBe(moment);
    expect(closesAt(undefined, moment, 'Europe/Moscow')).toBeNull();
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

describe('days off', () => {
  test.each([
    ['2027-01-05', ['2027-01-01..2027-01-08'], false],
    ['2027-01-08', ['2027-01-01..2027-01-08'], false],
    ['2027-01-11', ['2027-01-01..2027-01-08'], true],
    ['2028-01-05', ['2027-01-01..2027-01-08'], true],
    ['2027-01-05', ['2027-01-08..2027-01-01'], true],
    ['2027-03-08', ['03-08'], false],
    ['2028-03-08', ['03-08'], false],
    ['2027-12-31', ['12-31..01-08'], false],
    ['2028-01-05', ['12-31..01-08'], false],
    ['2028-01-10', ['12-31..01-08'], true],
  ])('%s with %j: open = %s', (date, holidays, open) => {
    const hours = hoursSchema.parse({ ...office, holidays });
    expect(isOpenAt(hours, at(`${date}T12:00+03:00`), 'Europe/Moscow')).toBe(open);
  });

  test.each(['1 января', '2027-1-1', '2027-01', '2027-01-01..', '01-01..2027-01-08'])('«%s» is none', (holiday) => {
    expect(hoursSchema.safeParse({ ...office, holidays: [holiday] }).success).toBe(false);
  });
});

describe('when they come and go', () => {
  test.each([
    ['before nine', office, '2026-11-18T07:00+03:00', '2026-11-18T06:00:00.000Z', null],
    ['open now', office, '2026-11-18T10:30+03:00', '2026-11-18T07:30:00.000Z', '2026-11-18T15:00:00.000Z'],
    ['Friday evening', office, '2026-11-20T19:00+03:00', '2026-11-23T06:00:00.000Z', null],
    ['before a holiday', office, '2026-12-31T19:00+03:00', '2027-01-04T06:00:00.000Z', null],
    ['a break is a closing', lunch, '2026-11-18T12:00+03:00', '2026-11-18T09:00:00.000Z', '2026-11-18T10:00:00.000Z'],
    ['in the break', lunch, '2026-11-18T13:10+03:00', '2026-11-18T11:00:00.000Z', null],
    ['past midnight', bar, '2026-11-22T01:00+03:00', '2026-11-21T22:00:00.000Z', '2026-11-21T23:00:00.000Z'],
    ['never closed', always, '2026-11-18T12:00+03:00', '2026-11-18T09:00:00.000Z', null],
    ['never open', { weekly: {} }, '2026-11-18T12:00+03:00', null, null],
  ])('%s', (_, hours: Hours, moment, opens, closes) => {
    expect(shown(nextOpening(hours, at(moment), 'Europe/Moscow'))).toBe(opens);
    expect(shown(closesAt(hours, at(moment), 'Europe/Moscow'))).toBe(closes);
  });

  test('around the clock until a day off', () => {
    const hours = { ...always, holidays: ['2026-12-31..2027-01-01'] };
    expect(shown(closesAt(hours, at('2026-11-18T12:00+03:00'), 'Europe/Moscow'))).toBe('2026-12-30T21:00:00.000Z');
  });

  test('spans that overlap or touch are one', () => {
    const hours: Hours = {
      weekly: {
        wed: [
          ['14:00', '20:00'],
          ['09:00', '15:00'],
          ['20:00', '21:00'],
        ],
      },
    };
    expect(shown(closesAt(hours, at('2026-11-18T10:00+03:00'), 'Europe/Moscow'))).toBe('2026-11-18T18:00:00.000Z');
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
    expect(shown(wallClock(at('2027-03-29T07:00Z'), 'Europe/Berlin'))).toBe('2027-03-29T09:00:00.000Z');
    expect(shown(wallClock(at('2026-11-18T23:30Z'), 'Asia/Kathmandu'))).toBe('2026-11-19T05:15:00.000Z');
  });

  test.each([
    ['an ordinary time', '2027-03-29', 540, 'Europe/Berlin', ['2027-03-29T07:00:00.000Z']],
    ['a time the clocks skip', '2027-03-28', 150, 'Europe/Berlin', ['2027-03-28T01:00:00.000Z']],
    [
      'a time that comes twice',
      '2026-10-25',
      150,
      'Europe/Berlin',
      ['2026-10-25T00:30:00.000Z', '2026-10-25T01:30:00.000Z'],
    ],
    ['New York springs forward', '2027-03-14', 150, 'America/New_York', ['2027-03-14T07:00:00.000Z']],
    [
      'New York falls back',
      '2026-11-01',
      90,
      'America/New_York',
      ['2026-11-01T05:30:00.000Z', '2026-11-01T06:30:00.000Z'],
    ],
    ['Moscow does neither', '2027-03-28', 150, 'Europe/Moscow', ['2027-03-27T23:30:00.000Z']],
    ['half an hour on Lord Howe', '2026-10-04', 135, 'Australia/Lord_Howe', ['2026-10-03T15:30:00.000Z']],
    ['midnight after', '2027-03-28', 1440, 'Europe/Berlin', ['2027-03-28T22:00:00.000Z']],
  ])('%s', (_, date, minute, zone, moments) => {
    expect(momentsOf(date, minute, zone).map(shown)).toEqual(moments);
  });

  test('the opening of a Monday after a change is at nine by the new clocks', () => {
    expect(shown(nextOpening(office, at('2027-03-27T12:00Z'), 'Europe/Berlin'))).toBe('2027-03-29T07:00:00.000Z');
    expect(shown(nextOpening(office, at('2026-10-24T12:00Z'), 'Europe/Berlin'))).toBe('2026-10-26T08:00:00.000Z');
    expect(shown(nextOpening(office, at('2027-03-13T12:00Z'), 'America/New_York'))).toBe('2027-03-15T13:00:00.000Z');
  });
});

const zones = ['Europe/Moscow', 'Europe/Berlin', 'America/New_York', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'UTC'];
const clock = fc.integer({ min: 0, max: 96 }).map((quarter) => {
  const two = (figure: number): string => String(figure).padStart(2, '0');
  return `${two(Math.floor(quarter / 4))}:${two((quarter % 4) * 15)}`;
});
const anyDay = fc.array(fc.tuple(clock, clock), { maxLength: 2 });
const weekly: fc.Arbitrary<Hours['weekly']> = fc.record({
  mon: anyDay,
  tue: anyDay,
  wed: anyDay,
  thu: anyDay,
  fri: anyDay,
  sat: anyDay,
  sun: anyDay,
});
const holidays = fc.constantFrom<string[]>([], ['2026-10-25'], ['03-28'], ['2027-03-01..2027-03-20']);
const schedules: fc.Arbitrary<Hours> = fc.record({ weekly, holidays });
// Around the changes of the clocks, where mistakes live, and at any other time.
const moments = fc.oneof(
  ...['2026-10-25T00:00Z', '2027-03-28T00:00Z', '2026-11-01T05:00Z', '2027-03-14T06:00Z', '2026-12-31T20:00Z'].map(
    (base) => fc.integer({ min: -2_000, max: 2_000 }).map((minutes) => at(base) + minutes * 60_000),
  ),
);

test('any schedule, any zone: it opens when it says, closes when it says, and not in between', () => {
  fc.assert(
    fc.property(schedules, moments, fc.constantFrom(...zones), (hours: Hours, moment, zone) => {
      const opens = nextOpening(hours, moment, zone);
      const open = isOpenAt(hours, moment, zone);
      expect(open).toBe(opens === moment);
      if (!open) expect(closesAt(hours, moment, zone)).toBeNull();
      if (opens !== null && !open) {
        expect(isOpenAt(hours, opens, zone)).toBe(true);
        expect(isOpenAt(hours, opens - 1, zone)).toBe(false);
      }
      const closes = closesAt(hours, moment, zone);
      if (closes === null) return;
      expect(isOpenAt(hours, closes - 1, zone)).toBe(true);
      expect(isOpenAt(hours, closes, zone)).toBe(false);
      for (let quarter = moment; quarter < Math.min(closes, moment + 86_400_000); quarter += 900_000)
        expect(isOpenAt(hours, quarter, zone)).toBe(true);
    }),
    { numRuns: 400 },
  );
});

describe('the next time of day', () => {
  test.each([
    ['later today', '18:00', '2026-11-18T10:00+03:00', 'Europe/Moscow', [], '2026-11-18T15:00:00.000Z'],
    ['already past: tomorrow', '09:00', '2026-11-18T10:00+03:00', 'Europe/Moscow', [], '2026-11-19T06:00:00.000Z'],
    ['just now: tomorrow', '10:00', '2026-11-18T10:00+03:00', 'Europe/Moscow', [], '2026-11-19T07:00:00.000Z'],
    ['on Mondays', '09:00', '2026-11-18T10:00+03:00', 'Europe/Moscow', ['mon'], '2026-11-23T06:00:00.000Z'],
    ['today’s weekday, past', '09:00', '2026-11-18T10:00+03:00', 'Europe/Moscow', ['wed'], '2026-11-25T06:00:00.000Z'],
    ['over a change of clocks', '09:00', '2027-03-27T10:00Z', 'Europe/Berlin', [], '2027-03-28T07:00:00.000Z'],
    ['skipped that night', '02:30', '2027-03-27T10:00Z', 'Europe/Berlin', [], '2027-03-28T01:00:00.000Z'],
    ['twice that night: once', '02:30', '2026-10-25T00:40Z', 'Europe/Berlin', [], '2026-10-26T01:30:00.000Z'],
  ] as const)('%s', (_, wanted, moment, zone, weekdays, next) => {
    expect(shown(nextTimeOfDay(wanted, at(moment), zone, weekdays))).toBe(next);
  });
});

test('in words, neighbouring days with the same hours are one', () => {
  const days = ['Пн', 'Вт', 'Ср', 'Чт', 'Пт', 'Сб', 'Вс'];
  const saturday: [string, string][] = [
    ['10:00', '12:00'],
    ['13:00', '15:00'],
  ];
  expect(hoursInWords({ weekly: { ...office.weekly, sat: saturday } }, days)).toBe(
    'Пн–Пт 09:00–18:00; Сб 10:00–12:00, 13:00–15:00',
  );
  expect(hoursInWords({ weekly: {} }, days)).toBe('');
});
