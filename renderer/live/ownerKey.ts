import type { CopyKey } from '../copy/i18n.ts';
import { liveCopy } from '../copy/live.ts';

/** Who talks, and why, as a line. A reason without words of its own is told by its result. */
export function ownerKey(owner: 'bot' | 'human' | 'off', reason: string): CopyKey<'live'> {
  const known: Readonly<Record<string, string>> = liveCopy.ru.owner[owner];
  return `owner.${owner}.${reason in known ? reason : 'other'}` as CopyKey<'live'>;
}
