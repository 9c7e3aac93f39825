import { createHash, timingSafeEqual } from 'node:crypto';

const WRONG_IN_A_ROW = 5;
const PAUSE_MS = 60_000;

export type Verdict = 'in' | 'wrong' | 'paused';

export interface Door {
  /** `now` in epoch ms. After five wrong keys in a row nobody gets in for a minute, not even with the right one. */
  knock(key: string, now: number): Verdict;
}

/** Hashes of equal length are compared in constant time, so the time says nothing about how close a guess was. */
export function createDoor(token: string): Door {
  const right = sha256(token);
  let wrong = 0;
  let closedUntil = -Infinity;
  return {
    knock(key, now) {
      if (now < closedUntil) return 'paused';
      const isRight = timingSafeEqual(sha256(key), right) && token !== '';
      wrong = isRight ? 0 : wrong + 1;
      if (isRight) return 'in';
      if (wrong >= WRONG_IN_A_ROW) {
        wrong = 0;
        closedUntil = now + PAUSE_MS;
      }
      return 'wrong';
    },
  };
}

function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
