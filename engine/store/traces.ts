import type Database from 'better-sqlite3';
import { z } from 'zod';
import { effectSchema } from '../model/effect.ts';
import { turnEventSchema } from '../model/event.ts';
import { ok } from '../model/result.ts';
import type { SessionState } from '../model/state.ts';
import { traceEntrySchema } from '../model/trace.ts';
import type { Log } from '../ports/log.ts';
import type { TraceRow } from '../ports/sessionStore.ts';
import type { StoreReader } from '../ports/store.ts';
import { readState, writeState } from './readState.ts';
import { readStored, whole } from './storedJson.ts';

type Reader = Pick<StoreReader, 'traces' | 'recorded'>;
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
  readonly before: string | null;
  readonly after: string | null;
}

/** SQLite's null is «not kept». */
function orNull(state: SessionState | undefined): string | null {
  return state === undefined ? null : writeState(state);
}

const entriesSchema = z.array(traceEntrySchema);
const effectsSchema = z.array(effectSchema);

export function traceTable(database: Database.Database, log: Log): { readonly read: Reader; readonly write: Writer } {
  const add = database.prepare<[string, number, number, string, string, string, string | null, string | null]>(
    `INSERT INTO trace (lead, version, at, event, entries, effects, state_before, state_after)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const latest = database.prepare<[string, number], Stored>(
    `SELECT id, version, at, event, entries, effects, state_before AS before, state_after AS after
     FROM trace WHERE lead = ? ORDER BY id DESC LIMIT ?`,
  );

  /** A turn that can no longer be read is history only: it is left out of what is shown, and told. */
  function read(lead: string, { id, version, at, ...json }: Stored): TraceRow | null {
    const event = readStored(turnEventSchema, json.event);
    const entries = readStored(entriesSchema, json.entries);
    const effects = readStored(effectsSchema, json.effects);
    const before = json.before === null ? ok(undefined) : readState(json.before);
    const after = json.after === null ? ok(undefined) : readState(json.after);
    if (event.ok && entries.ok && effects.ok && before.ok && after.ok) {
      return {
        id,
        lead,
        version,
        at,
        event: event.value,
        entries: entries.value,
        effects: effects.value,
        ...(before.value === undefined ? {} : { before: before.value }),
        ...(after.value === undefined ? {} : { after: after.value }),
      };
    }
    log.warn('store.traceUnreadable', { id });
    return null;
  }

  const recorded: Reader['recorded'] = (lead, limit) =>
    latest
      .all(lead, limit)
      .reverse()
      .map((stored) => read(lead, stored));

  return {
    read: { recorded, traces: (lead, limit) => recorded(lead, limit).filter((row) => row !== null) },
    write: {
      addTrace({ lead, version, at, event, entries, effects, before, after }) {
        const json = [JSON.stringify(event), JSON.stringify(entries), JSON.stringify(effects)] as const;
        add.run(lead, version, whole(at), ...json, orNull(before), orNull(after));
      },
    },
  };
}
