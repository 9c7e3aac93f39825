// What Stryker loads; it looks for this name.
import { plainRunner } from './plainRunner.ts';
import { sampleChecker } from './sampleChecker.ts';
import { scoreReporter } from './scoreReporter.ts';

export const strykerPlugins = [
  { kind: 'TestRunner', name: 'plain', factory: plainRunner },
  { kind: 'Checker', name: 'sample', factory: sampleChecker },
  { kind: 'Reporter', name: 'score', factory: scoreReporter },
];
