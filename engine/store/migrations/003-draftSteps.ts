import type { Migration } from '../migration.ts';

/**
 * Steps of undo, kept with the draft they belong to. `seq` grows along the line of steps; the last `undone` of them can be
 * redone. `revision`: the draft they fit; a draft saved by another way has another one.
 */
export const draftSteps: Migration = {
  number: 3,
  name: 'draftSteps',
  sql: `
CREATE TABLE draft_history (
  bot TEXT PRIMARY KEY REFERENCES bot (id) ON DELETE CASCADE,
  revision INTEGER NOT NULL,
  undone INTEGER NOT NULL CHECK (undone >= 0)
) STRICT;

CREATE TABLE draft_step (
  bot TEXT NOT NULL REFERENCES bot (id) ON DELETE CASCADE,
  id TEXT NOT NULL,
  seq INTEGER NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (bot, id)
) STRICT;
CREATE INDEX draft_step_in_order ON draft_step (bot, seq);
`,
};
