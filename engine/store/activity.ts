import type Database from 'better-sqlite3';
import type { ActivityRow } from '../ports/sessionStore.ts';
import type { StoreReader } from '../ports/store.ts';

const HOUR = 3_600_000;

/** Walks the turns since then by their index on time; the texts of the turns are not touched. */
export function activityQuery(database: Database.Database): StoreReader['activity'] {
  const hours = database.prepare<[number, number], ActivityRow>(
    `SELECT v.bot, (t.at - ?) / ${String(HOUR)} AS hour, count(DISTINCT t.lead) AS people
     FROM trace t JOIN version v ON v.id = t.version WHERE t.at >= ? GROUP BY v.bot, hour`,
  );
  const totals = database.prepare<[number], { readonly bot: string; readonly people: number }>(
    `SELECT v.bot, count(DISTINCT t.lead) AS people
     FROM trace t JOIN version v ON v.id = t.version WHERE t.at >= ? GROUP BY v.bot`,
  );
  return (since) => ({ hours: hours.all(since, since), totals: totals.all(since) });
}
