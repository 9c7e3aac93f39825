import { type Weekday, WEEKDAYS } from '../../engine/model/definitions.ts';
import type { Copy } from '../copy/i18n.ts';

/** «до 9:00», with its days where there are any: «до 9:00 · Пн–Пт», «до 9:00 · Пн, Ср». */
export function untilWords(
  until: string,
  weekdays: readonly Weekday[],
  t: Copy<'time'>,
  names: Copy<'inspector'>,
): string {
  const time = until.replace(/^0(?=\d:)/, '');
  if (weekdays.length === 0) return t('until', { time });
  return t('untilDays', {
    time,
    days: runs(weekdays)
      .map((run) => inWords(run, names))
      .join(', '),
  });
}

/** Days that follow one another stand together. */
function runs(weekdays: readonly Weekday[]): Weekday[][] {
  const found: Weekday[][] = [];
  for (const [at, day] of WEEKDAYS.entries()) {
    if (!weekdays.includes(day)) continue;
    const before = at === 0 ? undefined : WEEKDAYS[at - 1];
    const last = found.at(-1);
    if (last !== undefined && last.at(-1) === before) last.push(day);
    else found.push([day]);
  }
  return found;
}

/** Two days are named both: a dash between them would save nothing. */
function inWords(run: readonly Weekday[], names: Copy<'inspector'>): string {
  const words = run.map((day) => names(`days.${day}`));
  return words.length > 2 ? `${words[0] ?? ''}–${words.at(-1) ?? ''}` : words.join(', ');
}
