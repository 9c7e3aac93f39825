import { fail, ok, type Result } from '../model/result.ts';
import { sessionStateSchema, STATE_VERSION, type SessionState } from '../model/state.ts';
import { callsAndChoices } from './stateMigrations/callsAndChoices.ts';
import type { StateMigration } from './stateMigrations/stateMigration.ts';

/** The chain of the conversation's state; its own, apart from the bot file's. */
export const STATE_MIGRATIONS: readonly StateMigration[] = [callsAndChoices];

/** Stored JSON → state of the present version. Faults: `dataNewer`, `fileInvalid` with the place. */
export function restoreState(json: unknown): Result<SessionState> {
  if (typeof json !== 'object' || json === null || Array.isArray(json))
    return fail({ code: 'fileInvalid', at: 'state', problem: 'not an object', more: 0 });
  let state: Readonly<Record<string, unknown>> = json as Record<string, unknown>;
  const version = typeof state.v === 'number' ? state.v : 0;
  if (version > STATE_VERSION) return fail({ code: 'dataNewer', version, supported: STATE_VERSION });
  for (const migration of STATE_MIGRATIONS)
    if (migration.from >= version) state = { ...migration.up(state), v: migration.from + 1 };
  const parsed = sessionStateSchema.safeParse(state);
  if (parsed.success) return ok(parsed.data);
  const [issue] = parsed.error.issues;
  return fail({
    code: 'fileInvalid',
    at: `state.${(issue?.path ?? []).join('.')}`,
    problem: issue?.message ?? '',
    more: parsed.error.issues.length - 1,
  });
}
