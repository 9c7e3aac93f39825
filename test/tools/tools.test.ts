import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');

interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function node(...args: readonly string[]): Ran {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8' });
  return { status, stdout, stderr };
}

test('an npm script runs on the Node that npm brought, new enough for everything', () => {
  expect(Number(process.versions.node.split('.')[0])).toBeGreaterThanOrEqual(22);
});

describe('a Node that is too old', () => {
  const pretend = (version: string): string =>
    `data:text/javascript,Object.defineProperty(process.versions,'node',{value:'${version}'})`;

  test.each(['20.20.2', '22.17.1'])('%s is refused in one line that says what to do', (version) => {
    const ran = node('--import', pretend(version), '.ci/tools/requireNode.mjs');
    expect(ran.status).toBe(1);
    expect(ran.stderr.trim().split('\n')).toHaveLength(1);
    expect(ran.stderr).toContain(version);
  });

  test.each(['22.18.0', '24.21.0'])('%s is taken', (version) => {
    expect(node('--import', pretend(version), '.ci/tools/requireNode.mjs')).toEqual({
      status: 0,
      stdout: '',
      stderr: '',
    });
  });
});

describe('the closing line of .ci/run', () => {
  let folder = '';
  const report = (name: string, passed: number, failed: number): string => {
    const file = join(folder, name);
    writeFileSync(file, JSON.stringify({ numPassedTests: passed, numFailedTests: failed }));
    return file;
  };
  const count = (...args: readonly string[]): readonly [line: string, status: number | null] => {
    const ran = node('.ci/tools/countTests.ts', ...args);
    return [ran.stdout.trim(), ran.status];
  };
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'reports-'));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  test('adds up the reports', () => {
    expect(count('0', `${report('a', 10, 0)}:0`, `${report('b', 5, 0)}:0`)).toEqual(['15 passed, 0 failed', 0]);
  });
  test('failed tests and failed steps make it fail', () => {
    expect(count('0', `${report('a', 10, 2)}:1`)).toEqual(['10 passed, 2 failed', 1]);
    expect(count('1', `${report('a', 10, 0)}:0`)).toEqual(['10 passed, 1 failed', 1]);
  });
  test('a run that failed outside its tests, found none, or left no report is a failure', () => {
    expect(count('0', `${report('a', 10, 0)}:1`)).toEqual(['10 passed, 1 failed', 1]);
    expect(count('0', `${report('a', 0, 0)}:0`)).toEqual(['0 passed, 1 failed', 1]);
    expect(count('0', `${join(folder, 'missing')}:0`)).toEqual(['0 passed, 1 failed', 1]);
  });
});

describe('an export that nothing uses', () => {
  let folder = '';
  const put = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'dead-'));
    for (const file of ['tsconfig.json', '.ci/tools/tsconfig.all.json']) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      cpSync(join(ROOT, file), join(folder, file));
    }
    put(
      'engine/a.ts',
      'export const asked = 1;\nexport const here = 2;\nexport const there = here;\nexport type Shape = string;\n',
    );
    put('engine/b.ts', "import { asked } from './a.ts';\nasked.toFixed();\n");
    put('test/c.test.ts', "import { there } from '../engine/a.ts';\nthere.toFixed();\n");
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  test('is named with its place; what only a test uses is dead too, what its own file uses is not', () => {
    const ran = node('.ci/tools/deadCode.ts', folder);
    expect(ran.status).toBe(1);
    expect(ran.stdout.trim().split('\n')).toEqual([
      'engine/a.ts:3: there',
      'engine/a.ts:4: Shape',
      '2 exports that nothing uses',
    ]);
  }, 60_000);
});
