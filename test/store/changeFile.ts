import { join } from 'node:path';
import Database from 'better-sqlite3';

/** Changes the database of a folder that no engine has, as time, another version or a bad disk would. Value: rows changed. */
export function changeFile(folder: string, sql: string): number {
  const database = new Database(join(folder, 'dialogram.sqlite'));
  try {
    if (sql.startsWith('PRAGMA')) database.exec(sql);
    return sql.startsWith('PRAGMA') ? 0 : database.prepare(sql).run().changes;
  } finally {
    database.close();
  }
}
