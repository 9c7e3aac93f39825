import { isInSample, type Mutant } from './sample.ts';

/** Where a mutant that is not in the sample ends: Stryker has no gentler word for "do not try it". */
const LEFT_OUT = { status: 'compileError', reason: 'not in the sample' };

/** A checker for Stryker that leaves out the mutants that are not in the sample. */
export const sampleChecker = () => ({
  init: () => Promise.resolve(),
  group: (mutants: readonly Mutant[]) => Promise.resolve([mutants.map(({ id }) => id)]),
  check: (mutants: readonly Mutant[]) =>
    Promise.resolve(
      Object.fromEntries(mutants.map((mutant) => [mutant.id, isInSample(mutant) ? { status: 'passed' } : LEFT_OUT])),
    ),
});
