import { fail, ok, type Result } from '../model/result.ts';
import { sessionStateSchema, STATE_VERSION, type SessionState } from '../model/state.ts';
import { unpackState, type PackedState } from './packedState.ts';
import { callsAndChoices } from './stateMigrations/callsAndChoices.ts';
import { shortForms } from './stateMigrations/shortForms.ts';
import type { StateMigration } from './stateMigrations/stateMigration.ts';

/** The chain of the conversation's state; its own, apart from the bot file's. */
export const STATE_MIGRATIONS: readonly StateMigration[] = [callsAndChoices, shortForms];

/** Stored JSON → state of the present version. Faults: `dataNewer`, `fileInvalid` with the place. */
export function restoreState(json: unknown): Result<SessionState> {
  if (!isObject(json)) return fail({ code: 'fileInvalid', at: 'state', problem: 'not an object', more: 0 });
  const version = versionOf(json);
  if (version > STATE_VERSION) return fail({ code: 'dataNewer', version, supported: STATE_VERSION });
  const parsed = sessionStateSchema.safeParse(renewState(json));
  if (parsed.success) return ok(parsed.data);
  const [issue] = parsed.error.issues;
  return fail({
    code: 'fileInvalid',
    at: `state.${(issue?.path ?? []).join('.')}`,
    problem: issue?.message ?? '',
    more: parsed.error.issues.length - 1,
  });
}

/** Brought to the present version and unpacked, for `sessionStateSchema`; what it can't be done to stays as it is. */
export function renewState(json: unknown): unknown {
  if (!isObject(json)) return json;
  const version = versionOf(json);
  if (version > STATE_VERSION) return json;
  let state = json;
  for (const migration of STATE_MIGRATIONS)
    if (migration.from >= version) state = { ...migration.up(state), v: migration.from + 1 };
  return unpackState(state as unknown as PackedState);
}

function isObject(json: unknown): json is Readonly<Record<string, unknown>> {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}

function versionOf({ v }: Readonly<Record<string, unknown>>): number {
  return typeof v === 'number' ? v : 0;
}
