import { fail, ok, type Result } from '../model/result.ts';
import { FORMAT } from './botSchema.ts';
import type { RawBot } from './migrations/migration.ts';
import { BOT_MIGRATIONS } from './migrations/migrations.ts';

/** Brings a file of any older format to the present one. A newer one is a fault: nothing is guessed, nothing is lost. */
export function migrateBot(raw: RawBot): Result<RawBot> {
  const format = raw.format ?? 0;
  if (typeof format !== 'number' || !Number.isInteger(format) || format < 0) {
    return fail({ code: 'fileInvalid', at: 'format', problem: 'expected a whole number', more: 0 });
  }
  if (format > FORMAT) return fail({ code: 'formatNewer', format, supported: FORMAT });
  let bot = raw;
  for (const migration of BOT_MIGRATIONS)
    if (migration.from >= format) bot = { ...migration.up(bot), format: migration.from + 1 };
  return ok(bot);
}
