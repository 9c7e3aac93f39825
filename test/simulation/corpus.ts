import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const FILE = join(import.meta.dirname, '../fixtures/seeds/found.txt');

/** Seeds that once broke a promise: played before all others. */
export function corpus(): readonly number[] {
  return readFileSync(FILE, 'utf8').split('\n').filter(Boolean).map(Number);
}

export function keepSeed(seed: number): void {
  const seeds = [...new Set([...corpus(), seed])].sort((a, b) => a - b);
  writeFileSync(FILE, `${seeds.join('\n')}\n`);
}
