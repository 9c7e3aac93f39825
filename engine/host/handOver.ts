import type { Effect } from '../model/effect.ts';
import type { OwnerReason, SessionState } from '../model/state.ts';
import { newSession } from '../runtime/newSession.ts';
import type { BotProgram } from '../runtime/compileBot.ts';
import type { TurnResult } from '../runtime/step.ts';

type Reason = Extract<OwnerReason, 'failure' | 'loop'>;

/**
 * Gives a conversation to people without running the flow: a message that ends the engine, or a version that cannot be
 * read. What the bot still had to say is not said. `program`: any of the bot's versions that can be read; it knows which
 * status is the people's, and their language.
 */
export function handOver(
  before: SessionState | null,
  program: BotProgram | null,
  reason: Reason = 'failure',
): TurnResult {
  const state: SessionState = { ...(before ?? newSession()), wait: null, deferred: [] };
  if (state.owner === 'human') return { state, effects: [], trace: [] };
  state.owner = 'human';
  state.reason = reason;
  state.ownership += 1;
  const effects: Effect[] = [];
  const operator = program?.facts.statuses.find((status) => status.role === 'operator');
  const nextId = (): string => `e${String((state.made += 1))}`;
  if (operator !== undefined && state.status !== operator.id) {
    effects.push({ type: 'setStatus', id: nextId(), status: operator.id, awaited: false });
    state.status = operator.id;
  }
  if (program !== null) {
    const { failureNote, loopNote } = program.words;
    effects.push({ type: 'note', id: nextId(), text: reason === 'loop' ? loopNote : failureNote('—') });
  }
  return { state, effects, trace: [{ type: 'owner', owner: 'human', reason }] };
}
