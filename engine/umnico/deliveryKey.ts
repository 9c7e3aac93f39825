import { fingerprint } from './fingerprint.ts';

/** Umnico's ids are short; anything longer in their place is not an id and must not become a huge key. */
export const LONGEST_ID = 200;

/** Parts are escaped, so that no choice of ids makes two keys alike; a part too long for an id is hashed. */
export function deliveryKey(parts: readonly string[]): string {
  const short = (part: string): string => (part.length > LONGEST_ID ? fingerprint(part) : part.toWellFormed());
  return parts.map((part) => encodeURIComponent(short(part))).join('/');
}
