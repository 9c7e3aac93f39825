import { execFile } from 'node:child_process';
import { join, resolve } from 'node:path';
import { z } from 'zod';

export const ROOT = resolve(import.meta.dirname, '../..');

export interface Violation {
  readonly rule: string;
  readonly from: string;
  readonly to: string;
}

const report = z.object({
  summary: z.object({
    violations: z.array(z.object({ rule: z.object({ name: z.string() }), from: z.string(), to: z.string() })),
  }),
});

/** Runs the project's import rules over the folders of `cwd`, as `npm run check` does over the real tree. */
export async function cruise(cwd: string, folders: readonly string[]): Promise<readonly Violation[]> {
  const args = [
    join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs'),
    '--config',
    join(ROOT, '.dependency-cruiser.cjs'),
    '--output-type',
    'json',
    ...folders,
  ];
  const json = await new Promise<string>((done, fail) => {
    // The exit status counts the violations, so only a run without a report is a failure.
    execFile(process.execPath, args, { cwd, maxBuffer: 1 << 28 }, (error, stdout, stderr) => {
      if (stdout.startsWith('{')) done(stdout);
      else fail(new Error(`dependency-cruiser gave no report: ${stderr}${stdout}`, { cause: error }));
    });
  });
  return report.parse(JSON.parse(json)).summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to }));
}
