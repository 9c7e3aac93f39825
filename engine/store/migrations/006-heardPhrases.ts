import type { Migration } from '../migration.ts';

/**
 * What customers wrote that the bot did not understand, once a text, customer and place; `key` is the text as phrases are
 * compared. Every row names its lead, so that forgetting a customer finds it. And how often each topic was heard, by the
 * day (`at`, its beginning in UTC): counts of nobody in particular.
 */
export const heardPhrases: Migration = {
  number: 6,
  name: 'heardPhrases',
  sql: `
CREATE TABLE unrecognised (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  bot TEXT NOT NULL,
  key TEXT NOT NULL,
  lead TEXT NOT NULL,
  flow TEXT NOT NULL,
  node TEXT NOT NULL,
  version INTEGER NOT NULL,
  why TEXT NOT NULL CHECK (why IN ('other', 'unsure', 'menu', 'fallback')),
  closest TEXT,
  confidence REAL,
  ignored INTEGER NOT NULL DEFAULT 0 CHECK (ignored IN (0, 1)),
  count INTEGER NOT NULL,
  at INTEGER NOT NULL,
  text TEXT NOT NULL,
  UNIQUE (bot, key, lead, flow, node)
) STRICT;
CREATE INDEX unrecognised_by_bot ON unrecognised (bot, at);
CREATE INDEX unrecognised_by_lead ON unrecognised (lead);
CREATE INDEX unrecognised_by_time ON unrecognised (at);

CREATE TABLE topic_hit (
  id INTEGER PRIMARY KEY,
  bot TEXT NOT NULL,
  topic TEXT NOT NULL,
  at INTEGER NOT NULL,
  count INTEGER NOT NULL,
  UNIQUE (bot, topic, at)
) STRICT;
CREATE INDEX topic_hit_by_time ON topic_hit (at);
`,
};
