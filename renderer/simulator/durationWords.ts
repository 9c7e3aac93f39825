import type { Copy } from '../copy/i18n.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** «24 ч», «1 ч 30 мин», «2 дн»; rounded up to a minute. */
export function durationWords(ms: number, t: Copy<'simulator'>): string {
  const whole = Math.max(MINUTE, Math.ceil(ms / MINUTE) * MINUTE);
  const days = whole > DAY ? Math.floor(whole / DAY) : 0;
  const hours = Math.floor((whole - days * DAY) / HOUR);
  const minutes = Math.floor((whole % HOUR) / MINUTE);
  const parts = [
    days > 0 && t('days', { count: days }),
    hours > 0 && t('hours', { count: hours }),
    minutes > 0 && t('minutes', { count: minutes }),
  ];
  return parts.filter((part) => part !== false).join(' ');
}
