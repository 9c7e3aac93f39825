import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { killRun } from './killRun.ts';
import { brokenPromises, seenKinds, windowWords } from './promises.ts';

/**
 * usage: npm run test:kill [-- KILLS] [--seed S]    100 kills unless told otherwise. One JSON line with the counts of every
 * kind of fault and of P2's window, the same in words on stderr; status 1 if a promise was broken.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { kills: { type: 'string' }, seed: { type: 'string', default: '1' } },
});
const kills = Number(positionals[0] ?? values.kills ?? 100);
if (!Number.isSafeInteger(kills) || kills < 1) {
  console.error('How many kills? A whole number, as in: npm run test:kill -- 100');
  process.exit(2);
}
const folder = mkdtempSync(join(tmpdir(), 'dialogram-kill-'));
try {
  const figures = await killRun(folder, kills, Number(values.seed));
  console.log(JSON.stringify(figures));
  for (const [kind, count] of seenKinds(figures))
    console.error(`${kind}: ${count === 0 ? 'NEVER' : `${String(count)} times`}`);
  console.error(windowWords(figures));
  const broken = brokenPromises(figures);
  for (const line of broken) console.error(`broken: ${line}`);
  process.exitCode = broken.length === 0 ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
