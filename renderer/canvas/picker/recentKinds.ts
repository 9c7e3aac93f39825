import type { KindName } from '../../../engine/nodes/kind.ts';
import { isKind } from '../../nodes/isKind.ts';

const KEY = 'dialogram.recentKinds';
const MOST = 3;

/** The kinds added last, newest first. A habit of this person on this machine, not a part of any bot. */
export function readRecent(): readonly KindName[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(stored)
      ? stored
          .filter((kind) => typeof kind === 'string')
          .filter(isKind)
          .slice(0, MOST)
      : [];
  } catch {
    return [];
  }
}

export function rememberRecent(kind: KindName): void {
  try {
    localStorage.setItem(KEY, JSON.stringify([kind, ...readRecent().filter((other) => other !== kind)].slice(0, MOST)));
  } catch {
    // Storage may be full or switched off; the list is a convenience.
  }
}
