import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { isWhole } from './checker.ts';
import { keepSeed } from './corpus.ts';
import { BEGINNING, simulate } from './simulate.ts';
import { memoryFolder } from './memoryFolder.ts';
import { templateFolder } from './templateFolder.ts';

/**
 * usage: node test/simulation/main.ts [--seeds N] [--from S] [--keep] [--trace]
 * A JSON line for each seed that broke a promise, and one for all of them. `--keep`: such seeds go to the corpus, which
 * every later run of the tests plays first. `--trace`: what happened, line by line.
 */
const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '100' },
    from: { type: 'string', default: '1' },
    keep: { type: 'boolean', default: false },
    trace: { type: 'boolean', default: false },
  },
});
const first = Number(values.from);
const count = Number(values.seeds);
const folder = memoryFolder();
const began = performance.now();
const faults = new Map<string, number>();
const sum = { messages: 0, sent: 0, steps: 0, virtualMs: 0 };
let bad = 0;
try {
  const template = await templateFolder(folder, BEGINNING, {});
  for (let seed = first; seed < first + count; seed += 1) {
    const run = await simulate({ seed, folder: join(folder, String(seed)), template, keepsLines: values.trace });
    for (const [kind, times] of run.faults) faults.set(kind, (faults.get(kind) ?? 0) + times);
    for (const key of ['messages', 'sent', 'steps', 'virtualMs'] as const) sum[key] += run.figures[key];
    if (values.trace) console.log(run.lines.join('\n'));
    if (isWhole(run.verdict)) continue;
    bad += 1;
    if (values.keep) keepSeed(seed);
    console.log(JSON.stringify({ seed, ...run.verdict, digest: run.digest }));
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
const seconds = (performance.now() - began) / 1_000;
console.log(
  JSON.stringify({
    seeds: count,
    from: first,
    bad,
    seconds: Number(seconds.toFixed(1)),
    perSecond: Number((count / seconds).toFixed(1)),
    messages: sum.messages,
    sent: sum.sent,
    steps: sum.steps,
    virtualHours: Math.round(sum.virtualMs / 3_600_000),
    faults: Object.fromEntries([...faults].sort()),
  }),
);
process.exitCode = bad === 0 ? 0 : 1;
