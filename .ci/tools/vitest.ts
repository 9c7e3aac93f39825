import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from './targets.ts';

/** Builds what is stale and runs one of vitest's projects; `wrapper` goes before it (`xvfb-run -a`). Answers the exit status. */
export function vitest(project: string, options: readonly string[], wrapper: readonly string[] = []): number {
  const built = run(process.execPath, [join(ROOT, '.ci/tools/build.ts'), '--stale']);
  if (built !== 0) return built;
  const command = [
    ...wrapper,
    process.execPath,
    join(ROOT, 'node_modules/vitest/vitest.mjs'),
    'run',
    '--project',
    project,
    ...options,
  ];
  const [program = process.execPath, ...args] = command;
  return run(program, args);
}

function run(program: string, args: readonly string[]): number {
  return spawnSync(program, args, { cwd: ROOT, stdio: 'inherit' }).status ?? 1;
}
