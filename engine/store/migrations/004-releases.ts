import type { Migration } from '../migration.ts';

/**
 * Which version went to whom, and when: versions for test contacts stand beside the one that all customers meet. What was
 * published before knew only all customers.
 */
export const releases: Migration = {
  number: 4,
  name: 'releases',
  sql: `
CREATE TABLE release (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  bot TEXT NOT NULL,
  version INTEGER NOT NULL REFERENCES version (id),
  audience TEXT NOT NULL CHECK (audience IN ('all', 'test')),
  at INTEGER NOT NULL
) STRICT;
CREATE INDEX release_by_bot ON release (bot, id);

INSERT INTO release (bot, version, audience, at) SELECT bot, id, 'all', published_at FROM version ORDER BY id;
UPDATE setting SET json = json_object('all', json(json), 'test', NULL) WHERE key = 'live' AND json_valid(json);
`,
};
