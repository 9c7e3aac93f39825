// usage: npm run mutate    the mutation score of the pure core; the share of mutants tried: sample.ts
export default {
  mutate: ['engine/{model,expression,nodes,flow,check,runtime}/**/*.ts', '!engine/**/*Texts{,Ru,En}.ts'],
  plugins: ['./.ci/tools/mutation/plugins.ts'],
  checkers: ['sample'],
  reporters: ['score', 'json'],
  jsonReporter: { fileName: '.cache/mutation/mutation.json' },
  testRunner: 'plain',
  coverageAnalysis: 'perTest',
  // What runs once while a file loads (schemas, tables of words) would need every test for every mutant.
  ignoreStatic: true,
  ignorePatterns: ['dist', 'out', 'coverage', 'test/output', 'electron', 'renderer', '.cache'],
  tempDirName: '.cache/stryker',
  concurrency: 2,
  testRunnerNodeArgs: ['--max-old-space-size=6144'], // which test reaches which mutant, for all of them
  // A busy computer must not pass for a mutant caught in a loop: loops are found by counting, time is the last resort.
  timeoutMS: 20_000,
  timeoutFactor: 2,
  dryRunTimeoutMinutes: 15,
  allowEmpty: false,
  thresholds: { high: 80, low: 70, break: null }, // the score itself: scoreTable.ts
  warnings: { unknownOptions: false },
};
