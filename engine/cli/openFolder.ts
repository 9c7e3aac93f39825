import { logLevel, pinoLog } from '../host/pinoLog.ts';
import { systemClock } from '../host/systemClock.ts';
import type { Result } from '../model/result.ts';
import type { Store } from '../ports/store.ts';
import { openStore } from '../store/openStore.ts';

/** The data folder for a command that changes it: nobody else may have it meanwhile. Faults: those of `openStore`. */
export function openFolder(folder: string): Result<Store> {
  return openStore({ folder, clock: systemClock, log: pinoLog(logLevel('error')) });
}
