import { momentsOf, wallClock } from '../../engine/model/timeZone.ts';
import type { Language } from '../copy/copyTypes.ts';

const MINUTE = 60_000;

/** «21:40» as the clocks of the bot's own time zone show it, wherever its author sits. */
export function botTime(at: number, timeZone: string, language: Language): string {
  return new Intl.DateTimeFormat(language, { ...hours(language), timeZone }).format(at);
}

/** The same with its day: «пн, 23 нояб., 08:14». */
export function botMoment(at: number, timeZone: string, language: Language): string {
  const day = { weekday: 'short', day: 'numeric', month: 'short' } as const;
  return new Intl.DateTimeFormat(language, { ...day, ...hours(language), timeZone }).format(at);
}

function hours(language: Language): Intl.DateTimeFormatOptions {
  return { hour: language === 'ru' ? '2-digit' : 'numeric', minute: '2-digit' };
}

/** Do clocks of that zone show the same day? */
export function sameDay(a: number, b: number, timeZone: string): boolean {
  return fieldTime(a, timeZone).slice(0, 10) === fieldTime(b, timeZone).slice(0, 10);
}

/** `YYYY-MM-DDTHH:MM` of that zone, as a field for date and time takes it. */
export function fieldTime(at: number, timeZone: string): string {
  return new Date(wallClock(at, timeZone)).toISOString().slice(0, 16);
}

/** The moment a field means; null = it is not filled in. */
export function momentOf(field: string, timeZone: string): number | null {
  const [, date, hours, minutes] = /^(\d{4,6}-\d\d-\d\d)T(\d\d):(\d\d)/u.exec(field) ?? [];
  if (date === undefined || Number.isNaN(Date.parse(`${date}T00:00:00Z`))) return null;
  return momentsOf(date, Number(hours) * 60 + Number(minutes), timeZone)[0];
}

/** Is it the same minute? Fields know no smaller ones. */
export function sameMinute(a: number, b: number): boolean {
  return Math.floor(a / MINUTE) === Math.floor(b / MINUTE);
}
