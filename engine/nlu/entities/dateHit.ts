import type { CivilDate } from './civilDate.ts';
import { isRealDate } from './civilDate.ts';

/** `exact` names the day itself, `relative` counts from today, `weekday` yields to both, and a whole `weekend` to a day of it. */
export interface DateHit {
  kind: 'exact' | 'relative' | 'weekday' | 'weekend';
  date: CivilDate;
  length: number;
}

export function dated(date: CivilDate, length: number, kind: DateHit['kind'] = 'exact'): DateHit | null {
  return isRealDate(date) ? { kind, date, length } : null;
}
