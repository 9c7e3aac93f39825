// usage: node .ci/tools/check.ts [STEP ...]    all steps without one: types, lint, imports, dead, format, unit
// Every step runs even when one before it failed, and says one line; what a tool printed is shown only when it found something.
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './targets.ts';

interface Step {
  readonly name: string;
  readonly commands: readonly (readonly [program: string, ...args: string[]])[];
}

const PROJECTS = [
  'engine/tsconfig.core.json',
  'engine/tsconfig.json',
  'electron/tsconfig.json',
  'renderer/tsconfig.json',
  'test/tsconfig.json',
  '.ci/tools/tsconfig.json',
];
const SOURCES = ['engine', 'electron', 'renderer', 'test', '.ci/tools'];
const CACHE = '.cache/tsc';

const STEPS: readonly Step[] = [
  {
    name: 'types',
    commands: PROJECTS.map((project) => [
      'tsc',
      '-p',
      project,
      '--incremental',
      '--tsBuildInfoFile',
      `${CACHE}/${project.replaceAll('/', '-')}.tsbuildinfo`,
    ]),
  },
  { name: 'lint', commands: [['eslint', '--max-warnings', '0', '.']] },
  {
    name: 'imports',
    commands: [['depcruise', '--config', '.dependency-cruiser.cjs', '--output-type', 'err', ...SOURCES]],
  },
  { name: 'dead', commands: [['node', '.ci/tools/deadCode.ts']] },
  { name: 'format', commands: [['prettier', '--check', '--log-level', 'warn', '.']] },
  { name: 'unit', commands: [['vitest', 'run', '--project', 'unit', '--project', 'dom']] },
];

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !STEPS.some((step) => step.name === name));
if (unknown.length > 0) {
  console.error(`check: no step ${unknown.join(', ')}; there are ${STEPS.map((step) => step.name).join(', ')}`);
  process.exit(2);
}

mkdirSync(join(ROOT, CACHE), { recursive: true });
const failed = STEPS.filter((step) => wanted.length === 0 || wanted.includes(step.name)).filter(
  (step) => !passes(step),
);
if (failed.length > 0) {
  console.error(`check: ${failed.map((step) => step.name).join(', ')} failed`);
  process.exitCode = 1;
}

function passes(step: Step): boolean {
  const began = performance.now();
  const outputs = step.commands.map(run).filter((output) => output !== undefined);
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(`${outputs.length === 0 ? 'ok    ' : 'FAILED'} ${step.name.padEnd(8)} ${seconds} s`);
  for (const output of outputs) console.log(output);
  return outputs.length === 0;
}

/** What the command printed if it failed. */
function run([program, ...args]: readonly [string, ...string[]]): string | undefined {
  const tool = program === 'node' ? process.execPath : join(ROOT, 'node_modules/.bin', program);
  const done = spawnSync(tool, args, {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    shell: process.platform === 'win32' && program !== 'node', // the tools are .cmd files there
  });
  if (done.status === 0) return undefined;
  return (
    `${done.stdout}${done.stderr}${done.error?.message ?? ''}`.trim() || `${program} ended with ${String(done.status)}`
  );
}
