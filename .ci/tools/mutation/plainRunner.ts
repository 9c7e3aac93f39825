// A test runner for Stryker: the test files of the core are loaded once, and a mutant costs the tests that reach it and nothing more.
// (With vitest itself each mutant pays for a worker and for loading the core again: some fifty times as long.)
import { globSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { join, relative, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { watchingCaches } from './caches.ts';
import { finishTest, takeWritten } from './vitestNames.ts';

const TESTS = 'test/{check,expression,flow,model,nodes,runtime}/**/*.test.ts';
/** Thousands of hostile files and random bots: minutes for a mutant they touch, and few that nothing else finds. */
const LEFT_OUT = /hostileFiles\.test\.ts$|\.property\.test\.ts$/;
/** Milliseconds; a mutant can make a test wait for what never comes. */
const PATIENCE = 5_000;

interface LoadedTest {
  /** `test/nodes/menu.test.ts#the titles`. */
  readonly id: string;
  readonly fileName: string;
  readonly run: () => unknown;
  /** Milliseconds, the last time. */
  took: number;
}

/** What the instrumented files read and write (`@stryker-mutator/instrumenter`, syntax-helpers). */
interface Switchboard {
  activeMutant?: string | undefined;
  currentTestId?: string | undefined;
  hitCount?: number | undefined;
  hitLimit?: number | undefined;
  mutantCoverage?: unknown;
}

interface MutantRun {
  readonly activeMutant: { readonly id: string };
  readonly testFilter?: readonly string[];
  readonly hitLimit?: number;
}

export function plainRunner() {
  const scope = globalThis as unknown as { __stryker__?: Switchboard };
  const board = (scope.__stryker__ ??= {});
  let tests: readonly LoadedTest[] = [];
  let forget = (): void => {};

  async function failure(test: LoadedTest): Promise<string | undefined> {
    forget();
    const began = performance.now();
    let timer: NodeJS.Timeout | undefined;
    try {
      const result = test.run();
      if (!(result instanceof Promise)) return undefined;
      const late = new Promise<never>((_, reject) => {
        timer = setTimeout(() => {
          reject(new Error('the test waits for ever'));
        }, PATIENCE);
      });
      await Promise.race([result, late]);
      return undefined;
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    } finally {
      clearTimeout(timer);
      await finishTest();
      test.took = performance.now() - began;
    }
  }

  return {
    capabilities: () => ({ reloadEnvironment: false }),

    async init(): Promise<void> {
      forget = await watchingCaches(async () => {
        tests = await loadTests();
      });
    },

    async dryRun() {
      const results = [];
      for (const test of tests) {
        board.currentTestId = test.id;
        const failureMessage = await failure(test);
        const told = { id: test.id, name: test.id, fileName: test.fileName, timeSpentMs: test.took };
        results.push(failureMessage === undefined ? { ...told, status: 0 } : { ...told, status: 1, failureMessage });
      }
      board.currentTestId = undefined;
      return { status: 'complete', tests: results, mutantCoverage: board.mutantCoverage };
    },

    async mutantRun({ activeMutant, testFilter, hitLimit }: MutantRun) {
      const wanted = new Set(testFilter);
      const chosen = tests.filter(({ id }) => wanted.has(id)).sort((one, other) => one.took - other.took);
      // Stryker's limit is a hundred times what all tests hit together. One test that hits twice what they all did runs in a circle.
      const limit = hitLimit === undefined ? Infinity : hitLimit / 50 + 10_000;
      board.hitLimit = limit;
      for (const [at, test] of chosen.entries()) {
        board.hitCount = 0;
        board.activeMutant = activeMutant.id;
        const failureMessage = await failure(test);
        board.activeMutant = undefined;
        if (board.hitCount > limit) return { status: 'timeout', reason: 'runs in a circle' };
        if (failureMessage === undefined) continue;
        // The very test must pass without the mutant, here and now: else something of an earlier mutant is left behind, and Stryker
        // starts a fresh process when a run throws.
        if ((await failure(test)) !== undefined) throw new Error(`${test.id} fails by itself after other mutants`);
        return { status: 'killed', killedBy: [test.id], failureMessage, nrOfTests: at + 1 };
      }
      return { status: 'survived', nrOfTests: chosen.length };
    },
  };
}

async function loadTests(): Promise<readonly LoadedTest[]> {
  const names = pathToFileURL(join(import.meta.dirname, 'vitestNames.ts')).href;
  registerHooks({
    resolve: (specifier, context, next) =>
      specifier === 'vitest' && context.parentURL !== names
        ? { url: names, shortCircuit: true }
        : next(specifier, context),
  });
  const loaded: LoadedTest[] = [];
  for (const file of globSync(TESTS).sort()) {
    if (LEFT_OUT.test(file)) continue;
    const fileName = join(process.cwd(), file);
    await import(pathToFileURL(fileName).href);
    const seen = new Map<string, number>();
    for (const { titles, run } of takeWritten()) {
      const name = `${relative(process.cwd(), fileName).split(sep).join('/')}#${titles.join(' > ')}`;
      const before = seen.get(name) ?? 0;
      seen.set(name, before + 1);
      loaded.push({ id: before === 0 ? name : `${name} (${String(before + 1)})`, fileName, run, took: 0 });
    }
  }
  return loaded;
}
