// Stands in for 'vitest' in the test files that plainRunner.ts loads: notes the tests and runs none. The checks are vitest's own.
import { expect } from 'vitest';

/** What a test file wrote: its titles from the outside in, and the function. */
interface WrittenTest {
  readonly titles: readonly string[];
  readonly run: () => unknown;
}

type Body = (...values: unknown[]) => unknown;

let written: WrittenTest[] = [];
let around: readonly string[] = [];

/** The tests noted since the last call. */
export function takeWritten(): readonly WrittenTest[] {
  const taken = written;
  written = [];
  return taken;
}

function test(title: string, ...rest: readonly unknown[]): void {
  const run = rest.find((part): part is Body => typeof part === 'function');
  if (run !== undefined) written.push({ titles: [...around, title], run: () => run() });
}

function describe(title: string, body: Body): void {
  const before = around;
  around = [...before, title];
  body();
  around = before;
}

const rowsOf =
  (note: (title: string, body: Body) => void, spread: boolean) =>
  (rows: readonly unknown[]) =>
  (title: string, ...rest: readonly unknown[]): void => {
    const body = rest.find((part): part is Body => typeof part === 'function');
    rows.forEach((row, at) => {
      const values = spread && Array.isArray(row) ? (row as unknown[]) : [row];
      note(`${title} #${String(at + 1)}`, () => body?.(...values));
    });
  };

test.each = rowsOf(test, true);
test.for = rowsOf(test, false);
describe.each = rowsOf(describe, true);

function beforeAll(): never {
  throw new Error('vitestNames.ts knows no hooks: the tests of the core need none');
}

export { beforeAll, describe, expect, test, beforeAll as beforeEach, beforeAll as afterEach, beforeAll as onTestFinished };
