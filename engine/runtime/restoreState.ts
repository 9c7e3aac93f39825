import { fail, ok, type Result } from '../model/result.ts';
import { sessionStateSchema, STATE_VERSION, type SessionState } from '../model/state.ts';

/** One step of the state's history: from `from` to `from + 1`, pure. */
export interface StateMigration {
  readonly from: number;
  up(state: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>>;
}

/** The chain of the conversation's state; its own, apart from the bot file's. */
export const STATE_MIGRATIONS: readonly StateMigration[] = [];

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
