import type Database from 'better-sqlite3';
import { z } from 'zod';
import { effectSchema } from '../model/effect.ts';
import { turnEventSchema } from '../model/event.ts';
import { traceEntrySchema } from '../model/trace.ts';
import type { Log } from '../ports/log.ts';
import type { StoreReader, TraceRow } from '../ports/store.ts';
import { readStored, whole } from './storedJson.ts';

type Reader = Pick<StoreReader, 'traces'>;
interface Writer {
  addTrace(trace: Omit<TraceRow, 'id'>): void;
}
interface Stored {
  readonly id: number;
  readonly version: number;
  readonly at: number;
  readonly event: string;
  readonly entries: string;
  readonly effects: string;
}

const entriesSchema = z.array(traceEntrySchema);
const effectsSchema = z.array(effectSchema);

export function traceTable(database: Database.Database, log: Log): { readonly read: Reader; readonly write: Writer } {
  const add = database.prepare<[string, number, number, string, string, string]>(
    'INSERT INTO trace (lead, version, at, event, entries, effects) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const latest = database.prepare<[string, number], Stored>(
    'SELECT id, version, at, event, entries, effects FROM trace WHERE lead = ? ORDER BY id DESC LIMIT ?',
  );

  /** A turn that can no longer be read is history only: it is left out of what is shown, and told. */
  function read(lead: string, { id, version, at, ...json }: Stored): TraceRow | null {
    const event = readStored(turnEventSchema, json.event);
    const entries = readStored(entriesSchema, json.entries);
    const effects = readStored(effectsSchema, json.effects);
    if (event.ok && entries.ok && effects.ok) {
      return { id, lead, version, at, event: event.value, entries: entries.value, effects: effects.value };
    }
    log.warn('store.traceUnreadable', { id });
    return null;
  }

  return {
    read: {
      traces: (lead, limit) =>
        latest
          .all(lead, limit)
          .reverse()
          .map((stored) => read(lead, stored))
          .filter((row) => row !== null),
    },
    write: {
      addTrace({ lead, version, at, event, entries, effects }) {
        const json = [JSON.stringify(event), JSON.stringify(entries), JSON.stringify(effects)] as const;
        add.run(lead, version, whole(at), ...json);
      },
    },
  };
}
