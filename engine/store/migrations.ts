import type { Migration } from './migration.ts';
import { firstTables } from './migrations/001-firstTables.ts';
import { recordStates } from './migrations/002-recordStates.ts';
import { draftSteps } from './migrations/003-draftSteps.ts';
import { releases } from './migrations/004-releases.ts';
import { proofs } from './migrations/005-proofs.ts';
import { heardPhrases } from './migrations/006-heardPhrases.ts';
import { troubles } from './migrations/007-troubles.ts';
import { accountsApart } from './migrations/008-accountsApart.ts';

/** The whole history of the database, in order. A step that was released is never changed. */
export const MIGRATIONS: readonly Migration[] = [
  firstTables,
  recordStates,
  draftSteps,
  releases,
  proofs,
  heardPhrases,
  troubles,
  accountsApart,
];

/** 'Dlgr' in the file's header: tells our database from another program's. */
export const APPLICATION_ID = 0x44_6c_67_72;
