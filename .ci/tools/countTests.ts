// usage: node .ci/tools/countTests.ts EXTRA_FAILURES REPORT.json:STATUS ...
// Adds up vitest's JSON reports and prints `N passed, N failed` as the last line; the exit status is 1 if anything failed.
// EXTRA_FAILURES: failed steps that have no report. STATUS: how the run ended; a run that failed without a failed test (a file
// that can't be loaded, an error outside every test, no report at all) counts as one failure.
import { existsSync, readFileSync } from 'node:fs';

interface Counts {
  readonly passed: number;
  readonly failed: number;
}

const [extra = '0', ...reports] = process.argv.slice(2);
const counts = reports.map(read);
const passed = counts.reduce((sum, count) => sum + count.passed, 0);
const failed = counts.reduce((sum, count) => sum + count.failed, 0) + Number(extra);
console.log(`${String(passed)} passed, ${String(failed)} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;

function read(argument: string): Counts {
  const [file = '', status = ''] = argument.split(':');
  const report = existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')) as { numPassedTests: number; numFailedTests: number })
    : { numPassedTests: 0, numFailedTests: 0 };
  const silent = report.numFailedTests === 0 && (status !== '0' || report.numPassedTests === 0) ? 1 : 0;
  return { passed: report.numPassedTests, failed: report.numFailedTests + silent };
}
