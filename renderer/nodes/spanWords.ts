import type { Copy } from '../copy/i18n.ts';

const DAY = 1_440;
const HOUR = 60;

/** «1 ч 30 мин», «30 сек», «7 дн»: minutes as short as a card wants them. */
export function spanWords(minutes: number, t: Copy<'time'>): string {
  const seconds = Math.round(minutes * 60);
  const parts = [
    ['day', Math.floor(seconds / (DAY * 60))],
    ['hour', Math.floor(seconds / (HOUR * 60)) % 24],
    ['minute', Math.floor(seconds / 60) % 60],
    ['second', seconds % 60],
  ] as const;
  const shown = parts.filter(([, count]) => count > 0);
  return shown.length === 0
    ? t('short.minute', { count: 0 })
    : shown.map(([unit, count]) => t(`short.${unit}`, { count })).join(' ');
}
