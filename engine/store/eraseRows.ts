import type Database from 'better-sqlite3';
import { z } from 'zod';
import { leadScope } from '../model/leadKey.ts';
import { type ForgottenUntil, keepForgotten } from './forgotten.ts';
import type { CustomerKey } from '../ports/storeCare.ts';

/** A number of fewer digits is nobody's in particular. */
const FEWEST_DIGITS = 5;

/** «+7 (999) 111-22-33», «8 999 111 22 33» and «79991112233» are one number. */
function foldPhone(text: string): string {
  return text.replaceAll(/\D/gu, '').replace(/^8(?=\d{10}$)/u, '7');
}

/** Leads whose stored rows say that they are this customer's. Whoever is only spoken of is none. */
export function findLeads(database: Database.Database, customer: CustomerKey): readonly string[] {
  if ('lead' in customer) {
    const tables = tablesOfLeads(database);
    return keysOf(database, customer.lead).filter((key) =>
      tables.some(
        (table) => database.prepare(`SELECT 1 FROM "${table}" WHERE lead = ? LIMIT 1`).get(key) !== undefined,
      ),
    );
  }
  const phone = foldPhone(customer.phone);
  if (phone.length < FEWEST_DIGITS) return [];
  // Those who have no conversation yet are few; the others are looked for where their number is kept.
  const rows = database.prepare<[], { readonly lead: string; readonly json: string }>(
    `SELECT lead, state AS json FROM session UNION ALL
     SELECT lead, event AS json FROM inbox WHERE type = 'message' AND lead NOT IN (SELECT lead FROM session)`,
  );
  const leads = new Set<string>();
  for (const { lead, json } of rows.iterate())
    for (const [, spelt = ''] of json.matchAll(/"phone":"([^"]*)"/gu)) if (foldPhone(spelt) === phone) leads.add(lead);
  return [...leads];
}

/** Whoever asks knows the number that an account's people know; which account's, only the rows tell. */
function keysOf(database: Database.Database, lead: string): readonly string[] {
  const json = database.prepare<[], string>(`SELECT json FROM setting WHERE key = 'accounts'`).pluck().get();
  const accounts = z
    .array(z.string())
    .catch([])
    .parse(JSON.parse(json ?? '[]'));
  return [lead, ...accounts.slice(1).map((account) => leadScope(account, false) + lead)];
}

/**
 * Deletes every row of these leads from whatever table has any. Runs in the caller's transaction. `until`: each
 * lead with the moment up to which it stays forgotten (`forgotten.ts`). Value: rows deleted.
 */
export function eraseRows(database: Database.Database, until: ForgottenUntil): number {
  keepForgotten(database, until);
  const leads = [...until.keys()];
  const tables = tablesOfLeads(database);
  let rows = 0;
  for (const table of tables) {
    const remove = database.prepare<[string]>(`DELETE FROM "${table}" WHERE lead = ?`);
    for (const lead of leads) rows += remove.run(lead).changes;
  }
  // What the loop watch keeps quotes customers; without it a machine is only found out anew.
  rows += database.prepare(`DELETE FROM setting WHERE key = 'talks'`).run().changes;
  return rows + eraseTesters(database, leads);
}

/** Every present and future table that has rows of leads, also in a copy of another version. */
function tablesOfLeads(database: Database.Database): readonly string[] {
  return database
    .prepare<[], string>(
      `SELECT t.name FROM sqlite_schema t JOIN pragma_table_info(t.name) c
       WHERE t.type = 'table' AND c.name = 'lead' ORDER BY t.name`,
    )
    .pluck()
    .all();
}

/** Test contacts are a setting that knows numbers and leads. */
function eraseTesters(database: Database.Database, leads: readonly string[]): number {
  const settings = database
    .prepare<[], { readonly key: string; readonly json: string }>(
      `SELECT key, json FROM setting WHERE key LIKE 'testers:%'`,
    )
    .all();
  const save = database.prepare<[string, string]>('UPDATE setting SET json = ? WHERE key = ?');
  let changed = 0;
  for (const { key, json } of settings) {
    const stored = testers.safeParse(JSON.parse(json));
    if (!stored.success) continue;
    const contacts = stored.data.contacts.filter((contact) => !contact.leads.some((lead) => leads.includes(lead)));
    if (contacts.length === stored.data.contacts.length) continue;
    changed += stored.data.contacts.length - contacts.length;
    save.run(JSON.stringify({ ...stored.data, contacts }), key);
  }
  return changed;
}

const testers = z.looseObject({ contacts: z.array(z.looseObject({ leads: z.array(z.string()) })) });
