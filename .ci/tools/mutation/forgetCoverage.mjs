// Runs before each test file. Stryker's coverage is kept in one object that every instrumented file holds, and sent after each test file:
// one worker for all files would send all of it again each time, gigabytes in the end.
const coverage = globalThis.__stryker__?.mutantCoverage;
for (const test of Object.keys(coverage?.perTest ?? {})) delete coverage.perTest[test];
