import { expect, test } from 'vitest';
import { strykerPlugins } from '../../.ci/tools/mutation/plugins.ts';
import { isInSample } from '../../.ci/tools/mutation/sample.ts';
import { scoreTable, type Tried } from '../../.ci/tools/mutation/scoreTable.ts';

const mutants = (folder: string, status: string, many: number): Tried[] =>
  Array.from({ length: many }, (_, at) => ({
    id: `${folder}${status}${String(at)}`,
    fileName: `/work/engine/${folder}/some.ts`,
    mutatorName: 'BlockStatement',
    status,
    location: { start: { line: 1 } },
  }));

/** Those alone that are in the sample, so that what became of them is known. */
const tried = (folder: string, status: string, many: number): Tried[] =>
  mutants(folder, status, 100 * many)
    .filter(isInSample)
    .slice(0, many);

test('a line for each folder, each weighing as many mutants as it has', () => {
  const table = scoreTable([
    ...tried('runtime', 'Killed', 6),
    ...tried('runtime', 'Timeout', 1),
    ...tried('runtime', 'Survived', 2),
    ...tried('runtime', 'NoCoverage', 1),
    ...tried('check', 'Killed', 30),
    ...tried('check', 'Ignored', 50),
  ]).split('\n');
  expect(table[1]?.split(/\s+/u)).toEqual(['runtime', '10', '10', '6', '1', '2', '1', '70.0', '±', '0.0']);
  expect(table[2]?.split(/\s+/u)).toEqual(['check', '30', '30', '30', '0', '0', '0', '100.0', '±', '0.0']);
  expect(table[3]).toContain('score 92.5 ± 0.0');
});

test('a mutant that was not tried makes the score less certain, and no lower', () => {
  const left = mutants('runtime', 'CompileError', 1_000).filter((mutant) => !isInSample(mutant));
  const table = scoreTable([...tried('runtime', 'Killed', 50), ...tried('runtime', 'Survived', 50), ...left]);
  expect(table).toMatch(/score 50\.0 ± 9\.\d/u);
});

test('the sample is a share of each folder, and the same every time', () => {
  const runtime = mutants('runtime', 'Killed', 10_000);
  const chosen = runtime.filter(isInSample);
  expect(chosen.length / runtime.length).toBeCloseTo(0.35, 1);
  expect(runtime.filter(isInSample)).toEqual(chosen);
});

test('an emptied sentence for people is no fault of logic', () => {
  const sentence = mutants('nodes', 'Survived', 1_000).map((mutant) => ({
    ...mutant,
    fileName: '/work/engine/nodes/customerWords.ts',
    mutatorName: 'StringLiteral',
  }));
  expect(sentence.some(isInSample)).toBe(false);
});

test('Stryker finds a runner, a checker and a reporter', () => {
  expect(strykerPlugins.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
    'TestRunner plain',
    'Checker sample',
    'Reporter score',
  ]);
});
