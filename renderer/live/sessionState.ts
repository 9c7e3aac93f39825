import type { LiveSession } from '../../engine/protocol/liveViews.ts';

export type ConversationState = 'bot' | 'human' | 'off' | 'ended';

/** A person has it, the bot keeps silent, it is over, or the bot leads. */
export function sessionState(session: LiveSession): ConversationState {
  if (session.owner !== 'bot') return session.owner;
  return session.phase === 'ended' ? 'ended' : 'bot';
}
