import { createHash } from 'node:crypto';

/** 128 bits of SHA-256 over the JSON of `value`, in hex: enough to tell contents apart, short enough for a key. */
export function fingerprint(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 32);
}
