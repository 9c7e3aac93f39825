import type Database from 'better-sqlite3';
import { LIMITS } from '../model/limits.ts';
import type {
  PhraseReader,
  PhraseWriter,
  TurnPhrases,
  UnrecognisedRow,
  UnrecognisedWhy,
} from '../ports/phraseStore.ts';
import { whole } from './storedJson.ts';

const DAY = 86_400_000;

interface Stored {
  readonly key: string;
  readonly lead: string;
  readonly flow: string;
  readonly node: string;
  readonly version: number;
  readonly why: UnrecognisedWhy;
  readonly closest: string | null;
  readonly confidence: number | null;
  readonly ignored: number;
  readonly count: number;
  readonly at: number;
  readonly text: string;
}
interface Writer extends PhraseWriter {
  /** What a turn told, with the turn; `version` says of which bot. */
  readonly addPhrases: (
    heard: { readonly lead: string; readonly version: number; readonly at: number },
    told: TurnPhrases,
  ) => void;
}

export function phraseTables(database: Database.Database): { readonly read: PhraseReader; readonly write: Writer } {
  const botOf = database.prepare<[number], string>('SELECT bot FROM version WHERE id = ?').pluck();
  const add = database.prepare<
    Omit<Stored, 'ignored' | 'count'> & { readonly bot: string },
    { readonly count: number }
  >(
    `INSERT INTO unrecognised (bot, key, lead, flow, node, version, why, closest, confidence, ignored, count, at, text)
     VALUES (@bot, @key, @lead, @flow, @node, @version, @why, @closest, @confidence,
       EXISTS (SELECT 1 FROM unrecognised WHERE bot = @bot AND key = @key AND ignored = 1), 1, @at, @text)
     ON CONFLICT (bot, key, lead, flow, node) DO UPDATE SET count = count + 1, at = excluded.at, text = excluded.text,
       version = excluded.version, why = excluded.why, closest = excluded.closest, confidence = excluded.confidence
     RETURNING count`,
  );
  const kept = database.prepare<[string], number>('SELECT count(*) FROM unrecognised WHERE bot = ?').pluck();
  const dropOldest = database.prepare<[string, number]>(
    'DELETE FROM unrecognised WHERE id IN (SELECT id FROM unrecognised WHERE bot = ? ORDER BY at, id LIMIT ?)',
  );
  const hit = database.prepare<[string, string, number]>(
    `INSERT INTO topic_hit (bot, topic, at, count) VALUES (?, ?, ?, 1)
     ON CONFLICT (bot, topic, at) DO UPDATE SET count = count + 1`,
  );
  const all = database.prepare<[string], Stored>(
    `SELECT key, lead, flow, node, version, why, closest, confidence, ignored, count, at, text
     FROM unrecognised WHERE bot = ? ORDER BY at DESC, id DESC`,
  );
  const hits = database.prepare<[string, number], { readonly topic: string; readonly count: number }>(
    'SELECT topic, sum(count) AS count FROM topic_hit WHERE bot = ? AND at >= ? GROUP BY topic ORDER BY topic',
  );
  const ignore = database.prepare<[number, string, string]>(
    'UPDATE unrecognised SET ignored = ? WHERE bot = ? AND key = ?',
  );

  return {
    read: {
      unrecognised: (bot) => all.all(bot).map(rowOf),
      topicHits: (bot, since) => hits.all(bot, dayOf(since)),
    },
    write: {
      addPhrases({ lead, version, at }, { unrecognised, topics }) {
        if (unrecognised.length + topics.length === 0) return;
        const bot = botOf.get(version);
        if (bot === undefined) return;
        for (const { closest, ...said } of unrecognised) {
          const near = { closest: closest?.topic ?? null, confidence: closest?.confidence ?? null };
          const row = add.get({ ...said, ...near, bot, lead, version, at: whole(at) });
          if (row?.count === 1) bound(bot);
        }
        for (const topic of topics) hit.run(bot, topic, dayOf(at));
      },
      ignoreUnrecognised: (bot, keys, ignored) =>
        keys.reduce((changed, key) => changed + ignore.run(ignored ? 1 : 0, bot, key).changes, 0),
    },
  };

  function bound(bot: string): void {
    const over = (kept.get(bot) ?? 0) - LIMITS.unrecognisedPerBot;
    if (over > 0) dropOldest.run(bot, over);
  }
}

function rowOf({ closest, confidence, ignored, ...row }: Stored): UnrecognisedRow {
  return {
    ...row,
    closest: closest === null ? null : { topic: closest, confidence: confidence ?? 0 },
    ignored: ignored === 1,
  };
}

/** The beginning of its day, in UTC. */
function dayOf(at: number): number {
  return Math.floor(at / DAY) * DAY;
}
