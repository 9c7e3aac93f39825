import type { Conversation } from '../conversation.ts';

/**
 * Something that can happen to a conversation. `lines`: the same as people would write it for `simulate`, so that every
 * path found here is an example that plays.
 */
export interface Act {
  readonly lines: readonly string[];
  /** Is it a message that nothing is meant to understand? */
  readonly isMiss?: true;
  /** Do people outside the conversation do it? What only they can do is no way out for the customer. */
  readonly byPeople?: true;
  readonly run: (talk: Conversation) => Conversation;
}
