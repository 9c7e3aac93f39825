import { describe, expect, test } from 'vitest';
import { readBound } from '../../../engine/nlu/entities/bound.ts';
import { readDayLimit, writeDayLimit } from '../../../renderer/nodes/question/dayLimit.ts';

const NOW = Date.UTC(2026, 10, 18, 9);

describe('the limit of a date', () => {
  test.each([
    [undefined, { way: 'any' }],
    ['today', { way: 'today' }],
    ['Сегодня', { way: 'today' }],
    ['+30d', { way: 'ahead', count: 30, unit: 'day' }],
    ['-18y', { way: 'ago', count: 18, unit: 'year' }],
    ['2w', { way: 'ahead', count: 2, unit: 'week' }],
    ['+0d', { way: 'today' }],
    [0, { way: 'today' }],
    [14, { way: 'ahead', count: 14, unit: 'day' }],
    [-3, { way: 'ago', count: 3, unit: 'day' }],
    ['2027-05-01', { way: 'date', date: '2027-05-01' }],
    ['через неделю', { way: 'words', text: 'через неделю' }],
    ['30', { way: 'words', text: '30' }],
  ])('%j is %j, and written again means the same day', (bound, limit) => {
    const read = readDayLimit(bound);
    expect(read).toEqual(limit);
    const day = (each: string | number | undefined): number | null =>
      each === undefined ? null : readBound('date', each, NOW, 'UTC');
    expect(day(writeDayLimit(read))).toBe(day(bound));
  });
});
