import { quantile } from './figure.ts';

const MICROSECONDS = 1_000_000;
const ROUNDS = 3;

/**
 * How many of what `work` counts get done in a second of the processor's time, all threads of this process together: what a
 * core of its own would give. On the wall's clock other programs of the machine would be measured too. `work` is done again
 * until a second has been spent.
 */
export async function pace(work: () => number | Promise<number>): Promise<number> {
  const began = process.cpuUsage();
  let done = 0;
  let spent = 0;
  while (spent < MICROSECONDS) {
    done += await work();
    const { user, system } = process.cpuUsage(began);
    spent = user + system;
  }
  return (done / spent) * MICROSECONDS;
}

/** The median of a few rounds, after one that only warms up. */
export async function steadyPace(work: () => number | Promise<number>): Promise<number> {
  await pace(work);
  const rounds: number[] = [];
  while (rounds.length < ROUNDS) rounds.push(await pace(work));
  return median(rounds);
}

export function median(values: readonly number[]): number {
  return quantile(
    [...values].sort((a, b) => a - b),
    0.5,
  );
}
