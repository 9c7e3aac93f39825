import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { tempFolder } from '../support/tempFolder.ts';

const CHILD = join(import.meta.dirname, 'flushChild.ts');
const COMMITS = 300;

/** Flushes the process made, by the system's own count; null where the system cannot be asked. */
function flushes(folder: string): number | null {
  const log = join(folder, 'calls');
  const traced = ['-f', '-qq', '-e', 'trace=fsync,fdatasync', '-o', log, process.execPath, CHILD, join(folder, 'data')];
  const done = spawnSync('strace', [...traced, String(COMMITS)], { encoding: 'utf8' });
  if (done.error !== undefined || done.status !== 0) return null;
  return readFileSync(log, 'utf8')
    .split('\n')
    .filter((line) => /f(data)?sync\(/u.test(line)).length;
}

test('three hundred commits are three hundred flushes to the disk', () => {
  const folder = tempFolder();
  const plain = spawnSync(process.execPath, [CHILD, join(folder, 'plain'), String(COMMITS)], { encoding: 'utf8' });
  expect(plain.stdout.trim()).toBe(`${String(COMMITS)} commits`);
  const counted = flushes(folder);
  expect(counted ?? COMMITS).toBeGreaterThanOrEqual(COMMITS);
}, 120_000);
