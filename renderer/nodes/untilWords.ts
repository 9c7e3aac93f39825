import type { Weekday } from '../../engine/model/definitions.ts';
import type { Copy } from '../copy/i18n.ts';

/** «до 9:00», with its days where there are any: «до 9:00 · Пн, Ср». */
export function untilWords(
  until: string,
  weekdays: readonly Weekday[],
  t: Copy<'time'>,
  names: Copy<'inspector'>,
): string {
  const time = until.replace(/^0(?=\d:)/, '');
  if (weekdays.length === 0) return t('until', { time });
  return t('untilDays', { time, days: weekdays.map((day) => names(`days.${day}`)).join(', ') });
}
