import type { Migration } from '../migration.ts';

/**
 * Times are epoch milliseconds. Big columns come last: SQLite then reads a list without touching overflow pages.
 * AUTOINCREMENT where an id must never come back after its row was swept. Partial indexes hold only what is open, so that
 * finding work costs the same after a year.
 */
export const firstTables: Migration = {
  number: 1,
  name: 'firstTables',
  sql: `
PRAGMA application_id = 0x446c6772;

CREATE TABLE engine (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  epoch INTEGER NOT NULL,
  clean INTEGER NOT NULL CHECK (clean IN (0, 1)),
  swept_at INTEGER NOT NULL
) STRICT;
INSERT INTO engine (one, epoch, clean, swept_at) VALUES (1, 0, 1, 0);

CREATE TABLE bot (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  revision INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  body TEXT NOT NULL
) STRICT;

-- No reference to bot: a version outlives its draft, sessions are pinned to it.
CREATE TABLE version (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  bot TEXT NOT NULL,
  number INTEGER NOT NULL,
  note TEXT NOT NULL,
  published_at INTEGER NOT NULL,
  body TEXT NOT NULL,
  UNIQUE (bot, number)
) STRICT;

CREATE TABLE session (
  lead TEXT PRIMARY KEY,
  version INTEGER NOT NULL REFERENCES version (id),
  owner TEXT NOT NULL,
  reason TEXT NOT NULL,
  ownership INTEGER NOT NULL,
  phase TEXT NOT NULL,
  status TEXT,
  node TEXT,
  name TEXT NOT NULL,
  channel TEXT NOT NULL,
  last_text TEXT NOT NULL,
  updated_at INTEGER NOT NULL,
  thread TEXT NOT NULL,
  state TEXT NOT NULL
) STRICT;
CREATE INDEX session_by_time ON session (updated_at DESC, lead);
CREATE INDEX session_by_version ON session (version);

CREATE TABLE inbox (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  key TEXT NOT NULL UNIQUE,
  content TEXT NOT NULL,
  lead TEXT NOT NULL,
  type TEXT NOT NULL,
  state TEXT NOT NULL DEFAULT 'new' CHECK (state IN ('new', 'done', 'parked')),
  at INTEGER NOT NULL,
  due INTEGER NOT NULL,
  attempts INTEGER NOT NULL DEFAULT 0,
  settled_at INTEGER,
  reason TEXT,
  thread TEXT,
  event TEXT NOT NULL
) STRICT;
CREATE INDEX inbox_waiting ON inbox (lead, due) WHERE state = 'new';
CREATE INDEX inbox_parked ON inbox (lead) WHERE state = 'parked';
CREATE INDEX inbox_done ON inbox (settled_at) WHERE state = 'done';
CREATE INDEX inbox_said ON inbox (lead, at) WHERE type IN ('message', 'managerMessage');

CREATE TABLE outbox (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  key TEXT NOT NULL UNIQUE,
  lead TEXT NOT NULL,
  custom_id TEXT NOT NULL,
  ownership INTEGER NOT NULL,
  state TEXT NOT NULL DEFAULT 'ready'
    CHECK (state IN ('ready', 'sending', 'sent', 'unknown', 'cancelled', 'dead')),
  attempts INTEGER NOT NULL DEFAULT 0,
  due INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  sent_at INTEGER,
  settled_at INTEGER,
  message_id TEXT,
  reason TEXT,
  thread TEXT,
  effect TEXT NOT NULL
) STRICT;
CREATE INDEX outbox_by_lead ON outbox (lead, id);
CREATE INDEX outbox_open ON outbox (lead, id) WHERE state IN ('ready', 'sending', 'unknown');
CREATE INDEX outbox_unknown ON outbox (id) WHERE state = 'unknown';
CREATE INDEX outbox_dead ON outbox (id) WHERE state = 'dead';
CREATE INDEX outbox_by_custom_id ON outbox (custom_id);
CREATE INDEX outbox_sent ON outbox (lead, sent_at) WHERE state = 'sent';
CREATE INDEX outbox_settled ON outbox (settled_at) WHERE state IN ('sent', 'cancelled');

-- The id makes the key of the inbox row: a name set again after it fired is another timer.
CREATE TABLE timer (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  lead TEXT NOT NULL,
  name TEXT NOT NULL,
  due INTEGER NOT NULL,
  UNIQUE (lead, name)
) STRICT;
CREATE INDEX timer_by_due ON timer (due);

CREATE TABLE trace (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  lead TEXT NOT NULL,
  version INTEGER NOT NULL,
  at INTEGER NOT NULL,
  event TEXT NOT NULL,
  entries TEXT NOT NULL,
  effects TEXT NOT NULL
) STRICT;
CREATE INDEX trace_by_lead ON trace (lead, id);
CREATE INDEX trace_by_time ON trace (at);

CREATE TABLE setting (
  key TEXT PRIMARY KEY,
  json TEXT NOT NULL
) STRICT;

CREATE TABLE status_link (
  bot TEXT NOT NULL,
  status TEXT NOT NULL,
  external TEXT NOT NULL,
  name TEXT NOT NULL,
  position INTEGER NOT NULL,
  PRIMARY KEY (bot, status)
) STRICT;
`,
};
