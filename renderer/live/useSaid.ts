import { useEffect } from 'react';
import type { LiveTurn } from '../../engine/protocol/liveViews.ts';
import { NO_REPLY, type Said, sendReply, settleSaid, untold, useReplies } from './replies.ts';

const NO_TURNS: readonly LiveTurn[] = [];

/** What a person sent from here and the CRM has not told of yet, oldest first. */
export function useSaid(
  lead: string,
  turns: readonly LiveTurn[] = NO_TURNS,
): {
  readonly said: readonly Said[];
  /** Value: it went out. */
  readonly send: (text: string) => Promise<boolean>;
} {
  const all = useReplies((state) => (state[lead] ?? NO_REPLY).said);
  useEffect(() => settleSaid(lead, turns), [lead, all, turns]);
  return {
    said: untold(all, turns).filter(({ isOut }) => isOut),
    send: (text) => sendReply(lead, text, turns.at(-1)?.id ?? 0),
  };
}
