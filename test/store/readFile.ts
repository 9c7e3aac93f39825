import { join } from 'node:path';
import Database from 'better-sqlite3';

/** What a statement finds in the data folder's database, past the engine that has it open. */
export function readFile(folder: string, sql: string, ...values: string[]): readonly unknown[] {
  const database = new Database(join(folder, 'dialogram.sqlite'), { readonly: true });
  try {
    return database.prepare<string[]>(sql).all(...values);
  } finally {
    database.close();
  }
}
