import type { Migration } from '../migration.ts';

/** Which conversations have an answer that was given up or is in doubt: asked of each line of the list in Live. */
export const troubles: Migration = {
  number: 7,
  name: 'troubles',
  sql: `CREATE INDEX outbox_trouble ON outbox (lead) WHERE state IN ('unknown', 'dead');`,
};
