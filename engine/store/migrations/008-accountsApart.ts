import type { Migration } from '../migration.ts';

/**
 * Leads of other accounts go by keys that begin with the account (`engine/model/leadKey.ts`); what is here already is of the
 * account that answered last. Timers are found by account, so that those of one that was left keep their time until it comes
 * back. Marks of the forgotten are sixteen characters: leads' own numbers among them are known to nobody any more.
 */
export const accountsApart: Migration = {
  number: 8,
  name: 'accountsApart',
  sql: `
ALTER TABLE timer ADD COLUMN account TEXT GENERATED ALWAYS AS (substr(lead, 1, instr(lead, ':'))) VIRTUAL;
CREATE INDEX timer_by_account ON timer (account, due);
DROP INDEX timer_by_due;

INSERT INTO setting (key, json) SELECT 'accounts', json_array(json(json)) FROM setting WHERE key = 'lastAccount';
DELETE FROM setting WHERE key = 'accountsLeft';
UPDATE setting SET json = (SELECT json_group_object(mark.key, mark.value) FROM json_each(setting.json) mark
  WHERE length(mark.key) = 16) WHERE key = 'forgotten' AND json_valid(json);
`,
};
