import { createHash } from 'node:crypto';
import type Database from 'better-sqlite3';
import { z } from 'zod';

/** The setting that knows whom to leave forgotten. It has no lead's number, only what a number is known again by. */
export const FORGOTTEN = 'forgotten';
/** Longer than anything reaches back into the account's history (`engine/host/catchUp.ts`). */
const KEPT_MS = 15 * 24 * 3_600_000;
const forgottenSchema = z.record(z.string(), z.number()).catch({});

/** `until`: by the account's clock, epoch ms. Runs in the caller's transaction. */
export function keepForgotten(database: Database.Database, leads: readonly string[], until: number): void {
  const json = database.prepare<[string], string>('SELECT json FROM setting WHERE key = ?').pluck().get(FORGOTTEN);
  const before = forgottenSchema.parse(json === undefined ? {} : JSON.parse(json));
  const kept = Object.entries(before).filter(([, at]) => at > until - KEPT_MS);
  const all = Object.fromEntries([...kept, ...leads.map((lead) => [markOf(lead), until] as const)]);
  database
    .prepare<[string, string]>(
      'INSERT INTO setting (key, json) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET json = excluded.json',
    )
    .run(FORGOTTEN, JSON.stringify(all));
}

/** Was what this lead wrote at `at` (by the account's clock) erased? The account has it still, and would bring it back. */
export function isForgotten(setting: unknown, lead: string, at: number): boolean {
  if (setting === undefined) return false;
  return at <= (forgottenSchema.parse(setting)[markOf(lead)] ?? -Infinity);
}

function markOf(lead: string): string {
  return createHash('sha256').update(lead).digest('base64url').slice(0, 16);
}
