import { describe, expect, test } from 'vitest';
import { readAnswer } from '../../../engine/nlu/entities/readAnswer.ts';

const tuesday = Date.UTC(2026, 2, 10, 11, 0); // 10 March 2026, 14:00 in Moscow
const dayIn = (
  text: string,
  language = 'ru',
  now = tuesday,
  timeZone = 'Europe/Moscow',
  more: { min?: number; max?: number } = {},
): unknown => {
  const read = readAnswer('date', text, { now, timeZone, language, attachments: [], ...more });
  return read.ok ? read.value : read.reason;
};

describe('said on Tuesday, 10 March 2026', () => {
  test.each([
    ['сегодня', '2026-03-10'],
    ['завтра', '2026-03-11'],
    ['завтро в 18:30', '2026-03-11'],
    ['послезавтра', '2026-03-12'],
    ['в пятницу', '2026-03-13'],
    ['пт', '2026-03-13'],
    ['во вторник', '2026-03-17'],
    ['в этот вторник', '2026-03-10'],
    ['в следующую пятницу', '2026-03-20'],
    ['в среду на следующей неделе', '2026-03-18'],
    ['в прошлую пятницу', '2026-03-06'],
    ['на выходных', '2026-03-14'],
    ['15го', '2026-03-15'],
    ['15-го числа', '2026-03-15'],
    ['на 5-е', '2026-04-05'],
    ['к пятнадцатому', '2026-03-15'],
    ['двадцать пятого', '2026-03-25'],
    ['15', '2026-03-15'],
    ['01.02', '2027-02-01'],
    ['10.03', '2026-03-10'],
    ['09.03', '2027-03-09'],
    ['1/2/27', '2027-02-01'],
    ['05 05 2027', '2027-05-05'],
    ['25.12.2026 в 18-30', '2026-12-25'],
    ['2026-05-01', '2026-05-01'],
    ['5 мая', '2026-05-05'],
    ['5 мая в семь вечера', '2026-05-05'],
    ['первого мая', '2026-05-01'],
    ['двадцать третьего февраля', '2027-02-23'],
    ['12 мая 27 года', '2027-05-12'],
    ['5 мая 1990', '1990-05-05'],
    ['05.05.85', '1985-05-05'],
    ['29 февраля', '2028-02-29'],
    ['8 марта в 12.30', '2027-03-08'],
    ['5 сентебря', '2026-09-05'],
    ['в пятницу 13 марта', '2026-03-13'],
    ['через 3 дня', '2026-03-13'],
    ['через две недели', '2026-03-24'],
    ['через месяц', '2026-04-10'],
    ['через день', '2026-03-12'],
    ['10 дней назад', '2026-02-28'],
    ['завтра в 6 вечера', '2026-03-11'],
    ['через неделю', '2026-03-17'],
    ['через неделю в пятницу', '2026-03-20'],
    ['через 2 недели во вторник', '2026-03-24'],
    ['через полгода', '2026-09-10'],
    ['через пару недель', '2026-03-24'],
    ['не завтра, а послезавтра', '2026-03-12'],
    ['следующий понедельник', '2026-03-16'],
    ['в ближайшее воскресенье', '2026-03-15'],
    ['в четверг на этой неделе', '2026-03-12'],
    ['5 числа следующего месяца', '2026-04-05'],
    ['1.04.26', '2026-04-01'],
    ['2026.04.01', '2026-04-01'],
    ['1 мая 2026 г. в 15.00', '2026-05-01'],
    ['15.03.26, 15:30', '2026-03-15'],
    ['двадцатого', '2026-03-20'],
    ['а завтра можно?', '2026-03-11'],
    ['не раньше 15 марта', '2026-03-15'],
  ])('%s is %s', (text, day) => {
    expect(dayIn(text)).toBe(day);
  });

  test.each([
    ['en', 'day after tomorrow', '2026-03-12'],
    ['en', 'next Friday', '2026-03-20'],
    ['en', 'May 5th, 2027', '2027-05-05'],
    ['en', 'the 15th', '2026-03-15'],
    ['en', 'in a week', '2026-03-17'],
    ['en', 'in a fortnight', '2026-03-24'],
    ['en', 'a week from now', '2026-03-17'],
    ['en', '20 days from today', '2026-03-30'],
    ['en', 'tomorrow at 6', '2026-03-11'],
    ['en', 'Monday next week', '2026-03-16'],
    ['en', 'this weekend', '2026-03-14'],
    ['en', 'on Friday at 5pm', '2026-03-13'],
    ['en', 'April first', '2026-04-01'],
    ['en', 'March 15, 2027 at 10:30', '2027-03-15'],
    ['en', 'two days ago', '2026-03-08'],
    ['en', 'tmrw', '2026-03-11'],
    ['en', '3/4/2026', '2026-03-04'],
    ['en', '25/12/2026', '2026-12-25'],
    ['kk', 'ертең', '2026-03-11'],
    ['kk', '5 мамырда', '2026-05-05'],
    ['kk', 'келесі жұма', '2026-03-20'],
    ['kk', '3 күннен кейін', '2026-03-13'],
    ['es', 'pasado mañana', '2026-03-12'],
    ['es', 'mañana por la mañana', '2026-03-11'],
    ['es', '5 de mayo de 2027', '2027-05-05'],
    ['es', 'dentro de 3 días', '2026-03-13'],
  ])('%s: %s is %s', (language, text, day) => {
    expect(dayIn(text, language)).toBe(day);
  });

  test.each([
    ...['31 февраля', '31.02', '32.01.2026', '40', '00.00', '29.02.2027', '2026-13-01'],
    ...[
      'на днях',
      'на следующей неделе',
      'в марте',
      'летом',
      'не знаю',
      'привет',
      '12:30',
      'второй вариант',
      'мне 25 лет',
    ],
    ...['5 мая или 6 июня', '5 или 6 мая', 'с 5 по 10 мая', '5-10 мая', '5-10', 'завтра или послезавтра'],
    ...['не сегодня', 'в субботу или воскресенье', 'через полтора месяца', 'в середине марта', 'not tomorrow'],
  ])('%s is not one day', (text) => {
    expect(dayIn(text)).toBe('notDate');
  });
});

test('today is the day of the bot’s zone', () => {
  const lateEvening = Date.UTC(2026, 2, 10, 22, 30);
  expect(dayIn('сегодня', 'ru', lateEvening, 'Europe/Moscow')).toBe('2026-03-11');
  expect(dayIn('сегодня', 'ru', lateEvening, 'America/New_York')).toBe('2026-03-10');
  expect(dayIn('сегодня', 'ru', lateEvening, 'no such zone')).toBe('2026-03-10');
});

test('the night when clocks change loses no day', () => {
  const beforeSpring = Date.UTC(2026, 2, 28, 23, 30); // 00:30 on 29 March in Berlin, clocks go forward at 2
  const afterAutumn = Date.UTC(2026, 9, 25, 22, 30); // 23:30 on 25 October in Berlin, the day that lasts 25 hours
  expect(dayIn('завтра', 'ru', beforeSpring, 'Europe/Berlin')).toBe('2026-03-30');
  expect(dayIn('завтра', 'ru', afterAutumn, 'Europe/Berlin')).toBe('2026-10-26');
  expect(dayIn('10 дней назад', 'ru', afterAutumn, 'Europe/Berlin')).toBe('2026-10-15');
});

test('limits count days from today', () => {
  const limits = { min: 0, max: 30 };
  expect(dayIn('вчера', 'ru', tuesday, 'Europe/Moscow', limits)).toBe('tooSmall');
  expect(dayIn('сегодня', 'ru', tuesday, 'Europe/Moscow', limits)).toBe('2026-03-10');
  expect(dayIn('5 мая', 'ru', tuesday, 'Europe/Moscow', limits)).toBe('tooBig');
});

test('is shown so that it cannot be misread', () => {
  const rules = { now: tuesday, timeZone: 'Europe/Moscow', attachments: [] };
  expect(readAnswer('date', '5 мая', { ...rules, language: 'ru' })).toMatchObject({ shown: '05.05.2026' });
  expect(readAnswer('date', 'May 5', { ...rules, language: 'en' })).toMatchObject({ shown: '5 May 2026' });
});
