import { createHash } from 'node:crypto';
import type Database from 'better-sqlite3';
import { z } from 'zod';
import { PROOFS } from './inboxProof.ts';

/** The setting that knows whom to leave forgotten. It has no lead's number, only what a number is known again by. */
export const FORGOTTEN = 'forgotten';
/** Longer than anything reaches back into the account's history (`engine/host/catchUp.ts`). */
const KEPT_MS = 15 * 24 * 3_600_000;
const forgottenSchema = z.record(z.string(), z.number()).catch({});

/** Leads to be erased, and up to when each is forgotten: by the account's clock, epoch ms. */
export type ForgottenUntil = ReadonlyMap<string, number>;

/** A clock is wrong by less than this, or it is known by how much (`engine/host/clockWatch.ts`). */
const DOUBT_MS = 60_000;

/**
 * Up to when each of these leads is forgotten: all that was taken in of them, whatever `until` says, since the account has
 * it still; and nothing that may be written after this, or nobody would ever answer it. To be asked before the rows go, and
 * for the copies too: theirs are older. `until`: see `StoreCare.erase`. `now`: by our own clock.
 */
export function forgottenUntil(
  database: Database.Database,
  leads: readonly string[],
  until: number | null,
  now: number,
): ForgottenUntil {
  // Other rows are not dated by the account. What nobody has seen there may be dated by whoever forged it.
  const newest = database
    .prepare<[string, number], number | null>(
      `SELECT max(at) FROM inbox WHERE lead = ? AND type = 'message' AND (proof = ${String(PROOFS.indexOf('seen'))} OR at <= ?)`,
    )
    .pluck();
  const past = now - DOUBT_MS;
  const latest = (until ?? past) + 2 * DOUBT_MS;
  const of = (lead: string): number => {
    const taken = newest.get(lead, latest) ?? null;
    return Math.max(until ?? taken ?? past, taken ?? -Infinity);
  };
  return new Map(leads.map((lead) => [lead, of(lead)]));
}

/** Runs in the caller's transaction. */
export function keepForgotten(database: Database.Database, until: ForgottenUntil): void {
  const json = database.prepare<[string], string>('SELECT json FROM setting WHERE key = ?').pluck().get(FORGOTTEN);
  const before = forgottenSchema.parse(json === undefined ? {} : JSON.parse(json));
  const all = new Map(Object.entries(before));
  for (const [lead, at] of until) all.set(markOf(lead), Math.max(at, all.get(markOf(lead)) ?? -Infinity));
  const oldest = Math.max(...all.values()) - KEPT_MS;
  const kept = Object.fromEntries([...all].filter(([, at]) => at > oldest));
  database
    .prepare<[string, string]>(
      'INSERT INTO setting (key, json) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET json = excluded.json',
    )
    .run(FORGOTTEN, JSON.stringify(kept));
}

/** Was what this lead wrote at `at` (by the account's clock) erased? The account has it still, and would bring it back. */
export function isForgotten(setting: unknown, lead: string, at: number): boolean {
  if (setting === undefined) return false;
  return at <= (forgottenSchema.parse(setting)[markOf(lead)] ?? -Infinity);
}

function markOf(lead: string): string {
  return createHash('sha256').update(lead).digest('base64url').slice(0, 16);
}
