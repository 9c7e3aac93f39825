import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const SCRIPT = join(import.meta.dirname, 'main.ts');
const SEEDS = 5_000;
const WORKERS = 2;
/** What must have happened somewhere in all these runs, or they prove less than they seem to. */
const KINDS = [
  '429',
  '500',
  '500AfterDoing',
  'authorServer',
  'clockBack',
  'clockForward',
  'cut',
  'cutUnderWay',
  'frozen',
  'hookSwitchedOff',
  'kill',
  'lostAnswer',
  'lostRequest',
  'managerMoved',
  'managerWrote',
  'networkCut',
  'notListening',
  'redelivered',
  'refusedByEngine',
  'reordered',
];

interface Sum {
  readonly seeds: number;
  readonly messages: number;
  readonly faults: Readonly<Record<string, number>>;
}

test(
  'five thousand seeds: nothing lost, doubled, out of order, or said over a person',
  async () => {
    const share = SEEDS / WORKERS;
    const outputs = await Promise.all(Array.from({ length: WORKERS }, (_, worker) => play(1 + worker * share, share)));
    const bad = outputs.flatMap((lines) => lines.slice(0, -1));
    expect(bad).toEqual([]);
    const sums = outputs.map((lines) => JSON.parse(lines.at(-1) ?? '{}') as Sum);
    expect(sums.map(({ seeds }) => seeds)).toEqual(Array.from({ length: WORKERS }, () => share));
    expect(KINDS.filter((kind) => sums.every(({ faults }) => (faults[kind] ?? 0) === 0))).toEqual([]);
  },
  20 * 60_000,
);

/** Value: a line for each seed that broke a promise, and one for all of them. */
async function play(from: number, seeds: number): Promise<readonly string[]> {
  const child = spawn(process.execPath, [SCRIPT, '--from', String(from), '--seeds', String(seeds)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  await once(child, 'close');
  return output.trim().split('\n');
}
