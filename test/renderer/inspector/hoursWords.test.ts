import { describe, expect, test } from 'vitest';
import { holidayInWords } from '../../../renderer/inspector/settings/holidayInWords.ts';
import { placeName, timeZones } from '../../../renderer/inspector/settings/timeZones.ts';

describe('a day off', () => {
  test.for<[string, 'ru' | 'en', string]>([
    ['2027-05-09', 'ru', '9 мая 2027 г.'],
    ['2027-05-09', 'en', 'May 9, 2027'],
    ['01-07', 'ru', '7 января, каждый год'],
    ['01-01..01-08', 'ru', '1–8 января, каждый год'],
    ['02-29', 'ru', '29 февраля, каждый год'],
    ['12-30..01-02', 'ru', '30 декабря – 2 января, каждый год'],
    ['2026-12-31..2027-01-08', 'ru', '31 дек. 2026 г. – 8 янв. 2027 г.'],
    ['когда-нибудь', 'ru', 'когда-нибудь'],
    ['2027-05-09..никогда', 'ru', '2027-05-09..никогда'],
  ])('%s in %s is %s', ([day, language, words]) => {
    const shown = holidayInWords(day, language, (days) => `${days}, каждый год`);
    expect(shown.replace(/[\u2009\u00a0\u202f]/g, ' ')).toBe(words);
  });
});

describe('a place', () => {
  test.for<[string, string, string]>([
    ['Europe/Moscow', 'ru', 'Москва'],
    ['Asia/Yekaterinburg', 'ru', 'Екатеринбург'],
    ['Europe/Moscow', 'en', 'Moscow'],
    ['America/New_York', 'en', 'New York'],
  ])('%s in %s is %s', ([zone, language, name]) => {
    expect(placeName(zone, language, 0)).toBe(name);
  });

  test('is found in the list by either name', () => {
    const moscow = timeZones('ru', 0, 'Europe/Moscow').find(({ value }) => value === 'Europe/Moscow');
    expect(moscow).toEqual({ value: 'Europe/Moscow', label: 'Москва · UTC+03:00', hint: 'Europe/Moscow' });
  });
});
