import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const MAIN = join(import.meta.dirname, '../../engine/cli/main.ts');
const CONTRACT = join(import.meta.dirname, '../fixtures/bots/contract.dialogram.json');

/** The command line as a script of a shell has it. `rest`: where the streams lead. */
function inShell(args: readonly string[], rest: string): Promise<{ status: number | null; err: string }> {
  const script = `set -o pipefail; "$@" ${rest}`;
  const child = spawn('bash', ['-c', script, 'bash', process.execPath, MAIN, ...args], {
    env: { ...process.env, LC_ALL: 'C', NODE_OPTIONS: '' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let err = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status) => resolve({ status, err }));
  });
}

test.each<[string, string[], string, RegExp, number]>([
  [
    'no room for the answer',
    ['check', CONTRACT, '--json'],
    '>/dev/full',
    /^The output cannot be written \(ENOSPC\)/u,
    2,
  ],
  ['nobody reads the answer', ['check', CONTRACT, '--json'], '| true', /^$/u, 0],
  ['whoever reads wants the beginning', ['template', 'nlp'], '| head -1', /^$/u, 0],
  ['no room for the complaint', ['check', CONTRACT, '--fast'], '2>/dev/full', /^$/u, 2],
  ['no answer is wanted at all', ['check', CONTRACT, '--json'], '>&-', /^$/u, 0],
])(
  '%s: the status is what the contract says, and nothing is called a fault of ours',
  async (_, args, rest, said, is) => {
    const ended = await inShell(args, rest);
    expect(ended.err).toMatch(said);
    expect(ended.err.trim().split('\n')).toHaveLength(1);
    expect(ended.status).toBe(is);
  },
);
