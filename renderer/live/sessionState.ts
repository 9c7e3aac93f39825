import type { LiveSession } from '../../engine/protocol/liveViews.ts';

export type ConversationState = 'bot' | 'waiting' | 'human' | 'paused' | 'off' | 'ended';

/** A customer waits for a person, a person has it, the bot keeps silent (for a while), it is over, or the bot leads. */
export function sessionState(session: LiveSession): ConversationState {
  if (session.owner === 'human' && session.reason === 'paused') return 'paused';
  if (session.owner === 'human') return session.waitingSince === null ? 'human' : 'waiting';
  if (session.owner === 'off') return 'off';
  return session.phase === 'ended' ? 'ended' : 'bot';
}
