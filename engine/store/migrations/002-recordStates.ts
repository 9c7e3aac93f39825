import type { Migration } from '../migration.ts';

/** What a turn began from or left, where the turns before it do not tell: without it a record cannot be replayed. */
export const recordStates: Migration = {
  number: 2,
  name: 'recordStates',
  sql: `
ALTER TABLE trace ADD COLUMN state_before TEXT;
ALTER TABLE trace ADD COLUMN state_after TEXT;
`,
};
