import type Database from 'better-sqlite3';
import type { StatusLink } from '../ports/botStore.ts';
import type { StoreReader, StoreWriter } from '../ports/store.ts';

type Reader = Pick<StoreReader, 'setting' | 'statusLinks'>;
type Writer = Pick<StoreWriter, 'putSetting' | 'deleteSetting' | 'putStatusLinks'>;

export function settingTables(database: Database.Database): { readonly read: Reader; readonly write: Writer } {
  const get = database.prepare<[string], string>('SELECT json FROM setting WHERE key = ?').pluck();
  const put = database.prepare<[string, string]>(
    'INSERT INTO setting (key, json) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET json = excluded.json',
  );
  const remove = database.prepare<[string]>('DELETE FROM setting WHERE key = ?');
  const links = database.prepare<[string], StatusLink>(
    'SELECT status, external, name FROM status_link WHERE bot = ? ORDER BY position',
  );
  const forget = database.prepare<[string]>('DELETE FROM status_link WHERE bot = ?');
  const link = database.prepare<[string, string, string, string, number]>(
    'INSERT INTO status_link (bot, status, external, name, position) VALUES (?, ?, ?, ?, ?)',
  );

  return {
    read: {
      // The asker knows the shape and parses it; written by `putSetting` alone, so it is JSON.
      setting(key): unknown {
        const json = get.get(key);
        return json === undefined ? undefined : JSON.parse(json);
      },
      statusLinks: (bot) => links.all(bot),
    },
    write: {
      putSetting: (key, value) => void put.run(key, JSON.stringify(value)),
      deleteSetting: (key) => void remove.run(key),
      putStatusLinks(bot, rows) {
        forget.run(bot);
        for (const [position, row] of rows.entries()) link.run(bot, row.status, row.external, row.name, position);
      },
    },
  };
}
