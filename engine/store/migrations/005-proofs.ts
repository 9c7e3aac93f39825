import type { Migration } from '../migration.ts';

/**
 * A webhook only rings: what it told is kept with the proof there is for it. 0 = told by a webhook alone, 1 = taken on trust
 * (a quick shop's choice), 2 = the account's own history shows it, or it never came from outside. What stands in the table
 * from before was answered already. `ref`: the account's own id of the message.
 */
export const proofs: Migration = {
  number: 5,
  name: 'proofs',
  sql: `
ALTER TABLE inbox ADD COLUMN proof INTEGER NOT NULL DEFAULT 2 CHECK (proof IN (0, 1, 2));
ALTER TABLE inbox ADD COLUMN told_at INTEGER NOT NULL DEFAULT 0;
ALTER TABLE inbox ADD COLUMN ref TEXT;
CREATE INDEX inbox_unproven ON inbox (lead, id) WHERE state = 'new' AND proof = 0;
CREATE INDEX inbox_trusted ON inbox (lead, id) WHERE proof = 1;
CREATE INDEX inbox_dismissed ON inbox (settled_at) WHERE state = 'done' AND proof = 0;
`,
};
