/**
 * The least processor time of several tries, in ms, of this thread alone: what else runs on the machine is no fault of the
 * code, and code that is slow is slow each time. Stops at the first try below `enough`.
 */
export function processorMs(work: () => void, enough: number, tries = 8): number {
  let best = Infinity;
  for (let tried = 0; tried < tries && best >= enough; tried += 1) {
    const began = processorTime();
    work();
    best = Math.min(best, processorTime() - began);
  }
  return best;
}

/** Processor time that this thread has had until now, in ms. */
export function processorTime(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
}
