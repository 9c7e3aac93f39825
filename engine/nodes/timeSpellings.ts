import { z } from 'zod';
import { WEEKDAYS, type Weekday } from '../model/definitions.ts';
import { isRecord } from './spellings.ts';

/** How long, how late and on which days, in the spellings that bot files have for them. */

/** A time of day («9:00», «9.30», «9») as `HH:MM`; null = it is none. */
export function clockOf(text: string | undefined): string | null {
  const [, hours, minutes = '00'] = /^(\d{1,2})(?:[:.](\d{2}))?$/u.exec((text ?? '').trim()) ?? [];
  if (hours === undefined) return null;
  const clock = `${hours.padStart(2, '0')}:${minutes}`;
  return /^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/u.test(clock) ? clock : null;
}

const MINUTES = { seconds: 1 / 60, minutes: 1, hours: 60, days: 1_440 } as const;

/** `hours: 1, minutes: 30` as `minutes: 90`; a figure that is none stands in `minutes`, where the schema refuses it. */
export function inMinutes(value: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { seconds, hours, days, ...rest } = value;
  const given = Object.entries({
    seconds,
    minutes: value.minutes,
    hours,
    days: Array.isArray(days) ? undefined : days,
  });
  const parts = given.filter(([, part]) => part !== undefined);
  if (parts.every(([unit]) => unit === 'minutes')) return value;
  const figures = parts.map(([unit, part]) => numberOf(part) * MINUTES[unit as keyof typeof MINUTES]);
  const sum = figures.reduce((total, figure) => total + figure, 0);
  return {
    ...rest,
    ...(Array.isArray(days) ? { days } : {}),
    minutes: Number.isNaN(sum) ? parts.find(([, part]) => Number.isNaN(numberOf(part)))?.[1] : sum,
  };
}

function numberOf(value: unknown): number {
  if (typeof value === 'number') return value;
  return typeof value === 'string' && value.trim() !== '' ? Number(value.replace(',', '.')) : Number.NaN;
}

/** `until: { time, weekdays }` as `until: time` with `weekdays` beside it. */
export function untilBeside(value: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { until, days, ...rest } = value;
  const beside = rest.weekdays ?? (Array.isArray(days) ? days : undefined);
  const given = isRecord(until) ? until : { time: until };
  const time = given.time ?? given.at ?? given.clock ?? given.timeOfDay;
  const weekdays = given.weekdays ?? given.days ?? beside;
  return {
    ...rest,
    ...(Array.isArray(days) || days === undefined ? {} : { days }),
    ...(time === undefined ? {} : { until: typeof time === 'number' ? String(time) : time }),
    ...(weekdays === undefined ? {} : { weekdays }),
  };
}

const DAYS_OF_WEEK = 7;
const SHORTEST_NAME = 2;
const GROUPS: Readonly<Record<string, readonly Weekday[]>> = {
  weekdays: WEEKDAYS.slice(0, 5),
  workdays: WEEKDAYS.slice(0, 5),
  будни: WEEKDAYS.slice(0, 5),
  weekends: WEEKDAYS.slice(5),
  weekend: WEEKDAYS.slice(5),
  выходные: WEEKDAYS.slice(5),
  daily: WEEKDAYS,
  everyday: WEEKDAYS,
  all: WEEKDAYS,
  ежедневно: WEEKDAYS,
};
/** Every day by its names; a beginning of one will do («thurs», «понед»). */
const NAMES: Readonly<Record<Weekday, readonly string[]>> = {
  mon: ['monday', 'понедельник', 'пн'],
  tue: ['tuesday', 'вторник', 'вт'],
  wed: ['wednesday', 'среда', 'ср'],
  thu: ['thursday', 'четверг', 'чт'],
  fri: ['friday', 'пятница', 'пт'],
  sat: ['saturday', 'суббота', 'сб'],
  sun: ['sunday', 'воскресенье', 'вс'],
};

/** «mon», «Monday», «пн», 1 (Monday) to 7, «mon-fri», «weekdays» as days of the week; null = it is none of them. */
export function weekdaysIn(name: unknown): readonly Weekday[] | null {
  if (typeof name === 'number') return dayOf(String(name));
  if (typeof name !== 'string') return null;
  const text = name.trim().toLowerCase();
  if (Object.hasOwn(GROUPS, text)) return GROUPS[text] ?? null;
  const [first, last] = text.split(/[-–—]|\.\./u).map((part) => dayOf(part.trim())?.[0]);
  if (first === undefined) return null;
  if (!/[-–—]|\.\./u.test(text)) return [first];
  if (last === undefined) return null;
  const [from, to] = [WEEKDAYS.indexOf(first), WEEKDAYS.indexOf(last)];
  return from <= to ? WEEKDAYS.slice(from, to + 1) : [...WEEKDAYS.slice(0, to + 1), ...WEEKDAYS.slice(from)];
}

function dayOf(name: string): readonly Weekday[] | null {
  const day = /^[0-7]$/u.test(name)
    ? WEEKDAYS[(Number(name) + 6) % DAYS_OF_WEEK]
    : name.length < SHORTEST_NAME
      ? undefined
      : WEEKDAYS.find((known) => NAMES[known].some((full) => full.startsWith(name)));
  return day === undefined ? null : [day];
}

/** Days of the week in any of their spellings, in the order of the week; one that is none is refused. */
export const weekdays = z.preprocess(
  (value) => {
    const named: unknown[] = Array.isArray(value) ? value : typeof value === 'string' ? value.split(',') : [value];
    const read = named.flatMap((name): readonly unknown[] => weekdaysIn(name) ?? [name]);
    return [...new Set(read)].sort((a, b) => WEEKDAYS.indexOf(a as Weekday) - WEEKDAYS.indexOf(b as Weekday));
  },
  z.array(z.enum(WEEKDAYS)),
);
