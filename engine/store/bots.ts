import type Database from 'better-sqlite3';
import type { Clock } from '../ports/clock.ts';
import type { Audience, BotDraft, BotRow, ReleaseRow, VersionRow } from '../ports/botStore.ts';
import type { StoreReader, StoreWriter } from '../ports/store.ts';
import { whole } from './storedJson.ts';

type Reader = Pick<StoreReader, 'bots' | 'bot' | 'versions' | 'version' | 'releases'>;
type Writer = Pick<StoreWriter, 'createBot' | 'saveBot' | 'deleteBot' | 'publish' | 'release'>;

const BOT = 'id, name, revision, updated_at AS updatedAt';
const VERSION = 'id, bot, number, note, published_at AS publishedAt';

export function botTables(
  database: Database.Database,
  clock: Clock,
): { readonly read: Reader; readonly write: Writer } {
  const bots = database.prepare<[], BotRow>(`SELECT ${BOT} FROM bot ORDER BY updated_at DESC, id`);
  const bot = database.prepare<[string], BotDraft>(`SELECT ${BOT}, body FROM bot WHERE id = ?`);
  const versions = database.prepare<[string], VersionRow>(
    `SELECT ${VERSION} FROM version WHERE bot = ? ORDER BY number DESC`,
  );
  const version = database.prepare<[number], VersionRow & { readonly body: string }>(
    `SELECT ${VERSION}, body FROM version WHERE id = ?`,
  );
  const create = database.prepare<[string, string, number, string], BotDraft>(
    `INSERT INTO bot (id, name, revision, updated_at, body) VALUES (?, ?, 1, ?, ?) RETURNING ${BOT}, body`,
  );
  const save = database.prepare<[string, number, string, string, number], BotRow>(
    `UPDATE bot SET name = ?, updated_at = ?, body = ?, revision = revision + 1
     WHERE id = ? AND revision = ? RETURNING ${BOT}`,
  );
  const remove = database.prepare<[string]>('DELETE FROM bot WHERE id = ?');
  const publish = database.prepare<{ bot: string; note: string; at: number; body: string }, VersionRow>(
    `INSERT INTO version (bot, number, note, published_at, body)
     SELECT :bot, coalesce(max(number), 0) + 1, :note, :at, :body FROM version WHERE bot = :bot RETURNING ${VERSION}`,
  );
  const releases = database.prepare<[string], ReleaseRow>(
    'SELECT version, audience, at FROM release WHERE bot = ? ORDER BY id DESC',
  );
  const release = database.prepare<{ version: number; audience: Audience; at: number }>(
    `INSERT INTO release (bot, version, audience, at) SELECT bot, id, :audience, :at FROM version WHERE id = :version`,
  );
  const now = () => whole(clock.now());

  return {
    read: {
      bots: () => bots.all(),
      bot: (id) => bot.get(id) ?? null,
      versions: (id) => versions.all(id),
      version(id) {
        const found = version.get(id);
        if (found === undefined) return null;
        const { body, ...row } = found;
        return { row, body };
      },
      releases: (id) => releases.all(id),
    },
    write: {
      createBot: (id, name, body) => made(create.get(id, name, now(), body)),
      saveBot: (id, baseRevision, name, body) => save.get(name, now(), body, id, baseRevision) ?? null,
      deleteBot: (id) => remove.run(id).changes > 0,
      publish: (id, body, note) => made(publish.get({ bot: id, note, at: now(), body })),
      release: (id, audience) => void release.run({ version: id, audience, at: now() }),
    },
  };
}

function made<T>(row: T | undefined): T {
  if (row === undefined) throw new Error('INSERT … RETURNING gave no row');
  return row;
}
