import type { Log } from '../ports/log.ts';

/** Work that nobody waits for: what goes wrong in it is in the log, and ends nothing else. */
export function inBackground(log: Log): (what: string, work: () => Promise<void>) => void {
  return (what, work) => {
    work().catch((error: unknown) => {
      log.error('background.failed', { what, stack: error instanceof Error ? error.stack : String(error) });
    });
  };
}
