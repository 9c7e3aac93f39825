import type { Language } from '../copy/copyTypes.ts';
import { copyOf } from '../copy/i18n.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** «14:32»; for another day «22 нояб.», for another year with it. */
export function timeOf(at: number, now: number, language: Language): string {
  const date = new Date(at);
  const today = new Date(now);
  if (date.toDateString() === today.toDateString()) return clock(at, language);
  const options: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'short' };
  if (date.getFullYear() !== today.getFullYear()) options.year = 'numeric';
  return new Intl.DateTimeFormat(language, options).format(date);
}

/** «Сегодня», «Вчера», «22 ноября»; of another year with it. */
export function dayOf(at: number, now: number, language: Language): string {
  const date = new Date(at);
  const today = new Date(now);
  const before = (days: number): string =>
    new Date(today.getFullYear(), today.getMonth(), today.getDate() - days).toDateString();
  const near = [0, 1].find((days) => before(days) === date.toDateString());
  if (near !== undefined) {
    const word = new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(-near, 'day');
    return word.charAt(0).toLocaleUpperCase(language) + word.slice(1);
  }
  const options: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'long' };
  if (date.getFullYear() !== today.getFullYear()) options.year = 'numeric';
  return new Intl.DateTimeFormat(language, options).format(date);
}

/** «09:05», “9:05 AM”. */
export function clock(at: number, language: Language): string {
  return new Intl.DateTimeFormat(language, {
    hour: language === 'ru' ? '2-digit' : 'numeric',
    minute: '2-digit',
  }).format(at);
}

/** «22 нояб. 2026 г., 12:05» */
export function fullTime(at: number, language: Language): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(at);
}

/** «5 минут назад»; a day and more ago: the date. */
export function ago(at: number, now: number, language: Language): string {
  const passed = now - at;
  if (passed < MINUTE) return copyOf('app', language)('ago.now');
  const words = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  if (passed < HOUR) return words.format(-Math.floor(passed / MINUTE), 'minute');
  if (passed < 24 * HOUR) return words.format(-Math.floor(passed / HOUR), 'hour');
  return timeOf(at, now, language);
}
