import { defineConfig } from 'vitest/config';

/** The tests of the pure core, in one worker that keeps what it loaded: a run of a mutant costs its tests and little more. */
export default defineConfig({
  test: {
    environment: 'node',
    include: ['test/{check,expression,flow,model,nodes,runtime}/**/*.test.ts'],
    // Thousands of hostile files and random bots: minutes for each mutant they touch, and few that nothing else finds.
    exclude: ['test/check/hostileFiles.test.ts', 'test/**/*.property.test.ts'],
    testTimeout: 30_000,
    isolate: false,
    setupFiles: ['.ci/tools/mutation/forgetCoverage.mjs'],
  },
});
