// Stands in for 'vitest' in the test files that plainRunner.ts loads: notes the tests and runs none. The checks are vitest's own.
import { expect } from 'vitest';

/** What a test file wrote: its titles from the outside in, and the function. */
interface WrittenTest {
  readonly titles: readonly string[];
  readonly run: () => unknown;
}

type Body = (...values: unknown[]) => unknown;

let ends: (() => unknown)[] = [];
let written: WrittenTest[] = [];
let around: readonly string[] = [];

/** The tests noted since the last call. */
export function takeWritten(): readonly WrittenTest[] {
  const taken = written;
  written = [];
  return taken;
}

/** What the test that ran asked to be done after it. */
export async function finishTest(): Promise<void> {
  const asked = ends.reverse();
  ends = [];
  for (const end of asked) await end();
}

function test(title: string, ...rest: readonly unknown[]): void {
  const run = bodyOf(rest);
  if (!readsClock(run)) written.push({ titles: [...around, title], run: () => run() });
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
    const body = bodyOf(rest);
    if (readsClock(body)) return;
    rows.forEach((row, at) => {
      const values = spread && Array.isArray(row) ? (row as unknown[]) : [row];
      note(`${title} #${String(at + 1)}`, () => body(...values));
    });
  };

test.each = rowsOf(test, true);
test.for = rowsOf(test, false);
describe.each = rowsOf(describe, true);

/** Before or after the title's options. */
function bodyOf(rest: readonly unknown[]): Body {
  return rest.find((part): part is Body => typeof part === 'function') ?? (() => undefined);
}

/** A test of speed tells of the computer as much as of the code: by itself it must not catch a mutant. */
function readsClock(body: Body): boolean {
  return body.toString().includes('performance.now');
}

function onTestFinished(end: () => unknown): void {
  ends.push(end);
}

export { describe, expect, onTestFinished, test };
