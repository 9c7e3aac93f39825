import type Database from 'better-sqlite3';
import { z } from 'zod';
import { offeredSchema, ownerSchema, placeSchema } from '../model/state.ts';
import type { StandingRow } from '../ports/sessionStore.ts';
import type { StoreReader } from '../ports/store.ts';
import { unpackOffered } from '../runtime/packedOffered.ts';
import { unpackPlace } from '../runtime/packedPlace.ts';
import { readStored } from './storedJson.ts';

/** About ten milliseconds of reading between two turns of the event loop. */
const ROWS_A_PART = 2_000;

interface Counted {
  readonly owner: string;
  readonly place: string | null;
  readonly node: string | null;
  readonly busy: number;
  readonly offered: string | null;
  readonly callers: string | null;
  readonly people: number;
}
interface Part {
  readonly version: number;
  readonly after: number;
}

// Short, or at length as an earlier version wrote them.
const flowSchema = z
  .union([z.string(), placeSchema])
  .transform(unpackPlace)
  .pipe(placeSchema)
  .transform(({ flow }) => flow);
const idsSchema = z
  .union([z.string(), z.array(offeredSchema)])
  .transform((packed) => unpackOffered(packed).map(({ id }) => id));
const callersSchema = z.array(z.object({ place: placeSchema })).transform((calls) => calls.map(({ place }) => place));

/**
 * SQLite takes the few facts out of each state and counts; only distinct places are read here. A state that is not JSON
 * counts by its columns.
 */
export function standingQueries(database: Database.Database): Pick<StoreReader, 'pinnedVersions' | 'standing'> {
  // One step of the index a version: DISTINCT would walk through every session there is.
  const versions = database
    .prepare<[], number>(
      `WITH RECURSIVE pinned (version) AS (
         SELECT min(version) FROM session
         UNION ALL SELECT (SELECT min(version) FROM session s WHERE s.version > p.version) FROM pinned p
           WHERE p.version IS NOT NULL)
       SELECT version FROM pinned WHERE version IS NOT NULL`,
    )
    .pluck();
  const end = database
    .prepare<Part, number>(
      `SELECT rowid FROM session WHERE version = :version AND rowid > :after
       ORDER BY rowid LIMIT 1 OFFSET ${String(ROWS_A_PART - 1)}`,
    )
    .pluck();
  const part = database.prepare<
    Part & { readonly upTo: number; readonly since: number; readonly leads: string | null },
    Counted
  >(
    `SELECT owner, state -> '$.wait.place' AS place, node, state -> '$.wait.effect' IS NOT NULL AS busy,
       state -> '$.wait.offered' AS offered, state -> '$.calls' AS callers, count(*) AS people
     FROM (SELECT lead, owner, node, updated_at, CASE WHEN json_valid(state) THEN state ELSE '{}' END AS state
       FROM session
       WHERE version = :version AND rowid > :after AND rowid <= :upTo AND phase = 'talking' AND owner <> 'off'
         AND (:leads IS NULL OR lead IN (SELECT value FROM json_each(:leads)))) AS s
     WHERE owner = 'human' OR updated_at >= :since
       OR EXISTS (SELECT 1 FROM timer WHERE timer.lead = s.lead)
       OR state ->> '$.wait.memo.aside' = 1
     GROUP BY 1, 2, 3, 4, 5, 6`,
  );
  return {
    pinnedVersions: () => versions.all(),
    standing(version, since, after, leads) {
      const upTo = end.get({ version, after });
      const of = leads === undefined ? null : JSON.stringify(leads);
      const rows = part.all({ version, since, after, upTo: upTo ?? Number.MAX_SAFE_INTEGER, leads: of });
      return { rows: rows.map(standing), next: upTo ?? null };
    },
  };
}

function standing(row: Counted): StandingRow {
  const owner = ownerSchema.safeParse(row.owner);
  const offered = readStored(idsSchema, row.offered ?? '[]');
  const flow = row.place === null ? null : readStored(flowSchema, row.place);
  const callers = readStored(callersSchema, row.callers ?? '[]');
  return {
    // Of what cannot be read people get the lead when it speaks up (`salvageState`).
    owner: owner.success ? owner.data : 'human',
    flow: flow?.ok === true ? flow.value : null,
    node: row.node,
    busy: row.busy === 1,
    offered: offered.ok ? offered.value : [],
    callers: callers.ok ? callers.value : [],
    people: row.people,
  };
}
