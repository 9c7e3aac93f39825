import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { killRun } from './killRun.ts';
import { brokenPromises } from './promises.ts';

/** usage: node test/kill/main.ts [--kills N] [--seed S]    One JSON line; status 1 if a promise was broken. */
const { values } = parseArgs({
  options: { kills: { type: 'string', default: '100' }, seed: { type: 'string', default: '1' } },
});
const folder = mkdtempSync(join(tmpdir(), 'dialogram-kill-'));
try {
  const figures = await killRun(folder, Number(values.kills), Number(values.seed));
  console.log(JSON.stringify(figures));
  const broken = brokenPromises(figures);
  for (const line of broken) console.error(`broken: ${line}`);
  process.exitCode = broken.length === 0 ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
