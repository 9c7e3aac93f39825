import type { BotMigration } from './migration.ts';
import { positionsToLayout } from './positionsToLayout.ts';

/** Every step a bot file can take, in order. A meta-test demands a fixture of each old format. */
export const BOT_MIGRATIONS: readonly BotMigration[] = [positionsToLayout];
