// Stryker's plugins: `plain` runs the tests, `sample` leaves out the mutants that are not in the sample, `score` says what became of the others.
import { plainRunner } from './plainRunner.ts';
import { isInSample, type Mutant } from './sample.ts';
import { scoreTable, type Tried } from './scoreTable.ts';

/** Where a mutant that is not in the sample ends: Stryker has no gentler word for "do not try it". */
const LEFT_OUT = { status: 'compileError', reason: 'not in the sample' };

const sample = () => ({
  init: () => Promise.resolve(),
  group: (mutants: readonly Mutant[]) => Promise.resolve([mutants.map(({ id }) => id)]),
  check: (mutants: readonly Mutant[]) =>
    Promise.resolve(
      Object.fromEntries(mutants.map((mutant) => [mutant.id, isInSample(mutant) ? { status: 'passed' } : LEFT_OUT])),
    ),
});

const score = () => {
  const all: Tried[] = [];
  let tried = 0;
  const began = performance.now();
  return {
    onMutantTested(result: Tried): void {
      all.push(result);
      if (!isInSample(result) || ['Ignored', 'NoCoverage'].includes(result.status)) return;
      tried += 1;
      if (tried % 50 === 0) console.log(`${String(tried)} tried, ${((performance.now() - began) / 1000).toFixed(0)} s`);
    },
    onMutationTestReportReady(): void {
      console.log(scoreTable(all));
    },
  };
};

export const strykerPlugins = [
  { kind: 'TestRunner', name: 'plain', factory: plainRunner },
  { kind: 'Checker', name: 'sample', factory: sample },
  { kind: 'Reporter', name: 'score', factory: score },
];
