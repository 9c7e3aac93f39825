import { onTestFinished } from 'vitest';
import type { Result } from '../../engine/model/result.ts';
import type { LogFacts, Log } from '../../engine/ports/log.ts';
import type { Store, StoreWriter } from '../../engine/ports/store.ts';
import type { DiskBounds } from '../../engine/store/ballast.ts';
import type { OpenLogFlush } from '../../engine/store/logFlush.ts';
import { openStore } from '../../engine/store/openStore.ts';
import { tempFolder } from '../support/tempFolder.ts';
import { manualClock, type ManualClock } from './manualClock.ts';

export interface LogLine {
  readonly level: string;
  readonly event: string;
  readonly facts: LogFacts;
}
export interface TestStore {
  readonly store: Store;
  readonly folder: string;
  readonly clock: ManualClock;
  readonly lines: LogLine[];
  /** A write that must succeed. */
  readonly commit: <T>(change: (writer: StoreWriter) => T) => Promise<T>;
}

export function recordingLog(lines: LogLine[]): Log {
  const line =
    (level: string) =>
    (event: string, facts: LogFacts = {}) =>
      void lines.push({ level, event, facts });
  return { debug: line('debug'), info: line('info'), warn: line('warn'), error: line('error') };
}

export function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`fault ${JSON.stringify(result.fault)}`);
  return result.value;
}

/** A store on a real database in a folder of this test alone; closed when the test ends. */
export function openTestStore(
  options: {
    readonly folder?: string;
    readonly clock?: ManualClock;
    readonly keepDays?: number;
    readonly disk?: DiskBounds;
    readonly openFlush?: OpenLogFlush;
  } = {},
): TestStore {
  const { folder = tempFolder(), clock = manualClock(), ...rest } = options;
  const lines: LogLine[] = [];
  const store = value(openStore({ folder, clock, log: recordingLog(lines), ...rest }));
  onTestFinished(() => store.close());
  return { store, folder, clock, lines, commit: async (change) => value(await store.write(change)) };
}
