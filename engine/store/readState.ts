import { fail, type Result } from '../model/result.ts';
import { ownerReasonSchema, STATE_VERSION, type SessionState } from '../model/state.ts';
import { newSession } from '../runtime/newSession.ts';
import { packState } from '../runtime/packedState.ts';
import { restoreState } from '../runtime/restoreState.ts';

/** What the session's own columns still tell when its state cannot be read. */
export interface SessionColumns {
  readonly lead: string;
  readonly owner: string;
  readonly reason: string;
  readonly ownership: number;
  readonly phase: string;
  readonly status: string | null;
  readonly name: string;
  readonly channel: string;
  readonly lastText: string;
  readonly updatedAt: number;
}

/** Was it written as it is read? The figure stands first in every state; one of another version was renewed on the way. */
export function isOfThisVersion(text: string): boolean {
  return text.startsWith(`{"v":${String(STATE_VERSION)},`);
}

/** As it is kept, in the table of sessions and beside a recorded turn. */
export function writeState(state: SessionState): string {
  return JSON.stringify(packState(state));
}

/** The fault is the place of the first problem, or `dataNewer`, without what stands there. */
export function readState(text: string): Result<SessionState, string> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return fail('notJson');
  }
  const state = restoreState(json);
  return state.ok ? state : fail(state.fault.code === 'fileInvalid' ? state.fault.at : state.fault.code);
}

/**
 * A conversation for the people instead of one that is stuck or begins anew: where the bot stood cannot be known, who may
 * speak can. `ownership` grows when the bot loses it, so that nothing it still had to say is sent.
 */
export function salvageState(columns: SessionColumns): SessionState {
  const owner = columns.owner === 'off' ? 'off' : 'human';
  const reason = ownerReasonSchema.safeParse(columns.reason);
  const kept = columns.owner === owner && reason.success;
  return {
    ...newSession(),
    owner,
    reason: kept ? reason.data : 'failure',
    ownership: columns.ownership + (columns.owner === owner ? 0 : 1),
    status: columns.status,
    phase: columns.phase === 'new' ? 'new' : 'ended',
    customer: columns.name === '' ? {} : { name: columns.name },
    channel: columns.channel,
    lead: columns.lead,
    lastMessage: columns.lastText,
    lastAt: columns.updatedAt,
    // Beyond any count of effects a conversation can have reached: their ids stay unique.
    made: columns.updatedAt,
  };
}
