import { createHash, timingSafeEqual } from 'node:crypto';

const PREFIX = '/hook/';

/** The path as logs may show it. */
export const MASKED_PATH = '/hook/•••';

/**
 * Whether `path` is `/hook/<secret>` for one of the valid secrets. Hashes of equal length are compared in constant
 * time, and all of them always, so the time says nothing about how close a guess was (reliability.md, 4.1).
 */
export function isSecretPath(path: string, secrets: readonly string[]): boolean {
  const given = sha256(path);
  let found = false;
  for (const secret of secrets) {
    const same = timingSafeEqual(given, sha256(PREFIX + secret));
    found = (same && secret !== '') || found;
  }
  return found;
}

function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
